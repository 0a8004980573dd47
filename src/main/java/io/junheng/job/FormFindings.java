package io.junheng.job;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.table.SchoolMeasure;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells where a signed form decided against records: one finding for each period, county and
 * dataset of records, over schools, single stages and measures.
 */
record FormFindings(Catalogue catalogue, Lake lake, String runId) {
  private static final String RULE = "form_decides";
  private static final Column STAGE = col(SchoolMeasure.STAGE.columnName());
  private static final Column MEASURE = col(SchoolMeasure.MEASURE.columnName());
  private static final Column VALUE = col(SchoolMeasure.VALUE.columnName());
  private static final Column RECORDED = col(SchoolMeasure.RECORDED_VALUE.columnName());

  /** Puts the findings of these periods in place of earlier ones; writes only if there are any. */
  void replace(List<Period> periods, LocalDate today) {
    boolean mayDecide =
        catalogue.measures().values().stream()
            .flatMap(measure -> measure.decidedBy().stream())
            .map(form -> catalogue.contract(catalogue.setOf(form).contract()))
            .distinct()
            .anyMatch(contract -> lake.exists(SilverTable.of(contract)));
    if (mayDecide) {
      new ComputedFindings(lake, runId, RULE)
          .replace(
              periods,
              find(periods).collectAsList().stream().map(FormFindings::found).toList(),
              today);
    }
  }

  /** By period, county and dataset of the records: figures of forms, how many differ, the first. */
  private Dataset<Row> find(List<Period> periods) {
    Column differs = VALUE.notEqual(RECORDED);
    Column example =
        concat(
            col(SchoolMeasure.SCHOOL_CODE.columnName()),
            lit("|"),
            STAGE,
            lit("|"),
            MEASURE,
            lit(": form "),
            plain(VALUE),
            lit(", records "),
            plain(RECORDED));
    return lake.read(SchoolMeasure.TABLE, periods)
        .where(RECORDED.isNotNull())
        .where(STAGE.isin(catalogue.stages().ids().toArray()))
        .groupBy(
            col(SchoolMeasure.PERIOD.columnName()),
            col(SchoolMeasure.COUNTY_CODE.columnName()),
            dataset().as("dataset"))
        .agg(
            count(lit(1)).as("checked"),
            count_if(differs).as("failed"),
            array_join(
                    slice(
                        array_sort(collect_list(when(differs, example))),
                        1,
                        ComputedFindings.EXAMPLES),
                    "; ")
                .as("examples"))
        .where(col("failed").gt(0));
  }

  private static Column plain(Column quantity) {
    return regexp_replace(quantity.cast("string"), "\\.?0+$", "");
  }

  private Column dataset() {
    Column dataset = lit(null).cast("string");
    for (MeasureSet set : catalogue.measureSets()) {
      Object[] decided =
          set.measures().stream()
              .filter(measure -> measure.decidedBy().isPresent())
              .map(Measure::id)
              .toArray();
      if (decided.length > 0) {
        dataset = when(MEASURE.isin(decided), lit(set.contract())).otherwise(dataset);
      }
    }
    return dataset;
  }

  private static ComputedFindings.Found found(Row row) {
    long failed = row.getLong(4);
    return new ComputedFindings.Found(
        row.getInt(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        failed,
        row.getString(5),
        new Text(
            "%d 项学校数据与统计报表不一致,以报表为准,请核实".formatted(failed),
            "%d figures of schools differ from the signed form, which decides; please confirm"
                .formatted(failed)));
  }
}
