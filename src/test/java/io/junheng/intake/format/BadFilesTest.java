package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of bad files, each of which ends in its own finding, of the right gravity and without an
 * exception, while the file beside it is read as usual.
 */
class BadFilesTest {
  private static final byte[] GOOD =
      (Reading.HEADER + "\n" + String.join("\n", Reading.ROWS)).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void eachEndsInItsOwnFindingAndTheNextFileIsRead() throws IOException, GeneralSecurityException {
    List<BadFile> bad = new ArrayList<>(BadText.all());
    bad.addAll(BadWorkbooks.all());
    assertThat(bad).hasSizeGreaterThan(300);
    SoftAssertions softly = new SoftAssertions();
    for (BadFile file : bad) {
      List<Reading.Result> read = new Reading(folder).read(List.of(file.bytes(), GOOD));
      softly
          .assertThat(read.get(0).levels())
          .as(file.name())
          .containsEntry(file.rule(), file.level());
      softly
          .assertThat(read.get(0).levels().values())
          .as(file.name())
          .allMatch(level -> level.compareTo(file.level()) <= 0);
      softly.assertThat(read.get(1).rows()).as("beside " + file.name()).hasSize(2);
      softly.assertThat(read.get(1).levels()).as("beside " + file.name()).isEmpty();
    }
    softly.assertAll();
  }
}
