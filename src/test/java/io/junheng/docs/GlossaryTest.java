package io.junheng.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/glossary.md} names nothing that code and definitions no longer know. */
class GlossaryTest {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final int NAME_IN_CODE = 3;

  @Test
  void everyNameInCodeIsUsedThere() throws IOException {
    String written = text(Path.of("src/main/java"), ".java") + text(Path.of("conf"), ".yaml");

    assertThat(names())
        .hasSizeGreaterThan(100)
        .allSatisfy(name -> assertThat(isKnown(name, written)).as(name).isTrue());
  }

  /** Columns of tables are constants, hence upper case; folders are looked up as such. */
  private static boolean isKnown(String name, String written) {
    boolean isFolder = name.endsWith("/") && name.startsWith("conf/");
    return isFolder
        ? Files.isDirectory(Path.of(name))
        : written.contains(name.replace("…", "").toLowerCase(Locale.ROOT));
  }

  private static List<String> names() throws IOException {
    return Files.readAllLines(Path.of("docs/glossary.md")).stream()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.split("\\|", -1)[NAME_IN_CODE])
        .flatMap(cell -> NAME.matcher(cell).results().map(match -> match.group(1)))
        .toList();
  }

  private static String text(Path folder, String suffix) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      return inside
          .filter(file -> file.toString().endsWith(suffix))
          .map(GlossaryTest::read)
          .collect(Collectors.joining("\n"))
          .toLowerCase(Locale.ROOT);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
