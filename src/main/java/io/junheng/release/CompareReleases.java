package io.junheng.release;

import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.release.Difference.Kind;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Values, items, verdicts, scores and places of counties that differ between two releases, in the
 * periods that both have.
 *
 * <p>A cause is named where what it speaks of differs: the area's own files of a dataset that the
 * figure leans on, its definition, the code. Where none of that differs, it is the data of others,
 * as for the mean of a province or for a place. A place whose ranked value is the same was moved by
 * others.
 *
 * @param tables the lake of both
 */
public record CompareReleases(SmallTables tables, Background background) {
  /** Compares them; in the order of kind, period, framework, thing, stage and area. */
  public List<Difference> apply(Manifest before, Manifest after) {
    Set<Period> periods = new TreeSet<>(before.periods());
    periods.retainAll(after.periods());
    List<Difference> differences = new ArrayList<>();
    for (ComparedTable compared : ComparedTable.ALL) {
      SortedMap<String, Row> earlier = rows(compared, before, periods);
      SortedMap<String, Row> later = rows(compared, after, periods);
      Set<String> keys = new TreeSet<>(earlier.keySet());
      keys.addAll(later.keySet());
      for (String key : keys) {
        difference(compared, earlier.get(key), later.get(key)).ifPresent(differences::add);
      }
    }
    return differences;
  }

  private SortedMap<String, Row> rows(ComparedTable compared, Manifest of, Set<Period> periods) {
    return tables.ofRelease(of.id().toString()).read(compared.table(), periods).stream()
        .filter(row -> compared.only().map(c -> text(row, c).equals(Table.TOTAL)).orElse(true))
        .collect(
            Collectors.toMap(
                row -> key(compared.table(), row), row -> row, (a, b) -> a, TreeMap::new));
  }

  private static String key(Table table, Row row) {
    return table.key().stream()
        .map(column -> String.valueOf(row.<Object>getAs(column.columnName())))
        .collect(Collectors.joining("\u0000"));
  }

  private Optional<Difference> difference(ComparedTable compared, Row before, Row after) {
    Object old = value(before, compared.value());
    Object now = value(after, compared.value());
    if (Objects.equals(old, now)) {
      return Optional.empty();
    }
    Row any = after == null ? before : after;
    int period = any.getAs("period");
    String area = text(any, compared.area());
    String thing = text(any, compared.thing());
    Optional<String> framework = compared.framework().map(column -> text(any, column));
    boolean isOwnSame = Objects.equals(value(before, compared.own()), value(after, compared.own()));
    return Optional.of(
        new Difference(
            compared.kind(),
            period,
            area,
            framework,
            thing,
            compared.stage().map(column -> text(any, column)),
            Optional.ofNullable(old).map(CompareReleases::plain),
            Optional.ofNullable(now).map(CompareReleases::plain),
            causes(
                compared.kind() == Kind.PLACE && isOwnSame,
                period,
                area,
                thing,
                framework.orElse(thing))));
  }

  private List<Cause> causes(
      boolean isMovedByOthers, int period, String area, String thing, String judge) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    if (!isMovedByOthers && background.isOwnDataOther(period, area, thing)) {
      causes.add(Cause.OWN_DATA);
    }
    if (background.isDefinedOtherwise(thing) || background.isDefinedOtherwise(judge)) {
      causes.add(Cause.DEFINITION);
    }
    if (background.isCodeOther()) {
      causes.add(Cause.CODE);
    }
    if (causes.isEmpty() || isMovedByOthers) {
      if (background.isAnyDataOther()) {
        causes.add(Cause.OTHERS_DATA);
      }
    }
    if (causes.isEmpty()) {
      causes.add(Cause.UNEXPLAINED);
    }
    return causes.stream().sorted(Comparator.naturalOrder()).toList();
  }

  private static Object value(Row row, TableColumn column) {
    return row == null ? null : row.getAs(column.columnName());
  }

  private static String text(Row row, TableColumn column) {
    return row.getAs(column.columnName());
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal decimal
        ? (decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString())
        : value.toString();
  }

  /** How many figures of each kind differ. */
  public static Map<Kind, Long> counts(List<Difference> differences) {
    return differences.stream()
        .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()));
  }
}
