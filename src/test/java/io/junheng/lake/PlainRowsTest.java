package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.DimPeriod;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.StoredRow;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.SampleLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainRowsTest {
  private static final String COUNTY = "990102";

  private static PlainRows plain() {
    return new PlainRows(new Configuration(), SampleLake.root().toString());
  }

  static List<Table> tables() {
    return List.of(
        DimArea.TABLE,
        DimPeriod.TABLE,
        CountyVerdict.TABLE,
        CountyDispersion.TABLE,
        Submission.TABLE);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void rowsAreThoseOfTheOtherReader(Table table) {
    List<List<Object>> others =
        new SmallTables(new Configuration(), SampleLake.root().toString())
            .read(table).stream().map(row -> values(table, row::get)).toList();

    assertThat(plain().read(table).stream().map(row -> Arrays.asList(row.values())).toList())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(others);
  }

  private static List<Object> values(Table table, java.util.function.IntFunction<Object> valueAt) {
    return java.util.stream.IntStream.range(0, table.columns().size())
        .mapToObj(valueAt)
        .map(PlainRowsTest::plain)
        .toList();
  }

  private static Object plain(Object value) {
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value instanceof Timestamp time ? time.toInstant() : value;
  }

  @Test
  void onlyRowsWithTheValuesAskedForAreFound() {
    Map<TableColumn, Object> where =
        Map.of(
            SchoolMeasure.PERIOD,
            202310,
            SchoolMeasure.COUNTY_CODE,
            COUNTY,
            SchoolMeasure.MEASURE,
            "pupils");

    List<StoredRow> found = plain().read(SchoolMeasure.TABLE, where);

    assertThat(found)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.integer(SchoolMeasure.PERIOD)).contains(202310);
              assertThat(row.require(SchoolMeasure.COUNTY_CODE)).isEqualTo(COUNTY);
              assertThat(row.number(SchoolMeasure.VALUE).orElse(BigDecimal.ZERO).scale())
                  .isIn(0, 10);
            });
    assertThat(plain().read(SchoolMeasure.TABLE, Map.of(SchoolMeasure.PERIOD, 190010))).isEmpty();
  }

  @Test
  void aTableThatWasNeverWrittenHasNoRows(@TempDir Path folder) {
    assertThat(new PlainRows(new Configuration(), folder.toString()).read(DimArea.TABLE)).isEmpty();
  }
}
