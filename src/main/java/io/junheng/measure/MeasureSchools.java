package io.junheng.measure;

import static io.junheng.measure.AggregateSource.VALUES;
import static io.junheng.measure.FigureColumns.COUNTY;
import static io.junheng.measure.FigureColumns.PERIOD;
import static io.junheng.measure.FigureColumns.SCHOOL;
import static io.junheng.measure.FigureColumns.SCHOOL_FIGURE;
import static io.junheng.measure.FigureColumns.STAGE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import io.junheng.definition.Catalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
  /** Which of the plans a row comes from. */
  private static final String SOURCE = "measured_source";

  public MeasureSchools {
    plans = List.copyOf(plans);
  }

  /** Figures of all schools from silver rows by contract id; one entry for each plan's contract. */
  public Dataset<Row> apply(Map<String, Dataset<Row>> silver) {
    List<List<String>> measures = plans.stream().map(SourcePlan::measureIds).toList();
    DecideByForms decide = new DecideByForms(catalogue);
    SplitMixedSchools split = new SplitMixedSchools(catalogue);
    return values(silver)
        .groupBy(col(PERIOD), col(COUNTY))
        .agg(collect_list(struct(col(STAGE), col(VALUES), col(SCHOOL), col(SOURCE))))
        // Files then hold counties that stand beside each other.
        .sortWithinPartitions(col(COUNTY))
        .flatMap(
            (FlatMapFunction<Row, Row>) county -> rows(county, measures, decide, split).iterator(),
            Encoders.row(SCHOOL_FIGURE));
  }

  private Dataset<Row> values(Map<String, Dataset<Row>> silver) {
    return IntStream.range(0, plans.size())
        .mapToObj(
            i ->
                new AggregateSource(plans.get(i))
                    .apply(silver.get(plans.get(i).contract().id()))
                    .withColumn(SOURCE, lit(i)))
        .reduce(Dataset::unionByName)
        .orElseThrow(() -> new IllegalArgumentException("no measure counts schools"));
  }

  private static Stream<Row> rows(
      Row county, List<List<String>> measures, DecideByForms decide, SplitMixedSchools split) {
    Map<String, List<Figure>> schools = new LinkedHashMap<>();
    Set<String> delivered = new HashSet<>();
    for (Row part : county.<Row>getList(2)) {
      List<Figure> figures = schools.computeIfAbsent(part.getString(2), any -> new ArrayList<>());
      for (Figure figure : figuresOf(part, measures.get(part.getInt(3)))) {
        figures.add(figure);
        delivered.add(figure.measure());
      }
    }
    return schools.entrySet().stream()
        .flatMap(
            school ->
                split.apply(decide.apply(school.getValue(), delivered)).stream()
                    .map(figure -> row(county, school.getKey(), figure)));
  }

  /**
   * The known figures of a row of {@link AggregateSource}.
   *
   * @param part a stage and the values of the measures
   */
  static List<Figure> figuresOf(Row part, List<String> measures) {
    String stage = part.getString(0);
    List<BigDecimal> values = part.getList(1);
    List<Figure> figures = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        figures.add(new Figure(stage, measures.get(i), values.get(i)));
      }
    }
    return figures;
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
