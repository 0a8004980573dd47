package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.definition.SingleItem;
import io.junheng.lake.SmallTables;
import io.junheng.table.CountyCertification;
import io.junheng.table.CountyRanking;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.TableColumn;
import io.junheng.testing.SampleLake;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every shipped framework over the made-up province, worked out from its records. */
class AllFrameworksTest {
  private static final Catalogue CATALOGUE = SampleLake.catalogue();
  private static SmallTables tables;

  @BeforeAll
  static void openTheLake() {
    tables = new SmallTables(new Configuration(), SampleLake.root().toString());
  }

  private static <C extends Enum<C> & TableColumn> String text(Row row, C column) {
    return row.getString(column.ordinal());
  }

  @Test
  void everyFrameworkOfTheWholeHasALeagueTableOfAllCountiesInEachPeriod() {
    Map<String, Long> lines =
        tables.read(LeagueTable.TABLE).stream()
            .filter(row -> SampleLake.PERIODS.contains(new Period(row.getInt(0))))
            .collect(
                Collectors.groupingBy(
                    row -> text(row, LeagueTable.FRAMEWORK), Collectors.counting()));
    Set<String> whole =
        CATALOGUE.frameworks().stream()
            .filter(framework -> !(framework instanceof Framework.Separate))
            .map(Framework::id)
            .collect(Collectors.toSet());
    assertThat(lines.keySet()).isEqualTo(whole);
    assertThat(lines.values()).containsOnly(90L * SampleLake.PERIODS.size());
  }

  @Test
  void everySingleIndicatorHasAValueForNearlyAllCounties() {
    Framework.Separate single = (Framework.Separate) CATALOGUE.framework("single-indicators");
    Map<String, Long> valued =
        tables.read(FrameworkItemResult.TABLE, List.of(SampleLake.PERIODS.get(1))).stream()
            .filter(row -> text(row, FrameworkItemResult.FRAMEWORK).equals(single.id()))
            .filter(row -> !row.isNullAt(FrameworkItemResult.VALUE.ordinal()))
            .collect(
                Collectors.groupingBy(
                    row -> text(row, FrameworkItemResult.ITEM), Collectors.counting()));
    assertThat(single.items())
        .filteredOn(item -> !isOfSomeCounties(item))
        .allSatisfy(
            item ->
                assertThat(valued.getOrDefault(item.id(), 0L)).as(item.id()).isGreaterThan(60L));
  }

  /** Not every small county has a vocational school, a rural one or pupils in regular classes. */
  private static boolean isOfSomeCounties(SingleItem item) {
    return item.stage().equals("vocational") || Set.of("M18", "M28").contains(item.id());
  }

  @Test
  void placesOfItemsStandUnderFrameworkAndItem() {
    List<Row> places =
        tables.read(CountyRanking.TABLE, List.of(SampleLake.PERIODS.get(1))).stream()
            .filter(row -> text(row, CountyRanking.SUBJECT).equals("single-indicators/M02"))
            .toList();
    assertThat(places).hasSize(90);
    assertThat(places)
        .filteredOn(row -> row.getInt(CountyRanking.RANK_NO.ordinal()) == 1)
        .isNotEmpty();
    assertThat(places)
        .extracting(row -> text(row, CountyRanking.CHANGE_STATUS))
        .containsOnly("comparable");
  }

  @Test
  void everyCountyHasALineInTheLedgerOfEachProgramme() {
    List<Row> ledger = tables.read(CountyCertification.TABLE, List.of(SampleLake.PERIODS.get(1)));
    assertThat(ledger).hasSize(5 * 90);
    assertThat(ledger)
        .extracting(row -> text(row, CountyCertification.STATE))
        .contains("not_applied", "self_review", "recognised", "yearly_monitoring");
  }
}
