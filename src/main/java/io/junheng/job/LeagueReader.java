package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.TableColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Reads league tables from gold, with the names from the dimensions. Needs no Spark session. */
final class LeagueReader {
  /** Kind of framework that ranks its items by themselves, as {@link Dimensions} writes it. */
  private static final String SEPARATE = "separate";

  private final SmallTables tables;

  LeagueReader(SmallTables tables) {
    this.tables = tables;
  }

  /**
   * The league tables of a framework in a period, one for each set of areas; of one that ranks its
   * items by themselves, those of its items.
   *
   * @param subject the framework, or one of such items: {@code FRAMEWORK/ITEM}
   * @param period the latest one if not given
   * @throws JobException if the lake has no such framework or period
   */
  List<League> read(String subject, Optional<Period> period) {
    String framework = subject.replaceFirst("/.*", "");
    Map<String, Text> frameworks =
        titles(
            tables.read(DimFramework.TABLE).stream(),
            DimFramework.FRAMEWORK,
            DimFramework.TITLE_ZH,
            DimFramework.TITLE_EN);
    if (frameworks.isEmpty()) {
      throw nothing(framework, "—");
    }
    if (!frameworks.containsKey(framework)) {
      throw new JobException(
          Outcome.CONFIGURATION,
          JobWords.unknown("评价体系", "framework", framework, frameworks.keySet()));
    }
    if (isSeparate(framework)) {
      List<League> ofItems =
          new SingleLeagues(tables, framework, frameworks.get(framework))
              .read(
                  Optional.of(subject)
                      .filter(s -> s.contains("/"))
                      .map(s -> s.replaceFirst(".*/", "")),
                  period);
      if (ofItems.isEmpty()) {
        throw nothing(subject, period.map(Period::toString).orElse("—"));
      }
      return ofItems;
    }
    List<Row> lines =
        tables.read(LeagueTable.TABLE).stream()
            .filter(row -> framework.equals(text(row, LeagueTable.FRAMEWORK)))
            .toList();
    Period wanted = period.or(() -> latest(lines)).orElseThrow(() -> nothing(framework, "—"));
    List<Row> rows = lines.stream().filter(row -> period(row).equals(wanted)).toList();
    if (rows.isEmpty()) {
      throw nothing(framework, wanted.toString());
    }
    LeagueRows leagues =
        new LeagueRows(
            framework,
            frameworks.get(framework),
            wanted,
            titles(
                tables.read(DimAreaSet.TABLE).stream(),
                DimAreaSet.AREA_SET,
                DimAreaSet.TITLE_ZH,
                DimAreaSet.TITLE_EN),
            names(framework),
            itemsByIndicator(framework, wanted));
    return leagues.apply(rows);
  }

  private boolean isSeparate(String framework) {
    return tables.read(DimFramework.TABLE).stream()
        .filter(row -> framework.equals(text(row, DimFramework.FRAMEWORK)))
        .anyMatch(row -> SEPARATE.equals(text(row, DimFramework.KIND)));
  }

  /** The league tables of every framework that has some, of the latest period if not given. */
  List<League> readAll(Optional<Period> period) {
    List<Row> lines = tables.read(LeagueTable.TABLE);
    Optional<Period> wanted = period.or(() -> latest(lines));
    return wanted.stream()
        .flatMap(
            one ->
                lines.stream()
                    .filter(row -> period(row).equals(one))
                    .map(row -> text(row, LeagueTable.FRAMEWORK))
                    .distinct()
                    .sorted()
                    .flatMap(framework -> read(framework, wanted).stream()))
        .toList();
  }

  private static Optional<Period> latest(List<Row> lines) {
    return lines.stream().map(LeagueReader::period).max(Period::compareTo);
  }

  private static Period period(Row line) {
    return new Period(line.getInt(LeagueTable.PERIOD.ordinal()));
  }

  private JobException nothing(String framework, String period) {
    return new JobException(
        Outcome.INPUT,
        new Text(
            "%s 中没有 %s 在周期 %s 的监测结果一览表。请先运行 run 或 compute。"
                .formatted(tables.root(), framework, period),
            "%s holds no league table of %s for period %s. Type run or compute first."
                .formatted(tables.root(), framework, period)));
  }

  /** Titles of items and of indicators, by code. */
  private Map<String, Text> names(String framework) {
    Map<String, Text> names =
        new HashMap<>(
            titles(
                tables.read(DimIndicator.TABLE).stream(),
                DimIndicator.INDICATOR,
                DimIndicator.TITLE_ZH,
                DimIndicator.TITLE_EN));
    names.putAll(
        titles(
            tables.read(DimFrameworkItem.TABLE).stream()
                .filter(row -> framework.equals(text(row, DimFrameworkItem.FRAMEWORK))),
            DimFrameworkItem.ITEM,
            DimFrameworkItem.TITLE_ZH,
            DimFrameworkItem.TITLE_EN));
    return names;
  }

  /** The item that tests an indicator; the first of several. */
  private Map<String, String> itemsByIndicator(String framework, Period period) {
    return tables.read(FrameworkItemResult.TABLE, List.of(period)).stream()
        .filter(row -> framework.equals(text(row, FrameworkItemResult.FRAMEWORK)))
        .filter(row -> text(row, FrameworkItemResult.INDICATOR) != null)
        .collect(
            Collectors.toMap(
                row -> text(row, FrameworkItemResult.INDICATOR),
                row -> text(row, FrameworkItemResult.ITEM),
                BinaryOperator.minBy(String::compareTo)));
  }

  private static <C extends Enum<C> & TableColumn> Map<String, Text> titles(
      Stream<Row> rows, C key, C zh, C en) {
    return rows.collect(
        Collectors.toMap(
            row -> text(row, key),
            row -> new Text(text(row, zh), text(row, en)),
            (first, second) -> first));
  }

  private static <C extends Enum<C> & TableColumn> String text(Row row, C column) {
    return row.getString(column.ordinal());
  }
}
