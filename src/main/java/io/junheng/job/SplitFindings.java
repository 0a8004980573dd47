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
import io.junheng.table.SchoolMeasure;
import java.time.LocalDate;
import java.util.List;
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

  /** Puts the findings of these periods in place of earlier ones; writes only if there are any. */
  void replace(List<Period> periods, LocalDate today) {
    boolean isSplit =
        catalogue.measureSets().stream()
            .flatMap(set -> set.measures().stream())
            .anyMatch(measure -> measure.split() == Measure.Split.BY_WEIGHTED_PUPILS);
    if (!isSplit) {
      return;
    }
    new ComputedFindings(lake, runId, RULE)
        .replace(periods, find(periods).collectAsList().stream().map(this::found).toList(), today);
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
                        array_sort(collect_list(when(isWithout, col("school_code")))),
                        1,
                        ComputedFindings.EXAMPLES),
                    "; ")
                .as("examples"))
        .where(col("failed").gt(0));
  }

  private ComputedFindings.Found found(Row row) {
    long failed = row.getLong(3);
    return new ComputedFindings.Found(
        row.getInt(0),
        row.getString(1),
        dataset(),
        row.getLong(2),
        failed,
        row.getString(4),
        new Text(
            "%d 所学校有学生在无折算权重的学段,该学段不参与资源拆分".formatted(failed),
            "%d schools have pupils in a stage without a split weight; it takes no part in the split of their resources"
                .formatted(failed)));
  }

  private String dataset() {
    return catalogue.measureSets().stream()
        .filter(set -> set.measures().stream().anyMatch(m -> m.id().equals(Measure.PUPILS)))
        .map(MeasureSet::contract)
        .findFirst()
        .orElseThrow();
  }
}
