package io.junheng.intake.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.junheng.definition.SetCheck;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds groups that may reach over counties against set checks: one person must not stand in two.
 * Checks of the same columns share one pass. Groups are told apart by a 64-bit hash: two of ten
 * million people are taken for one with a likelihood of 3 × 10⁻⁶, and no one is named.
 *
 * @param by the columns that make a group
 * @param checks of the span {@link SetCheck.Span#PERIOD} with those columns
 */
public record CheckAcross(List<String> by, List<SetCheck> checks) {
  /** Whole number: hash of a group's values. */
  public static final String GROUP = "_group";

  /** Text: id of the check. */
  public static final String CHECK = "check";

  private static final String HASH = "_hash";

  public CheckAcross {
    by = List.copyOf(by);
    checks = List.copyOf(checks);
  }

  /**
   * Groups that do not meet a check: period, group and check.
   *
   * @param rows stored rows of all counties
   */
  public Dataset<Row> apply(Dataset<Row> rows) {
    return LenientSql.analysed(rows, () -> broken(rows));
  }

  /**
   * Tells the groups that may break a check: their hashes repeat. Those are groups of several rows,
   * and rows that break one by themselves. Where groups are people, hardly any: far cheaper than
   * {@link #apply}, and what is left for it is little.
   *
   * @param rows any with the columns of silver; they are not read
   */
  public GroupHashes hashes(Dataset<Row> rows) {
    return LenientSql.analysed(rows, () -> new GroupHashes(this, rows));
  }

  /**
   * The rows of some groups.
   *
   * @param suspects hashes of {@link #hashes} that stand more than once
   */
  public Dataset<Row> within(Dataset<Row> rows, Dataset<Long> suspects) {
    return rows.join(
        broadcast(suspects.toDF(HASH)), hash().equalTo(col(HASH)).and(isWhole()), "left_semi");
  }

  private Stream<Column> figures(Function<SetCheck.Figure, Column> of) {
    return checks.stream()
        .flatMap(
            check ->
                check.figures().stream()
                    .map(f -> of.apply(f).as(new SetFigure(check, f).column())));
  }

  Column hash() {
    return xxhash64(
        Stream.concat(Stream.of("period"), by.stream())
            .map(name -> col(name))
            .toArray(Column[]::new));
  }

  Column isWhole() {
    return by.stream().map(name -> col(name).isNotNull()).reduce(lit(true), Column::and);
  }

  private Dataset<Row> broken(Dataset<Row> rows) {
    Column[] figures = figures(SetColumns::overRows).toArray(Column[]::new);
    Column[] outcomes = checks.stream().map(CheckAcross::checkIfBroken).toArray(Column[]::new);
    return grouped(rows)
        .groupBy(col("period"), col(GROUP))
        .agg(figures[0], Arrays.copyOfRange(figures, 1, figures.length))
        .select(col("period"), col(GROUP), explode(array_compact(array(outcomes))).as(CHECK));
  }

  private Dataset<Row> grouped(Dataset<Row> rows) {
    Column[] columns = by.stream().map(name -> col(name)).toArray(Column[]::new);
    return rows.where(isWhole()).withColumn(GROUP, xxhash64(columns));
  }

  private static Column checkIfBroken(SetCheck check) {
    Column require = LenientSql.expression(check.require(), name -> SetFigure.column(check, name));
    return when(not(coalesce(require, lit(true))), lit(check.id()));
  }

  /**
   * The rows of broken groups: check, period, county, row of the file, group. A second pass, for
   * where there are any.
   *
   * @param broken of {@link #apply}; few
   */
  public Dataset<Row> rowsOf(Dataset<Row> rows, Dataset<Row> broken) {
    return grouped(rows)
        .select(
            Stream.of("period", "county_code", "_row", GROUP)
                .map(c -> col(c))
                .toArray(Column[]::new))
        .join(
            broadcast(broken),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of("period", GROUP)).toSeq());
  }
}
