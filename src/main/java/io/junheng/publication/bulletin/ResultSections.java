package io.junheng.publication.bulletin;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.Names;
import io.junheng.publication.workbook.Words;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimFramework;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What came out under each framework, who moved, and the province's figures beside last year's. */
record ResultSections(Bulletin bulletin, Period period) {
  private static final int MOST_MOVES = 3;
  private static final int SCORE_DECIMALS = 2;
  private static final List<String> VERDICTS = List.of("passed", "not_passed", "undetermined");

  void write(Draft draft) {
    draft.heading(bulletin.in("二、监测结果", "2. Results"));
    List<String> frameworks =
        bulletin.names().frameworks().stream().filter(id -> !lines(id, period).isEmpty()).toList();
    frameworks.forEach(framework -> framework(draft, framework));
    draft.heading(
        bulletin.in("(附表)主要指标与上年同期", "Table: indicators and the same period of last year"));
    indicators(draft);
  }

  /** The lines of the framework's own set of units. */
  private List<Row> lines(String framework, Period of) {
    Optional<String> own =
        bulletin
            .names()
            .frameworkRow(framework)
            .flatMap(row -> Cells.text(row, DimFramework.AREA_SET));
    return bulletin.gold().rows(LeagueTable.TABLE, of).stream()
        .filter(row -> Cells.code(row, LeagueTable.FRAMEWORK).equals(framework))
        .filter(row -> own.isEmpty() || own.equals(Cells.text(row, LeagueTable.AREA_SET)))
        .toList();
  }

  private void framework(Draft draft, String framework) {
    List<Object> parts = new ArrayList<>();
    parts.add(bulletin.names().framework(framework) + bulletin.in(":", ": "));
    boolean hasVerdicts =
        lines(framework, period).stream()
            .anyMatch(row -> Cells.text(row, LeagueTable.VERDICT).isPresent());
    if (hasVerdicts) {
      verdicts(parts, framework);
    } else {
      scores(parts, framework);
    }
    moves(parts, framework);
    draft.paragraph(parts.toArray());
  }

  private void verdicts(List<Object> parts, String framework) {
    for (String verdict : VERDICTS) {
      parts.add(bulletin.names().in(Words.verdict(verdict)) + " ");
      parts.add(count(framework, period, verdict));
      parts.add(bulletin.in(" 个(上年同期 ", " (a year before "));
      parts.add(
          bulletin.gold().rows(CountyVerdict.TABLE, period.previous()).isEmpty()
              ? bulletin.in("无数据", "no data")
              : count(framework, period.previous(), verdict));
      parts.add(
          bulletin.in(
              verdict.equals("undetermined") ? ")。" : "),",
              verdict.equals("undetermined") ? "). " : "), "));
    }
  }

  private Figure count(String framework, Period of, String verdict) {
    long count =
        lines(framework, of).stream()
            .filter(row -> Cells.text(row, LeagueTable.VERDICT).equals(Optional.of(verdict)))
            .count();
    return new Figure(
        Long.toString(count),
        "gold.league_table: period=%s, framework=%s, verdict=%s → count"
            .formatted(of, framework, verdict));
  }

  private void scores(List<Object> parts, String framework) {
    parts.add(bulletin.in("各县得分平均 ", "mean score of the counties "));
    parts.add(mean(framework, period));
    parts.add(bulletin.in("(上年同期 ", " (a year before "));
    parts.add(mean(framework, period.previous()));
    parts.add(bulletin.in(")。", "). "));
  }

  /** A figure, or that there is none. */
  private Object mean(String framework, Period of) {
    List<BigDecimal> scores =
        lines(framework, of).stream()
            .flatMap(row -> Cells.number(row, LeagueTable.SCORE).stream())
            .toList();
    if (scores.isEmpty()) {
      return bulletin.in("无数据", "no data");
    }
    BigDecimal mean =
        scores.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(scores.size()), SCORE_DECIMALS, RoundingMode.HALF_UP);
    return new Figure(
        mean.toPlainString(),
        "gold.league_table: period=%s, framework=%s → mean(score), n=%d"
            .formatted(of, framework, scores.size()));
  }

  private void moves(List<Object> parts, String framework) {
    Comparator<Row> byChange =
        Comparator.comparingInt(row -> Cells.integer(row, LeagueTable.RANK_CHANGE).orElse(0));
    List<Row> moved =
        lines(framework, period).stream()
            .filter(row -> Cells.integer(row, LeagueTable.RANK_CHANGE).orElse(0) != 0)
            .toList();
    List<Row> up =
        moved.stream()
            .filter(row -> Cells.integer(row, LeagueTable.RANK_CHANGE).orElse(0) > 0)
            .sorted(byChange.reversed())
            .limit(MOST_MOVES)
            .toList();
    List<Row> down =
        moved.stream()
            .filter(row -> Cells.integer(row, LeagueTable.RANK_CHANGE).orElse(0) < 0)
            .sorted(byChange)
            .limit(MOST_MOVES)
            .toList();
    say(parts, framework, bulletin.in("名次(工作排序)上升较多:", "Up most in the working order: "), up);
    say(parts, framework, bulletin.in("下降较多:", "Down most: "), down);
  }

  private void say(List<Object> parts, String framework, String before, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    parts.add(before);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      String county = Cells.code(row, LeagueTable.COUNTY_CODE);
      parts.add((i == 0 ? "" : bulletin.in("、", ", ")) + bulletin.names().area(county) + " ");
      int change = Cells.integer(row, LeagueTable.RANK_CHANGE).orElseThrow();
      parts.add(
          new Figure(
              (change > 0 ? "↑" : "↓") + Math.abs(change),
              "gold.league_table: period=%s, framework=%s, county_code=%s → rank_change"
                  .formatted(period, framework, county)));
    }
    parts.add(bulletin.in("。", ". "));
  }

  private void indicators(Draft draft) {
    List<List<Object>> rows =
        bulletin.gold().rows(CountyIndicator.TABLE, period).stream()
            .filter(
                row -> Cells.text(row, CountyIndicator.AREA_LEVEL).equals(Optional.of("province")))
            .filter(row -> Cells.code(row, CountyIndicator.BREAKDOWN).equals(Table.TOTAL))
            .filter(row -> Cells.number(row, CountyIndicator.VALUE).isPresent())
            .filter(row -> Cells.number(row, CountyIndicator.PREVIOUS_VALUE).isPresent())
            .sorted(
                Comparator.comparingInt(
                    row ->
                        bulletin
                            .names()
                            .indicators()
                            .indexOf(Cells.code(row, CountyIndicator.INDICATOR))))
            .map(this::indicator)
            .toList();
    if (rows.isEmpty()) {
      draft.paragraph(bulletin.in("上年同期没有可比数据。", "There are no comparable figures of last year."));
      return;
    }
    draft.table(
        List.of(
            Column.text(bulletin.in("指标", "Indicator"), 42),
            Column.text(bulletin.in("学段", "Stage"), 14),
            Column.number(bulletin.in("本期", "Now"), 18),
            Column.number(bulletin.in("上年同期", "A year before"), 14),
            Column.number(bulletin.in("变化", "Change"), 12)),
        rows);
  }

  private List<Object> indicator(Row row) {
    Names.Indicator indicator =
        bulletin.names().indicator(Cells.code(row, CountyIndicator.INDICATOR));
    String unit = indicator.unit().isEmpty() ? "" : " (" + indicator.unit() + ")";
    return List.of(
        indicator.title() + unit,
        bulletin.names().stage(Cells.code(row, CountyIndicator.STAGE)),
        new Figure(
            shown(row, CountyIndicator.VALUE, indicator),
            "gold.county_indicator: period=%s, area_code=%s, stage=%s, indicator=%s → value, previous_value, change"
                .formatted(
                    period,
                    Cells.code(row, CountyIndicator.AREA_CODE),
                    Cells.code(row, CountyIndicator.STAGE),
                    Cells.code(row, CountyIndicator.INDICATOR))),
        shown(row, CountyIndicator.PREVIOUS_VALUE, indicator),
        shown(row, CountyIndicator.CHANGE, indicator));
  }

  private static String shown(Row row, TableColumn column, Names.Indicator indicator) {
    return Cells.number(row, column)
        .map(value -> value.setScale(indicator.decimals(), RoundingMode.HALF_UP).toPlainString())
        .orElse("—");
  }
}
