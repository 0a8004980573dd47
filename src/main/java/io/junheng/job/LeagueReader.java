package io.junheng.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads league tables from gold, with the names from the dimensions. */
final class LeagueReader {
  private final Lake lake;

  LeagueReader(Lake lake) {
    this.lake = lake;
  }

  /**
   * The league tables of a framework in a period, one for each set of areas.
   *
   * @param period the latest one if not given
   * @throws JobException if the lake has no such framework or period
   */
  List<League> read(String framework, Optional<Period> period) {
    Map<String, Text> frameworks = titles(lake.read(DimFramework.TABLE), DimFramework.FRAMEWORK);
    if (frameworks.isEmpty()) {
      throw nothing(framework, "—");
    }
    if (!frameworks.containsKey(framework)) {
      throw new JobException(
          Outcome.CONFIGURATION,
          JobWords.unknown("评价体系", "framework", framework, frameworks.keySet()));
    }
    Dataset<Row> lines = of(LeagueTable.TABLE, LeagueTable.FRAMEWORK, framework);
    Period wanted = period.or(() -> latest(lines)).orElseThrow(() -> nothing(framework, "—"));
    List<Row> rows = lines.where(at(LeagueTable.PERIOD).equalTo(wanted.number())).collectAsList();
    if (rows.isEmpty()) {
      throw nothing(framework, wanted.toString());
    }
    LeagueRows leagues =
        new LeagueRows(
            framework,
            frameworks.get(framework),
            wanted,
            titles(lake.read(DimAreaSet.TABLE), DimAreaSet.AREA_SET),
            names(framework),
            itemsByIndicator(framework, wanted));
    return leagues.apply(rows);
  }

  /** The league tables of every framework that has some, of the latest period if not given. */
  List<League> readAll(Optional<Period> period) {
    Dataset<Row> lines = lake.read(LeagueTable.TABLE);
    Optional<Period> wanted = period.or(() -> latest(lines));
    if (wanted.isEmpty()) {
      return List.of();
    }
    return lines
        .where(at(LeagueTable.PERIOD).equalTo(wanted.get().number()))
        .select(at(LeagueTable.FRAMEWORK))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .flatMap(framework -> read(framework, wanted).stream())
        .toList();
  }

  private Dataset<Row> of(Table table, TableColumn column, String value) {
    return lake.read(table).where(at(column).equalTo(value));
  }

  private static Column at(TableColumn column) {
    return col(column.columnName());
  }

  private static Optional<Period> latest(Dataset<Row> lines) {
    Row latest = lines.agg(max(at(LeagueTable.PERIOD))).head();
    return latest.isNullAt(0) ? Optional.empty() : Optional.of(new Period(latest.getInt(0)));
  }

  private JobException nothing(String framework, String period) {
    return new JobException(
        Outcome.INPUT,
        new Text(
            "%s 中没有 %s 在周期 %s 的监测结果一览表。请先运行 run 或 compute。"
                .formatted(lake.root(), framework, period),
            "%s holds no league table of %s for period %s. Type run or compute first."
                .formatted(lake.root(), framework, period)));
  }

  /** Titles of items and of indicators, by code. */
  private Map<String, Text> names(String framework) {
    Map<String, Text> names =
        new HashMap<>(titles(lake.read(DimIndicator.TABLE), DimIndicator.INDICATOR));
    names.putAll(
        titles(
            of(DimFrameworkItem.TABLE, DimFrameworkItem.FRAMEWORK, framework),
            DimFrameworkItem.ITEM));
    return names;
  }

  /** The item that tests an indicator; the first of several. */
  private Map<String, String> itemsByIndicator(String framework, Period period) {
    Collection<Row> pairs =
        of(FrameworkItemResult.TABLE, FrameworkItemResult.FRAMEWORK, framework)
            .where(at(FrameworkItemResult.PERIOD).equalTo(period.number()))
            .where(at(FrameworkItemResult.INDICATOR).isNotNull())
            .groupBy(at(FrameworkItemResult.INDICATOR))
            .agg(min(at(FrameworkItemResult.ITEM)))
            .collectAsList();
    return pairs.stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  /** Titles of a dimension, which all have them under the same names, by its key. */
  private static Map<String, Text> titles(Dataset<Row> dimension, TableColumn key) {
    return dimension
        .select(at(key), at(DimIndicator.TITLE_ZH), at(DimIndicator.TITLE_EN))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getString(0),
                row -> new Text(row.getString(1), row.getString(2)),
                (first, second) -> first));
  }
}
