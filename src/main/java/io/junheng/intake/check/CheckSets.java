package io.junheng.intake.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Aggregate;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Holds groups of stored rows against the set checks that stay within a county. The rows of each
 * dataset and year are read once, for all figures of all checks; what follows are as many rows as
 * there are groups.
 *
 * @param checks of the span {@link SetCheck.Span#COUNTY}
 */
public record CheckSets(List<SetCheck> checks) {
  /** Text: id of the check. */
  public static final String CHECK = "check";

  /** Whole number: groups for which the condition could be told. */
  public static final String CHECKED = "checked";

  /** Whole number: groups that do not meet it; above 0. */
  public static final String FAILED = "failed";

  /** Text: the first of these groups, each with its counts and sums. */
  public static final String EXAMPLES = "examples";

  private static final String BROKEN = "broken";
  private static final String EXAMPLE = "example";
  private static final String GROUP = "group";
  private static final int SHOWN = 3;
  private static final String[] PLACE = {"period", "county_code"};

  public CheckSets {
    checks = List.copyOf(checks);
  }

  /**
   * One row for each period, county and check that does not hold.
   *
   * @param rows the stored rows of a dataset and year; those of the year before under the period
   *     that they are held against
   */
  public Dataset<Row> apply(BiFunction<String, SetCheck.Year, Dataset<Row>> rows) {
    Dataset<Row> any = rows.apply(checks.get(0).contract(), SetCheck.Year.THIS);
    return LenientSql.analysed(any, () -> judged(figures(rows)));
  }

  /** One row for each group, with every figure of its checks. */
  private Dataset<Row> figures(BiFunction<String, SetCheck.Year, Dataset<Row>> rows) {
    List<SetFigures> sources = SetFigures.of(checks);
    Dataset<Row> all =
        sources.stream()
            .map(source -> source.apply(rows.apply(source.contract(), source.year())))
            .reduce((one, other) -> one.unionByName(other, true))
            .orElseThrow();
    Column[] figures = names().map(name -> max(col(name)).as(name)).toArray(Column[]::new);
    Dataset<Row> joined =
        all.groupBy(col(PLACE[0]), col(PLACE[1]), col(SetFigures.BY), col(SetFigures.KEY))
            .agg(figures[0], Stream.of(figures).skip(1).toArray(Column[]::new));
    return joined.select(
        Stream.concat(
                Stream.of(PLACE[0], PLACE[1], SetFigures.BY, SetFigures.KEY).map(name -> col(name)),
                each(this::completed))
            .toArray(Column[]::new));
  }

  private Stream<String> names() {
    return each((check, figure) -> SetFigures.nameOf(check, figure));
  }

  private <T> Stream<T> each(BiFunction<SetCheck, Figure, T> of) {
    return checks.stream()
        .flatMap(check -> check.figures().stream().map(figure -> of.apply(check, figure)));
  }

  /**
   * A count of no rows is 0 where the county delivered the dataset; not in groups that only other
   * checks ask for.
   */
  private Column completed(SetCheck check, Figure figure) {
    String name = SetFigures.nameOf(check, figure);
    if (!(figure.aggregate() instanceof Aggregate.Count)) {
      return col(name);
    }
    Column delivered = max(col(name)).over(Window.partitionBy(PLACE[0], PLACE[1])).isNotNull();
    return coalesce(col(name), when(concerns(check).and(delivered), lit(0))).as(name);
  }

  /** Whether a group has rows that the check reads: some figure of it is known. */
  private static Column concerns(SetCheck check) {
    return col(SetFigures.BY)
        .equalTo(String.join("|", check.by()))
        .and(
            check.figures().stream()
                .map(figure -> col(SetFigures.nameOf(check, figure)).isNotNull())
                .reduce(lit(false), Column::or));
  }

  private Dataset<Row> judged(Dataset<Row> figures) {
    Column[] outcomes = checks.stream().map(this::outcome).toArray(Column[]::new);
    Column firstExamples =
        slice(
            array_sort(collect_list(when(col(GROUP + "." + BROKEN), col(GROUP + "." + EXAMPLE)))),
            1,
            SHOWN);
    return figures
        .select(col(PLACE[0]), col(PLACE[1]), explode(array_compact(array(outcomes))).as(GROUP))
        .groupBy(col(PLACE[0]), col(PLACE[1]), col(GROUP + "." + CHECK).as(CHECK))
        .agg(
            count(lit(1)).as(CHECKED),
            count_if(col(GROUP + "." + BROKEN)).as(FAILED),
            array_join(firstExamples, "; ").as(EXAMPLES))
        .where(col(FAILED).gt(0));
  }

  /** What a check says of a group; null where it does not concern the group or cannot be told. */
  private Column outcome(SetCheck check) {
    Column require = LenientSql.expression(check.require(), name -> SetFigures.nameOf(check, name));
    return when(
        concerns(check).and(require.isNotNull()),
        struct(lit(check.id()).as(CHECK), not(require).as(BROKEN), example(check).as(EXAMPLE)));
  }

  /** Counts and sums may be shown; a smallest or largest value is one row's own. */
  private static Column example(SetCheck check) {
    List<Column> shown = new ArrayList<>();
    for (Figure figure : check.figures()) {
      boolean isOfMany =
          figure.aggregate() instanceof Aggregate.Count
              || figure.aggregate() instanceof Aggregate.Sum;
      if (isOfMany) {
        Column value = col(SetFigures.nameOf(check, figure)).cast("string");
        shown.add(concat_ws(" ", lit(figure.name()), coalesce(value, lit("–"))));
      }
    }
    Column figures = concat_ws(", ", shown.toArray(Column[]::new));
    return check.by().isEmpty() ? figures : concat_ws(": ", col(SetFigures.KEY), figures);
  }
}
