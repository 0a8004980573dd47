package io.junheng.measure;

import static io.junheng.measure.FigureColumns.COUNTY;
import static io.junheng.measure.FigureColumns.PERIOD;
import static io.junheng.measure.FigureColumns.SCHOOL;
import static io.junheng.measure.FigureColumns.STAGE;
import static io.junheng.measure.FigureColumns.columns;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Stages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All measures of one source, in one aggregation over one scan.
 *
 * <p>Out: one row for each period, county, school and stage; for reported figures without the
 * school. Its last column, {@link #VALUES}, holds the values of the plan's measures in their order.
 * Rows that state no stage count for the total only. A count of no rows is 0; a sum of no rows is
 * unknown, null.
 */
public record AggregateSource(SourcePlan plan) {
  /**
   * One column for all values: a row for each would carry its keys and its measure's name through
   * every step that follows, and Spark compiles no plan of some hundred columns.
   */
  static final String VALUES = "measured_values";

  /** Figures of silver rows of the plan's contract. */
  public Dataset<Row> apply(Dataset<Row> rows) {
    return sideBySide(overSchools(overRows(rows)));
  }

  private Dataset<Row> overRows(Dataset<Row> rows) {
    List<Column> keys = new ArrayList<>(Arrays.asList(columns(unitKeys())));
    keys.add((plan.hasStage() ? col(STAGE) : lit(Stages.TOTAL)).alias(STAGE));
    plan.groupedBy().forEach(name -> keys.add(col(name).alias(MeasureColumns.BY + name)));
    return aggregate(
        rows,
        keys,
        plan.measures().stream().map(MeasureColumns::overRows).flatMap(Optional::stream));
  }

  /**
   * Each part counts for its stage and for the total; reported figures stay where they were
   * reported.
   */
  private Dataset<Row> overSchools(Dataset<Row> parts) {
    Dataset<Row> counted = parts;
    if (plan.hasStage() && plan.grain() == Grain.SCHOOL_STAGE) {
      counted =
          parts.withColumn(STAGE, explode(array_compact(array(col(STAGE), lit(Stages.TOTAL)))));
    }
    List<Column> keys = Arrays.asList(columns(keys()));
    return aggregate(counted, keys, plan.measures().stream().map(MeasureColumns::overGroups));
  }

  private Dataset<Row> sideBySide(Dataset<Row> wide) {
    List<Column> columns = new ArrayList<>(Arrays.asList(columns(keys())));
    columns.add(array(columns(plan.measureIds())).alias(VALUES));
    return wide.select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> aggregate(
      Dataset<Row> rows, List<Column> keys, Stream<Column> aggregates) {
    Column[] columns = aggregates.toArray(Column[]::new);
    return rows.groupBy(keys.toArray(Column[]::new))
        .agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
  }

  private List<String> unitKeys() {
    return plan.grain() == Grain.SCHOOL_STAGE
        ? List.of(PERIOD, COUNTY, SCHOOL)
        : List.of(PERIOD, COUNTY);
  }

  private List<String> keys() {
    return Stream.concat(unitKeys().stream(), Stream.of(STAGE)).toList();
  }
}
