package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files, whose footer is looked at before they are read. */
class ParquetTest {
  private static final String COLUMNS =
      """
      required binary county_code (STRING);
      required binary school_code (STRING);
      optional int64 area_m2 (DECIMAL(12, 2));
      optional int32 pupils;
      optional int32 built (DATE);
      optional boolean is_boarding;
      """;

  @TempDir Path folder;

  private byte[] parquet(String columns, Consumer<Group> filling) throws IOException {
    MessageType type = MessageTypeParser.parseMessageType("message m {" + columns + "}");
    Path file = folder.resolve("made.parquet");
    Files.deleteIfExists(file);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(type)
            .withConf(new Configuration())
            .build()) {
      Group row = new SimpleGroupFactory(type).newGroup();
      filling.accept(row);
      writer.write(row);
    }
    return Files.readAllBytes(file);
  }

  private static void school(Group row) {
    row.append("county_code", "990101").append("school_code", "3301000001");
    row.append("area_m2", 1250L).append("pupils", 300).append("built", 11_566);
    row.append("is_boarding", true);
  }

  @Test
  void valuesAreReadByTheirTypes() throws IOException {
    Reading.Result result = new Reading(folder).read(parquet(COLUMNS, ParquetTest::school));
    assertThat(result.rows()).containsExactly("2 3301000001 12.50 300 2001-09-01");
    assertThat(result.levels()).containsOnlyKeys("missing_column", "read_as");
  }

  @Test
  void aSchemaThatDoesNotFitIsNamedColumnByColumn() throws IOException {
    byte[] bytes =
        parquet(
            COLUMNS + "repeated binary grades (STRING); optional int96 seen;", ParquetTest::school);
    assertThat(new Reading(folder).read(bytes).messages())
        .containsExactly(
            "Columns of a type that is not read: 'grades' (repeated binary (STRING)), 'seen' (optional int96);"
                + " make them text, numbers, days or truth values");
    byte[] other =
        parquet(
            COLUMNS.replace("school_code", "school_no"),
            row -> row.append("county_code", "990101").append("school_no", "1"));
    assertThat(new Reading(folder).read(other).rules(Level.UNREADABLE))
        .containsExactly("missing_header");
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    byte[] bytes = parquet(COLUMNS, ParquetTest::school);
    for (int part = 1; part < 10; part++) {
      byte[] cut = Arrays.copyOf(bytes, bytes.length * part / 10);
      assertThat(new Reading(folder).read(cut).rules(Level.UNREADABLE))
          .containsExactly("damaged_parquet");
    }
  }
}
