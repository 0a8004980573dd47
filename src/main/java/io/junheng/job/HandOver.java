package io.junheng.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.junheng.assessment.Evidence;
import io.junheng.assessment.Grade;
import io.junheng.assessment.IndicatorValue;
import io.junheng.assessment.Panel;
import io.junheng.assessment.SchoolCount;
import io.junheng.assessment.SchoolTestCount;
import io.junheng.definition.Area;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Period;
import io.junheng.definition.SchoolRule;
import io.junheng.definition.Text;
import io.junheng.indicator.Unit;
import io.junheng.table.CountyIndicator;
import io.junheng.table.ObsStatus;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolVerdict;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * County figures of some periods as they are handed over from Spark to plain Java, gathered into
 * one {@link Panel} a period.
 *
 * <p>Bounded by the number of counties and indicators, never by records.
 */
final class HandOver {
  private static final Set<String> REPORTING = Set.of("county", "zone");
  private static final Text SINGLE_SCHOOL =
      new Text("仅1校,不测算", "only one school: no spread to work out");

  private final Catalogue catalogue;
  private final AreaRegister areas;
  private final Map<Integer, List<IndicatorValue>> values = new HashMap<>();
  private final Map<Integer, List<IndicatorValue>> valuesAbove = new HashMap<>();
  private final Set<String> spreads;
  private final Map<Integer, List<SchoolCount>> schools = new HashMap<>();
  private final Map<Integer, Map<List<String>, SchoolTestCount>> tests = new HashMap<>();
  private final Map<Integer, List<Evidence>> evidence = new HashMap<>();

  HandOver(Catalogue catalogue, AreaRegister areas) {
    this.catalogue = catalogue;
    this.spreads =
        catalogue.indicators().stream()
            .filter(indicator -> indicator.formula() instanceof Formula.Dispersion)
            .map(Indicator::id)
            .collect(Collectors.toSet());
    this.areas = areas;
  }

  /** Takes the rows of {@code county_indicator}. */
  HandOver indicators(List<Row> countyIndicator) {
    for (Row row : countyIndicator) {
      (REPORTING.contains(row.getString(CountyIndicator.AREA_LEVEL.ordinal()))
              ? values
              : valuesAbove)
          .computeIfAbsent(
              row.getInt(CountyIndicator.PERIOD.ordinal()), period -> new ArrayList<>())
          .add(value(row));
    }
    return this;
  }

  private IndicatorValue value(Row row) {
    String indicator = row.getString(CountyIndicator.INDICATOR.ordinal());
    int value = CountyIndicator.VALUE.ordinal();
    int schoolCount = CountyIndicator.SCHOOL_COUNT.ordinal();
    ObsStatus status = ObsStatus.of(row.getString(CountyIndicator.OBS_STATUS.ordinal()));
    boolean single =
        spreads.contains(indicator)
            && status == ObsStatus.NOT_APPLICABLE
            && row.getInt(schoolCount) > 0;
    return new IndicatorValue(
        row.getString(CountyIndicator.AREA_CODE.ordinal()),
        row.getString(CountyIndicator.STAGE.ordinal()),
        indicator,
        row.isNullAt(value)
            ? Optional.empty()
            : Optional.of(BigDecimal.valueOf(row.getDouble(value))),
        decimal(row, CountyIndicator.NUMERATOR),
        decimal(row, CountyIndicator.DENOMINATOR),
        io.junheng.assessment.ObsStatus.valueOf(status.code()),
        single ? Optional.of(SINGLE_SCHOOL) : Optional.empty());
  }

  /** Takes how many schools of a county have pupils at each stage. */
  HandOver schools(Map<Unit, Integer> counts) {
    counts.forEach(
        (unit, count) -> {
          if (count > 0 && catalogue.stages().ids().contains(unit.stage())) {
            schools
                .computeIfAbsent(unit.period(), period -> new ArrayList<>())
                .add(new SchoolCount(unit.area(), unit.stage(), count));
          }
        });
    return this;
  }

  /**
   * Takes how schools fare in the tests; where a county has schools but none in a test's scope, the
   * count is 0.
   */
  HandOver schoolTests(Dataset<Row> schoolItem, Dataset<Row> schoolVerdict) {
    List<Framework.Conjunctive> judged =
        catalogue.frameworks().stream()
            .filter(Framework.Conjunctive.class::isInstance)
            .map(Framework.Conjunctive.class::cast)
            .toList();
    if (!judged.isEmpty()) {
      countTests(judged, schoolItem, schoolVerdict);
      judged.forEach(this::fillZeros);
    }
    return this;
  }

  private void countTests(
      List<Framework.Conjunctive> judged, Dataset<Row> schoolItem, Dataset<Row> schoolVerdict) {
    Column met = column(SchoolItem.IS_MET);
    Column passes = column(SchoolVerdict.IS_PASSED);
    Column isRuled =
        judged.stream()
            .flatMap(framework -> framework.schoolRule().map(r -> isRuled(framework, r)).stream())
            .reduce(lit(false), Column::or);
    Column against = not(met).and(not(isRuled).or(not(passes)));
    Column mayFail =
        not(coalesce(met, lit(false))).and(not(isRuled).or(not(coalesce(passes, lit(false)))));
    Dataset<Row> joined =
        schoolItem
            .where(column(SchoolItem.FRAMEWORK).isin(judged.stream().map(Framework::id).toArray()))
            .join(
                schoolVerdict.select(
                    List.of(
                            SchoolVerdict.PERIOD,
                            SchoolVerdict.FRAMEWORK,
                            SchoolVerdict.COUNTY_CODE,
                            SchoolVerdict.SCHOOL_CODE,
                            SchoolVerdict.STAGE,
                            SchoolVerdict.IS_PASSED)
                        .stream()
                        .map(HandOver::column)
                        .toArray(Column[]::new)),
                scala.jdk.javaapi.CollectionConverters.asScala(
                        List.of("period", "framework", "county_code", "school_code", "stage"))
                    .toSeq(),
                "left");
    for (Row row :
        joined
            .groupBy(
                column(SchoolItem.PERIOD),
                column(SchoolItem.FRAMEWORK),
                column(SchoolItem.COUNTY_CODE),
                column(SchoolItem.ITEM),
                column(SchoolItem.TEST),
                column(SchoolItem.STAGE))
            .agg(
                count(lit(1)),
                count_if(against),
                count_if(mayFail),
                count_if(column(SchoolItem.DECIDED_BY_ROUNDING)))
            .collectAsList()) {
      int sureAgainst = (int) row.getLong(7);
      put(
          row.getInt(0),
          new SchoolTestCount(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              (int) row.getLong(6),
              sureAgainst,
              (int) row.getLong(8) - sureAgainst,
              (int) row.getLong(9)));
    }
  }

  /** Whether an item is one of those that the rule for a school as a whole is about. */
  private static Column isRuled(Framework.Conjunctive framework, SchoolRule rule) {
    return column(SchoolItem.FRAMEWORK)
        .equalTo(framework.id())
        .and(column(SchoolItem.ITEM).isin(rule.of().toArray()));
  }

  private void fillZeros(Framework.Conjunctive framework) {
    schools.forEach(
        (period, counts) -> {
          Set<String> counties = new HashSet<>(counts.stream().map(SchoolCount::county).toList());
          for (FrameworkItem item : framework.items()) {
            for (ItemTest test : item.tests()) {
              if (test instanceof ItemTest.OfSchools ofSchools) {
                for (String stage : stages(ofSchools)) {
                  counties.forEach(
                      county ->
                          put(
                              period,
                              new SchoolTestCount(
                                  framework.id(),
                                  county,
                                  item.id(),
                                  test.id(),
                                  stage,
                                  0,
                                  0,
                                  0,
                                  0)));
                }
              }
            }
          }
        });
  }

  private Collection<String> stages(ItemTest.OfSchools test) {
    return test.limit().expression().isPresent()
        ? catalogue.indicator(test.indicator()).stages()
        : test.limit().byStage().keySet();
  }

  private void put(int period, SchoolTestCount count) {
    tests
        .computeIfAbsent(period, key -> new HashMap<>())
        .putIfAbsent(
            List.of(count.framework(), count.county(), count.item(), count.test(), count.stage()),
            count);
  }

  /** Takes silver rows of the contract {@code evidence}. */
  HandOver evidence(List<Row> rows) {
    for (Row row : rows) {
      evidence
          .computeIfAbsent(row.<Integer>getAs("period"), period -> new ArrayList<>())
          .add(
              new Evidence(
                  row.getAs("framework"),
                  row.getAs("county_code"),
                  row.getAs("statement"),
                  Grade.valueOf(row.<String>getAs("grade").toUpperCase(Locale.ROOT)),
                  Optional.ofNullable(row.getAs("document"))));
    }
    return this;
  }

  /** All that was taken of one period. */
  Panel panel(Period period) {
    int number = period.number();
    return new Panel(
        period,
        period.referenceDate(),
        areas.counties(period).stream().map(Area::code).toList(),
        values.getOrDefault(number, List.of()),
        schools.getOrDefault(number, List.of()),
        tests.getOrDefault(number, Map.of()).values(),
        evidence.getOrDefault(number, List.of()));
  }

  /** The figures of a period of all areas: counties, cities and the province. */
  Panel panelOfAllAreas(Period period) {
    List<IndicatorValue> all = new ArrayList<>(values.getOrDefault(period.number(), List.of()));
    all.addAll(valuesAbove.getOrDefault(period.number(), List.of()));
    List<String> codes = areas.areas(period).stream().map(Area::code).toList();
    return new Panel(period, period.referenceDate(), codes, all, List.of(), List.of(), List.of());
  }

  private static Optional<BigDecimal> decimal(Row row, CountyIndicator column) {
    return Optional.ofNullable(row.getDecimal(column.ordinal()));
  }

  private static Column column(TableColumn column) {
    return col(column.columnName());
  }
}
