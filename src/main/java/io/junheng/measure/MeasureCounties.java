package io.junheng.measure;

import static io.junheng.measure.FigureColumns.COUNTY;
import static io.junheng.measure.FigureColumns.MEASURE;
import static io.junheng.measure.FigureColumns.PERIOD;
import static io.junheng.measure.FigureColumns.QUANTITY;
import static io.junheng.measure.FigureColumns.RECORDED;
import static io.junheng.measure.FigureColumns.STAGE;
import static io.junheng.measure.FigureColumns.VALUE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * {@code gold.county_measure}: one row for each period, county, stage and measure; summed from
 * schools, or reported for the county.
 *
 * <p>A reported figure stands where it was reported; a group or total that nobody reported is
 * worked out from its stages. Where a signed form decided at some school, what the records alone
 * give stands beside it.
 */
public record MeasureCounties(Catalogue catalogue, List<SourcePlan> reported) {
  /** The columns of the rows. */
  public static final StructType SHAPE = FigureColumns.COUNTY_FIGURE;

  public MeasureCounties {
    reported = List.copyOf(reported);
  }

  /**
   * Rows of figures that were reported for counties, from silver rows of the reported sources by
   * contract id.
   *
   * @param partitions into which counties are divided
   */
  public JavaRDD<Row> reported(Map<String, Dataset<Row>> silver, int partitions) {
    CountyTallies tallies = new CountyTallies(reported, silver);
    Reported stages = new Reported(tallies.addGroups(), new CompleteStages(catalogue));
    return tallies
        .byCounty(partitions)
        .mapPartitions(counties -> new EachCounty<>(counties, stages::rows));
  }

  /** From the tallies of a county's reported figures to its rows. */
  private record Reported(ArrayList<AddGroups> sources, CompleteStages complete)
      implements Serializable {
    Stream<Row> rows(List<CountyTally> county) {
      TreeMap<Integer, List<GroupTally>> bySource = new TreeMap<>();
      county.forEach(
          part ->
              bySource
                  .computeIfAbsent(part.source(), any -> new ArrayList<>())
                  .addAll(part.tallies()));
      CountyTally any = county.get(0);
      return bySource.entrySet().stream()
          .flatMap(
              source ->
                  complete.apply(sources.get(source.getKey()).apply(source.getValue())).stream())
          .map(
              figure ->
                  RowFactory.create(
                      any.period(),
                      any.county(),
                      figure.stage(),
                      figure.measure(),
                      FigureColumns.scaled(figure.value()),
                      null));
    }
  }

  /** Rows of the figures of schools added up, from {@code school_measure}. */
  public Dataset<Row> ofSchools(Dataset<Row> schoolMeasure) {
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
}
