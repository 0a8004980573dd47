package io.junheng.measure;

import static io.junheng.measure.FigureColumns.COUNTY;
import static io.junheng.measure.FigureColumns.MEASURE;
import static io.junheng.measure.FigureColumns.PERIOD;
import static io.junheng.measure.FigureColumns.SCHOOL;
import static io.junheng.measure.FigureColumns.SCHOOL_FIGURE;
import static io.junheng.measure.FigureColumns.STAGE;
import static io.junheng.measure.FigureColumns.VALUE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.junheng.definition.Catalogue;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * {@code gold.school_measure}: one row for each period, county, school, stage and measure.
 *
 * <p>Each source is scanned once. Where a signed form decides, its figure stands and that of the
 * records beside it. Stage {@code _T} keeps the undivided figure; groups of stages stand beside
 * their members.
 */
public record MeasureSchools(Catalogue catalogue, List<SourcePlan> plans) {
  public MeasureSchools {
    plans = List.copyOf(plans);
  }

  /** Figures of all schools from silver rows by contract id; one entry for each plan's contract. */
  public Dataset<Row> apply(Map<String, Dataset<Row>> silver) {
    Dataset<Row> figures =
        plans.stream()
            .map(plan -> new AggregateSource(plan).apply(silver.get(plan.contract().id())))
            .reduce(Dataset::unionByName)
            .orElseThrow(() -> new IllegalArgumentException("no measure counts schools"));
    DecideByForms decide = new DecideByForms(catalogue);
    SplitMixedSchools split = new SplitMixedSchools(catalogue);
    return figures
        .groupBy(col(PERIOD), col(COUNTY), col(SCHOOL))
        .agg(collect_list(struct(col(STAGE), col(MEASURE), col(VALUE))))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                school ->
                    split.apply(decide.apply(figuresOf(school, 3))).stream()
                        .map(figure -> row(school, figure))
                        .iterator(),
            Encoders.row(SCHOOL_FIGURE));
  }

  static List<Figure> figuresOf(Row row, int at) {
    return row.<Row>getList(at).stream()
        .map(f -> new Figure(f.getString(0), f.getString(1), f.getDecimal(2)))
        .toList();
  }

  private static Row row(Row school, Figure figure) {
    return RowFactory.create(
        school.getInt(0),
        school.getString(1),
        school.getString(2),
        figure.stage(),
        figure.measure(),
        FigureColumns.scaled(figure.value()),
        figure.recorded().map(FigureColumns::scaled).orElse(null));
  }
}
