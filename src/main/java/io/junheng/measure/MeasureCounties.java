package io.junheng.measure;

import static io.junheng.measure.FigureColumns.COUNTY;
import static io.junheng.measure.FigureColumns.COUNTY_FIGURE;
import static io.junheng.measure.FigureColumns.MEASURE;
import static io.junheng.measure.FigureColumns.PERIOD;
import static io.junheng.measure.FigureColumns.QUANTITY;
import static io.junheng.measure.FigureColumns.RECORDED;
import static io.junheng.measure.FigureColumns.STAGE;
import static io.junheng.measure.FigureColumns.VALUE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * {@code gold.county_measure}: one row for each period, county, stage and measure; summed from
 * schools, or reported for the county.
 *
 * <p>A reported figure stands where it was reported; a group or total that nobody reported is
 * worked out from its stages. Where a signed form decided at some school, what the records alone
 * give stands beside it.
 */
public record MeasureCounties(Catalogue catalogue, List<SourcePlan> reported) {
  public MeasureCounties {
    reported = List.copyOf(reported);
  }

  /**
   * County figures from {@code school_measure} and from silver rows of the reported sources by
   * contract id.
   */
  public Dataset<Row> apply(Dataset<Row> schoolMeasure, Map<String, Dataset<Row>> silver) {
    Dataset<Row> counties = sum(schoolMeasure);
    for (SourcePlan plan : reported) {
      counties = counties.unionByName(complete(plan, silver.get(plan.contract().id())));
    }
    return counties;
  }

  private Dataset<Row> sum(Dataset<Row> schoolMeasure) {
    return schoolMeasure
        .groupBy(col(PERIOD), col(COUNTY), col(STAGE), col(MEASURE))
        .agg(
            org.apache.spark.sql.functions.sum(col(VALUE)).cast(QUANTITY).alias("total"),
            min(col(VALUE)).alias("least"),
            max(col(VALUE)).alias("most"),
            when(
                    count(col(RECORDED)).gt(0),
                    org.apache.spark.sql.functions.sum(coalesce(col(RECORDED), col(VALUE))))
                .cast(QUANTITY)
                .alias(RECORDED))
        .select(
            col(PERIOD),
            col(COUNTY),
            col(STAGE),
            col(MEASURE),
            when(col(MEASURE).isin(combinedBy(Combination.MIN)), col("least"))
                .when(col(MEASURE).isin(combinedBy(Combination.MAX)), col("most"))
                .otherwise(col("total"))
                .alias(VALUE),
            col(RECORDED));
  }

  private Object[] combinedBy(Combination combination) {
    return catalogue.measures().values().stream()
        .filter(measure -> Combination.of(measure.aggregate()) == combination)
        .map(Measure::id)
        .toArray();
  }

  private Dataset<Row> complete(SourcePlan plan, Dataset<Row> rows) {
    CompleteStages stages = new CompleteStages(catalogue);
    List<String> measures = plan.measureIds();
    return new AggregateSource(plan)
        .apply(rows)
        .groupBy(col(PERIOD), col(COUNTY))
        .agg(collect_list(struct(col(STAGE), col(AggregateSource.VALUES))))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                county ->
                    stages
                        .apply(
                            county.<Row>getList(2).stream()
                                .flatMap(part -> MeasureSchools.figuresOf(part, measures).stream())
                                .toList())
                        .stream()
                        .map(figure -> row(county, figure))
                        .iterator(),
            Encoders.row(COUNTY_FIGURE));
  }

  private static Row row(Row county, Figure figure) {
    return RowFactory.create(
        county.getInt(0),
        county.getString(1),
        figure.stage(),
        figure.measure(),
        FigureColumns.scaled(figure.value()),
        null);
  }
}
