package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyTest {
  private static final Instant MARCH = Instant.parse("2024-03-01T00:00:00Z");

  @TempDir private Path lake;

  private Path write(String name, Instant written) throws IOException {
    Path file = lake.resolve("ops/_spark_events").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "event");
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }

  @Test
  void oldEventsGoWithTheFolderThatTheyFilled() throws IOException {
    Path old = write("rolled-1/events_1", MARCH.minusSeconds(1));
    Path kept = write("rolled-2/events_2", MARCH);
    write("rolled-2/events_1", MARCH.minusSeconds(1));
    write("single", MARCH.minusSeconds(1));

    assertThat(new Tidy(new Configuration(), lake.toString()).events(MARCH)).isEqualTo(3);

    assertThat(old.getParent()).doesNotExist();
    assertThat(kept).exists();
    try (java.util.stream.Stream<Path> left = Files.list(lake.resolve("ops/_spark_events"))) {
      assertThat(left).containsExactly(kept.getParent());
    }
  }

  @Test
  void theFolderItselfStays() throws IOException {
    write("single", MARCH.minusSeconds(1));

    assertThat(new Tidy(new Configuration(), lake.toString()).events(MARCH)).isEqualTo(1);

    assertThat(lake.resolve("ops/_spark_events")).isEmptyDirectory();
    assertThat(new Tidy(new Configuration(), lake.toString()).logs(MARCH)).isZero();
  }
}
