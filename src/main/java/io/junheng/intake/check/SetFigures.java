package io.junheng.intake.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All figures that set checks ask of one dataset and year, in one aggregation over its rows: first
 * for the finest groups, then, over those, for the groups of each check.
 */
record SetFigures(String contract, SetCheck.Year year, List<SetCheck> checks) {
  /** Text: the columns that make the group, joined by bars; empty for the county. */
  static final String BY = "_by";

  /** Text: the values of these columns, joined by bars. */
  static final String KEY = "_key";

  private static final String GROUP = "_group";
  private static final String FINE = "_fine_";

  /** The sources of some checks, each once. */
  static List<SetFigures> of(List<SetCheck> checks) {
    Set<List<Object>> sources = new LinkedHashSet<>();
    checks.forEach(
        check -> check.figures().forEach(f -> sources.add(List.of(f.contract(), f.year()))));
    return sources.stream()
        .map(
            source -> new SetFigures((String) source.get(0), (SetCheck.Year) source.get(1), checks))
        .toList();
  }

  /** The column of a figure; figures of different checks may have the same name. */
  static String nameOf(SetCheck check, Figure figure) {
    return nameOf(check, figure.name());
  }

  static String nameOf(SetCheck check, String figure) {
    return check.id().replaceAll("[^A-Za-z0-9]", "_") + "__" + figure.toLowerCase(Locale.ROOT);
  }

  /** One row for each period, county and group, with the figures of this source. */
  Dataset<Row> apply(Dataset<Row> rows) {
    List<Column> finest = new ArrayList<>(List.of(col("period"), col("county_code")));
    columns().forEach(name -> finest.add(col(name).cast("string").as(FINE + name)));
    Dataset<Row> fine = aggregated(rows, finest, (check, figure) -> SetFigures.overRows(figure));
    Column[] groups = bySets().stream().map(SetFigures::group).toArray(Column[]::new);
    Dataset<Row> grouped =
        fine.withColumn(GROUP, explode(array(groups))).where(col(GROUP + "." + KEY).isNotNull());
    List<Column> keys =
        List.of(
            col("period"),
            col("county_code"),
            col(GROUP + "." + BY).as(BY),
            col(GROUP + "." + KEY).as(KEY));
    return aggregated(grouped, keys, SetFigures::overGroups);
  }

  private List<SetCheck> asking() {
    return checks.stream()
        .filter(check -> check.figures().stream().anyMatch(this::isOurs))
        .toList();
  }

  private boolean isOurs(Figure figure) {
    return figure.contract().equals(contract) && figure.year() == year;
  }

  private List<String> columns() {
    return asking().stream().flatMap(check -> check.by().stream()).distinct().toList();
  }

  private List<List<String>> bySets() {
    return asking().stream().map(SetCheck::by).distinct().toList();
  }

  /** A group of those columns; its key is null where one of them is. */
  private static Column group(List<String> by) {
    List<Column> parts = new ArrayList<>(List.of(lit("")));
    for (String name : by) {
      if (parts.size() > 1) {
        parts.add(lit("|"));
      }
      parts.add(col(FINE + name));
    }
    return struct(lit(String.join("|", by)).as(BY), concat(parts.toArray(Column[]::new)).as(KEY));
  }

  private interface FigureColumn {
    Column of(SetCheck check, Figure figure);
  }

  private Dataset<Row> aggregated(Dataset<Row> rows, List<Column> keys, FigureColumn column) {
    Column[] figures =
        asking().stream()
            .flatMap(
                check ->
                    check.figures().stream()
                        .filter(this::isOurs)
                        .map(f -> column.of(check, f).as(nameOf(check, f))))
            .toArray(Column[]::new);
    return rows.groupBy(keys.toArray(Column[]::new))
        .agg(figures[0], Arrays.copyOfRange(figures, 1, figures.length));
  }

  /** A figure over rows. */
  static Column overRows(Figure figure) {
    Aggregate aggregate = figure.aggregate();
    if (aggregate instanceof Aggregate.Count rows) {
      return count_if(holds(rows, figure));
    } else if (aggregate instanceof Aggregate.Sum total) {
      return sum(chosen(total.value(), figure));
    } else if (aggregate instanceof Aggregate.Min least) {
      return min(chosen(least.value(), figure).cast("string"));
    } else if (aggregate instanceof Aggregate.Max most) {
      return max(chosen(most.value(), figure).cast("string"));
    }
    throw new IllegalStateException("no figure of a set check: " + aggregate);
  }

  /** A figure of a group that is one row. */
  static Column ofOneRow(Figure figure) {
    Aggregate aggregate = figure.aggregate();
    if (aggregate instanceof Aggregate.Count) {
      return when(holds((Aggregate.Count) aggregate, figure), lit(1L)).otherwise(lit(0L));
    } else if (aggregate instanceof Aggregate.Sum total) {
      return chosen(total.value(), figure);
    } else if (aggregate instanceof Aggregate.Min least) {
      return chosen(least.value(), figure).cast("string");
    } else if (aggregate instanceof Aggregate.Max most) {
      return chosen(most.value(), figure).cast("string");
    }
    throw new IllegalStateException("no figure of a set check: " + aggregate);
  }

  private static Column holds(Aggregate.Count rows, Figure figure) {
    Column holds = LenientSql.expression(rows.condition());
    Column both = figure.where().map(w -> holds.and(LenientSql.expression(w))).orElse(holds);
    return coalesce(both, lit(false));
  }

  private static Column chosen(Expression value, Figure figure) {
    Column chosen = LenientSql.expression(value);
    return figure.where().map(w -> when(LenientSql.expression(w), chosen)).orElse(chosen);
  }

  private static Column overGroups(SetCheck check, Figure figure) {
    Column fine = col(nameOf(check, figure));
    Aggregate aggregate = figure.aggregate();
    Function<Column, Column> combining =
        aggregate instanceof Aggregate.Min
            ? c -> min(c)
            : aggregate instanceof Aggregate.Max ? c -> max(c) : c -> sum(c);
    return combining.apply(fine);
  }
}
