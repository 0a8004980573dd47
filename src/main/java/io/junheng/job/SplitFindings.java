package io.junheng.job;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Period;
import io.junheng.definition.Stage;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.TableRow;
import io.junheng.table.Finding;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.TableColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells of mixed schools that have pupils in a stage without a weight: the stage is left out when
 * the school's resources are split. One finding for each county and period, by the dataset that
 * counts pupils.
 */
record SplitFindings(Catalogue catalogue, Lake lake, String runId) {
  private static final String RULE = "stage_without_split_weight";
  private static final String SCOPE = "county";
  private static final int EXAMPLES = 3;

  /** Puts the findings of these periods in place of earlier ones; writes only if there are any. */
  void replace(List<Period> periods, LocalDate today) {
    boolean isSplit =
        catalogue.measureSets().stream()
            .flatMap(set -> set.measures().stream())
            .anyMatch(measure -> measure.split() == Measure.Split.BY_WEIGHTED_PUPILS);
    if (!isSplit) {
      return;
    }
    List<Row> found = find(periods).collectAsList();
    boolean isKnown =
        lake.small().read(Finding.TABLE, periods).stream().anyMatch(SplitFindings::isOurs);
    if (!found.isEmpty() || isKnown) {
      lake.update(Finding.TABLE, periods, standing -> renewed(standing, found, today));
    }
  }

  private List<Row> renewed(List<Row> standing, List<Row> found, LocalDate today) {
    Map<Boolean, List<Row>> known =
        standing.stream().collect(Collectors.partitioningBy(SplitFindings::isOurs));
    Map<String, LocalDate> firstSeen = firstSeen(known.get(true));
    List<Row> rows = new ArrayList<>(known.get(false));
    found.forEach(row -> rows.add(TableRow.of(Finding.TABLE, finding(row, firstSeen, today))));
    return rows;
  }

  private static boolean isOurs(Row finding) {
    return finding.getString(Finding.RULE.ordinal()).equals(RULE);
  }

  /** By period and county: mixed schools, how many have such a stage, and the first codes. */
  private Dataset<Row> find(List<Period> periods) {
    Column stage = col(SchoolMeasure.STAGE.columnName());
    Object[] stages = catalogue.stages().ids().toArray();
    Object[] weighted =
        catalogue.stages().stages().stream()
            .filter(s -> s.splitWeight().isPresent())
            .map(Stage::id)
            .toArray();
    Column isWithout = col("without").gt(0);
    return lake.read(SchoolMeasure.TABLE, periods)
        .where(col(SchoolMeasure.MEASURE.columnName()).equalTo(Measure.PUPILS))
        .where(stage.isin(stages))
        .where(col(SchoolMeasure.VALUE.columnName()).gt(0))
        .groupBy(col("period"), col("county_code"), col("school_code"))
        .agg(count(lit(1)).as("stages"), count_if(not(stage.isin(weighted))).as("without"))
        .where(col("stages").gt(1))
        .groupBy(col("period"), col("county_code"))
        .agg(
            count(lit(1)).as("checked"),
            count_if(isWithout).as("failed"),
            array_join(
                    slice(
                        array_sort(collect_list(when(isWithout, col("school_code")))), 1, EXAMPLES),
                    "; ")
                .as("examples"))
        .where(col("failed").gt(0));
  }

  private static Map<String, LocalDate> firstSeen(List<Row> known) {
    Map<String, LocalDate> firstSeen = new TreeMap<>();
    for (Row row : known) {
      firstSeen.put(
          key(row.getInt(Finding.PERIOD.ordinal()), row.getString(Finding.COUNTY_CODE.ordinal())),
          row.getDate(Finding.FIRST_SEEN.ordinal()).toLocalDate());
    }
    return firstSeen;
  }

  private static String key(int period, String county) {
    return period + "|" + county;
  }

  private Map<TableColumn, Object> finding(
      Row row, Map<String, LocalDate> firstSeen, LocalDate today) {
    long failed = row.getLong(3);
    Text message =
        new Text(
            "%d 所学校有学生在无折算权重的学段,该学段不参与资源拆分".formatted(failed),
            "%d schools have pupils in a stage without a split weight; it takes no part in the split of their resources"
                .formatted(failed));
    Map<TableColumn, Object> values = new HashMap<>();
    values.put(Finding.PERIOD, row.getInt(0));
    values.put(Finding.COUNTY_CODE, row.getString(1));
    values.put(Finding.DATASET, dataset());
    values.put(Finding.RULE, RULE);
    values.put(Finding.CHECK_SCOPE, SCOPE);
    values.put(Finding.SEVERITY, "warning");
    values.put(Finding.STATUS, "open");
    values.put(Finding.CHECKED, row.getLong(2));
    values.put(Finding.FAILED, failed);
    values.put(Finding.EXAMPLES, row.getString(4));
    values.put(Finding.MESSAGE_ZH, message.zh());
    values.put(Finding.MESSAGE_EN, message.en());
    values.put(
        Finding.FIRST_SEEN, firstSeen.getOrDefault(key(row.getInt(0), row.getString(1)), today));
    values.put(Finding.RUN_ID, runId);
    return values;
  }

  private String dataset() {
    return catalogue.measureSets().stream()
        .filter(set -> set.measures().stream().anyMatch(m -> m.id().equals(Measure.PUPILS)))
        .map(MeasureSet::contract)
        .findFirst()
        .orElseThrow();
  }
}
