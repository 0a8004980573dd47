package io.junheng.northcarolina;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The published files of {@code ../shared/data/real/north-carolina}. They are not part of the
 * project; where they are missing, tests that need them are skipped with a word on stderr.
 */
final class Published {
  private static final Path FOLDER =
      Path.of(System.getProperty("junheng.shared", "../shared"))
          .resolve("data/real/north-carolina")
          .toAbsolutePath()
          .normalize();

  private Published() {}

  /** Whether the files are there; says so where they are not. */
  static boolean isThere() {
    boolean there = Files.isDirectory(FOLDER);
    if (!there) {
      System.err.printf(
          "SKIPPED: North Carolina's published results are not at %s (system property"
              + " junheng.shared)%n",
          FOLDER);
    }
    return there;
  }

  static Path folder() {
    return FOLDER;
  }

  /** The rows of a file by the names of its header. */
  static List<Line> lines(String file) {
    try (Stream<NamedCsvRecord> records =
        CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file)).stream()) {
      return records.map(record -> new Line(record.getFieldsAsMap())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A published row. */
  record Line(Map<String, String> fields) {
    String text(String column) {
      return fields.get(column);
    }

    /** The number of a column; empty where nothing is printed. */
    Optional<BigDecimal> number(String column) {
      return Optional.of(fields.get(column)).filter(text -> !text.isEmpty()).map(BigDecimal::new);
    }

    /** The school year that begins in the row's year. */
    int period() {
      return Integer.parseInt(fields.get("year")) * 100 + 10;
    }
  }
}
