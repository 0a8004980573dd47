package io.junheng.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.table.CountyIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.ItemCorrelation;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import io.junheng.testing.SampleLake;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Inequality between schools, targets and correlations over the made-up province, held against the
 * tables that they come from.
 */
class InequalityAndTargetsTest {
  private static final Period PERIOD = SampleLake.PERIODS.get(1);
  private static final String SCORED = "zj-modernization-demo-2023";
  private static SmallTables tables;

  @BeforeAll
  static void openTheLake() {
    tables = new SmallTables(new Configuration(), SampleLake.root().toString());
  }

  private static List<Row> rows(Table table, Predicate<Row> wanted) {
    return tables.read(table, List.of(PERIOD)).stream().filter(wanted).toList();
  }

  private static <C extends Enum<C> & TableColumn> String text(Row row, C column) {
    return row.getString(column.ordinal());
  }

  private static <C extends Enum<C> & TableColumn> Double number(Row row, C column) {
    return row.isNullAt(column.ordinal()) ? null : row.getDouble(column.ordinal());
  }

  /** By county and stage. */
  private static Map<String, Double> indicator(String id) {
    Map<String, Double> values = new HashMap<>();
    rows(CountyIndicator.TABLE, row -> text(row, CountyIndicator.INDICATOR).equals(id))
        .forEach(
            row -> {
              Double value = number(row, CountyIndicator.VALUE);
              if (value != null) {
                values.put(
                    text(row, CountyIndicator.AREA_CODE) + " " + text(row, CountyIndicator.STAGE),
                    value);
              }
            });
    return values;
  }

  @Test
  void betweenAndWithinUrbanTownAndRuralSchoolsAddUp() {
    Map<String, Double> whole = indicator("equipment_value_theil");
    Map<String, Double> between = indicator("equipment_value_theil_between");
    Map<String, Double> within = indicator("equipment_value_theil_within");
    assertThat(whole).hasSizeGreaterThan(80);
    assertThat(between.values()).anySatisfy(part -> assertThat(part).isGreaterThan(1e-6));
    whole.forEach(
        (place, theil) ->
            assertThat(between.get(place) + within.get(place))
                .as(place)
                .isCloseTo(theil, within(1e-12)));
  }

  /** Half the mean difference of any two pupils, over the mean, from the rows of the schools. */
  @Test
  void theGiniOfRunningFundsIsThatOfThePupilsOfItsSchools() {
    Map<String, Double> gini = indicator("school_running_funds_gini");
    Map<String, Map<String, Double>> funds =
        bySchool(
            SchoolIndicator.TABLE,
            row ->
                text(row, SchoolIndicator.INDICATOR).equals("school_running_funds_per_pupil")
                    && text(row, SchoolIndicator.STAGE).equals(Table.TOTAL),
            row -> number(row, SchoolIndicator.VALUE));
    Map<String, Map<String, Double>> pupils =
        bySchool(
            SchoolMeasure.TABLE,
            row ->
                text(row, SchoolMeasure.MEASURE).equals("funded_headcount")
                    && text(row, SchoolMeasure.STAGE).equals(Table.TOTAL),
            row -> ((BigDecimal) row.get(SchoolMeasure.VALUE.ordinal())).doubleValue());
    Map<String, Map<String, Double>> taking =
        bySchool(
            SchoolDispersionShare.TABLE,
            row -> text(row, SchoolDispersionShare.INDICATOR).equals("school_running_funds_gini"),
            row -> number(row, SchoolDispersionShare.SHARE));
    assertThat(taking).hasSizeGreaterThan(80);
    taking.forEach(
        (county, schools) -> {
          double people = 0;
          double money = 0;
          double differences = 0;
          for (String one : schools.keySet()) {
            people += pupils.get(county).get(one);
            money += pupils.get(county).get(one) * funds.get(county).get(one);
            for (String other : schools.keySet()) {
              differences +=
                  pupils.get(county).get(one)
                      * pupils.get(county).get(other)
                      * Math.abs(funds.get(county).get(one) - funds.get(county).get(other));
            }
          }
          assertThat(gini.get(county + " " + Table.TOTAL))
              .as(county)
              .isCloseTo(differences / (2 * people * money), within(1e-9));
        });
  }

  private static Map<String, Map<String, Double>> bySchool(
      Table table, Predicate<Row> wanted, Function<Row, Double> value) {
    Map<String, Map<String, Double>> values = new HashMap<>();
    for (Row row : rows(table, wanted)) {
      Double number = value.apply(row);
      if (number != null) {
        values
            .computeIfAbsent(row.getAs("county_code"), county -> new HashMap<>())
            .put(row.getAs("school_code"), number);
      }
    }
    return values;
  }

  @Test
  void inequalityIsAnItemOfEachCounty() {
    assertThat(
            rows(
                FrameworkItemResult.TABLE,
                row ->
                    text(row, FrameworkItemResult.FRAMEWORK).equals("school-inequality")
                        && number(row, FrameworkItemResult.VALUE) != null))
        .hasSizeGreaterThan(500)
        .allSatisfy(row -> assertThat(text(row, FrameworkItemResult.ORIGIN)).isEqualTo("own"));
  }

  @Test
  void eachTargetStandsBesideTheFigureThatItIsAbout() {
    List<Row> targets = rows(TargetProgress.TABLE, row -> true);
    assertThat(targets).hasSize(5 * 90);
    Map<String, Map<String, Double>> figures =
        targets.stream()
            .map(row -> text(row, TargetProgress.INDICATOR))
            .distinct()
            .collect(Collectors.toMap(id -> id, InequalityAndTargetsTest::indicator));
    assertThat(targets)
        .allSatisfy(
            row ->
                assertThat(number(row, TargetProgress.VALUE))
                    .isEqualTo(
                        figures
                            .get(text(row, TargetProgress.INDICATOR))
                            .get(
                                text(row, TargetProgress.COUNTY_CODE)
                                    + " "
                                    + text(row, TargetProgress.STAGE))));
    assertThat(targets)
        .extracting(row -> text(row, TargetProgress.TARGET_STATUS))
        .contains("reached", "on_track", "behind", "missed");
    assertThat(targets)
        .filteredOn(row -> row.getInt(TargetProgress.TARGET_PERIOD.ordinal()) == 202510)
        .allSatisfy(row -> assertThat(number(row, TargetProgress.TIME_SHARE)).isIn(null, 60.0));
  }

  @Test
  void everyTwoItemsOfAScoreHaveTheirCorrelation() {
    List<Row> pairs =
        rows(ItemCorrelation.TABLE, row -> text(row, ItemCorrelation.FRAMEWORK).equals(SCORED));
    assertThat(pairs).hasSizeGreaterThan(45 * 44 / 2 + 45);
    assertThat(pairs)
        .filteredOn(row -> text(row, ItemCorrelation.OBS_STATUS).equals("A"))
        .hasSizeGreaterThan(500)
        .allSatisfy(
            row -> {
              Double pearson = number(row, ItemCorrelation.PEARSON);
              Double alpha = number(row, ItemCorrelation.CRONBACH_ALPHA);
              assertThat((pearson == null) != (alpha == null)).isTrue();
              if (pearson != null) {
                assertThat(pearson).isBetween(-1.0, 1.0);
              }
            });
  }
}
