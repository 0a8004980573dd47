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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
        .groupBy(col(PERIOD), col(COUNTY))
        .agg(collect_list(struct(col(STAGE), col(MEASURE), col(VALUE), col(SCHOOL))))
        .flatMap(
            (FlatMapFunction<Row, Row>) county -> rows(county, decide, split).iterator(),
            Encoders.row(SCHOOL_FIGURE));
  }

  private static Stream<Row> rows(Row county, DecideByForms decide, SplitMixedSchools split) {
    Map<String, List<Figure>> schools = new LinkedHashMap<>();
    Set<String> delivered = new HashSet<>();
    for (Row row : county.<Row>getList(2)) {
      Figure figure = figureOf(row);
      schools.computeIfAbsent(row.getString(3), any -> new ArrayList<>()).add(figure);
      delivered.add(figure.measure());
    }
    return schools.entrySet().stream()
        .flatMap(
            school ->
                split.apply(decide.apply(school.getValue(), delivered)).stream()
                    .map(figure -> row(county, school.getKey(), figure)));
  }

  static List<Figure> figuresOf(Row row, int at) {
    return row.<Row>getList(at).stream().map(MeasureSchools::figureOf).toList();
  }

  private static Figure figureOf(Row row) {
    return new Figure(row.getString(0), row.getString(1), row.getDecimal(2));
  }

  private static Row row(Row county, String school, Figure figure) {
    return RowFactory.create(
        county.getInt(0),
        county.getString(1),
        school,
        figure.stage(),
        figure.measure(),
        FigureColumns.scaled(figure.value()),
        figure.recorded().map(FigureColumns::scaled).orElse(null));
  }
}
