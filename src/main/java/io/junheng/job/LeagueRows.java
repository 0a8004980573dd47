package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.table.LeagueTable;
import io.junheng.table.TableColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Turns rows of {@code gold.league_table} into league tables that people can read.
 *
 * @param areaSets titles by id
 * @param names titles of items and indicators
 * @param items the item that tests an indicator
 */
record LeagueRows(
    String framework,
    Text title,
    Period period,
    Map<String, Text> areaSets,
    Map<String, Text> names,
    Map<String, String> items) {

  private static final String DEMONSTRATION = "demo";

  /** One league table for each set of areas. */
  List<League> apply(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> text(row, LeagueTable.AREA_SET).orElse("")))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(set -> league(set.getKey(), set.getValue()))
        .toList();
  }

  private League league(String areaSet, List<Row> rows) {
    List<Row> ordered =
        rows.stream()
            .sorted(
                Comparator.comparing(
                        (Row row) -> integer(row, LeagueTable.RANK_NO).orElse(Integer.MAX_VALUE))
                    .thenComparing(row -> text(row, LeagueTable.COUNTY_CODE).orElse("")))
            .toList();
    Row any = ordered.get(0);
    return new League(
        framework,
        title,
        period,
        areaSets.getOrDefault(areaSet, Text.same(areaSet)),
        integer(any, LeagueTable.RANK_OF).orElse(0),
        LeagueRows.<Boolean>value(any, LeagueTable.RANK_OFFICIAL).orElse(false),
        ordered.stream().flatMap(row -> text(row, LeagueTable.DATA_LABEL).stream()).findFirst(),
        names,
        ordered.stream().map(this::line).toList(),
        text(any, LeagueTable.ORIGIN).filter(DEMONSTRATION::equals).map(SingleLeagues::markOf),
        Optional.empty());
  }

  private League.Line line(Row row) {
    Text code = Text.same(text(row, LeagueTable.COUNTY_CODE).orElse(""));
    return new League.Line(
        code.zh(),
        name(row, LeagueTable.COUNTY_NAME_ZH, LeagueTable.COUNTY_NAME_EN).orElse(code),
        name(row, LeagueTable.CITY_NAME_ZH, LeagueTable.CITY_NAME_EN).orElse(Text.same("")),
        standing(row),
        text(row, LeagueTable.VERDICT),
        value(row, LeagueTable.SCORE),
        text(row, LeagueTable.GRADE_BAND),
        integer(row, LeagueTable.MET_COUNT),
        integer(row, LeagueTable.OF_COUNT),
        new League.Spread(
            value(row, LeagueTable.COMPOSITE_CV_PRIMARY),
            value(row, LeagueTable.WORST_CV_PRIMARY),
            tested(row, LeagueTable.WORST_CV_INDICATOR_PRIMARY),
            value(row, LeagueTable.CV_LIMIT_PRIMARY)),
        new League.Spread(
            value(row, LeagueTable.COMPOSITE_CV_JUNIOR),
            value(row, LeagueTable.WORST_CV_JUNIOR),
            tested(row, LeagueTable.WORST_CV_INDICATOR_JUNIOR),
            value(row, LeagueTable.CV_LIMIT_JUNIOR)),
        blocking(row),
        Optional.empty());
  }

  private static List<String> blocking(Row row) {
    return text(row, LeagueTable.BLOCKING_ITEMS).stream()
        .flatMap(items -> Arrays.stream(items.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** A range is told only where something unknown leaves one. */
  private static League.Standing standing(Row row) {
    Optional<Integer> low = integer(row, LeagueTable.RANK_LOW);
    Optional<Integer> high = integer(row, LeagueTable.RANK_HIGH);
    boolean isRange = low.isPresent() && high.isPresent() && !low.equals(high);
    return new League.Standing(
        integer(row, LeagueTable.RANK_NO),
        isRange ? low : Optional.empty(),
        isRange ? high : Optional.empty(),
        integer(row, LeagueTable.TIE_COUNT).orElse(0),
        integer(row, LeagueTable.RANK_CHANGE),
        text(row, LeagueTable.CHANGE_STATUS).orElse(""));
  }

  private Optional<String> tested(Row row, TableColumn indicator) {
    return text(row, indicator).map(id -> items.getOrDefault(id, id));
  }

  private static Optional<Text> name(Row row, TableColumn zh, TableColumn en) {
    Optional<String> chinese = text(row, zh);
    Optional<String> english = text(row, en);
    return chinese.or(() -> english).map(name -> new Text(name, english.orElse(name)));
  }

  private static Optional<String> text(Row row, TableColumn column) {
    return value(row, column);
  }

  private static Optional<Integer> integer(Row row, TableColumn column) {
    return LeagueRows.<Number>value(row, column).map(Number::intValue);
  }

  private static <T> Optional<T> value(Row row, TableColumn column) {
    return Optional.ofNullable(row.<T>getAs(column.columnName()));
  }
}
