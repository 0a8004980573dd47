package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.indicator.AreaFigure;
import io.junheng.indicator.DeriveFigures;
import io.junheng.indicator.EvaluateAreas;
import io.junheng.indicator.SumSchools;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The indicators of all areas. Tasks add up the schools; what a province's counties bring fits in
 * memory, and Spark is only asked again for the expressions of {@code conf/}.
 */
record AreaFigures(Catalogue catalogue) {
  /** From sums of schools and what {@link EvaluateAreas} takes beside them. */
  List<AreaFigure> of(
      SparkSession spark,
      SumSchools.Sums schools,
      List<Row> countyMeasure,
      List<Row> spreads,
      List<Row> lineage) {
    List<AreaFigure> figures =
        new EvaluateAreas(catalogue).apply(schools, countyMeasure, spreads, lineage);
    DeriveFigures derive = new DeriveFigures(catalogue);
    Dataset<Row> inputs = spark.createDataFrame(derive.inputs(figures), derive.schema());
    return derive.apply(figures, derive.values(inputs).collectAsList());
  }
}
