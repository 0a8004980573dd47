package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.PeriodType;
import io.junheng.definition.Text;
import io.junheng.job.League;
import io.junheng.job.League.Line;
import io.junheng.job.League.Spread;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A league table in plain text. Numbers are rounded half-up for show only; a column that no line
 * has a value for is left out.
 */
record LeaguePrint(League league, Language language, int width) {
  private static final int CV_DECIMALS = 3;
  private static final int SCORE_DECIMALS = 2;
  private static final int LIMIT_DECIMALS = 2;
  private static final int COUNTY_WIDTH = 20;
  private static final int CITY_WIDTH = 16;
  private static final Map<String, Text> VERDICTS =
      Map.of(
          "passed", new Text("达到", "Meets"),
          "not_passed", new Text("未达到", "Not met"),
          "undetermined", new Text("待定", "Open"));
  private static final Map<String, Text> NOT_COMPARED =
      Map.of(
          "no_previous", new Text("首期", "first"),
          "value_missing", new Text("缺值", "no place"),
          "new_unit", new Text("新增", "new"),
          "other_units", new Text("单位有变", "units"),
          "other_boundary", new Text("区划有变", "borders"),
          "other_edition", new Text("版本有变", "edition"),
          "break", new Text("口径有变", "break"));
  private static final Map<String, Text> REASONS =
      Map.of(
          "no_previous", new Text("上一周期没有结果", "nothing was worked out for the period before"),
          "value_missing", new Text("本期或上期没有名次", "no place in this period or the one before"),
          "new_unit", new Text("上期未参排", "was not among the units before"),
          "other_units", new Text("参排单位与上期不同", "other units were ranked before"),
          "other_boundary", new Text("区划与上期不同", "its boundary was another"),
          "other_edition", new Text("评价体系版本与上期不同", "the framework's edition was another"),
          "break", new Text("统计口径与上期不同", "it was counted in another way before"));

  /** A column of the print. */
  private record Shown(Text header, TextTable.Side side, Function<Line, String> cell) {
    /** The same column, cut to so many columns of the screen. */
    Shown atMost(int columns) {
      return new Shown(header, side, cell.andThen(text -> DisplayWidth.cut(text, columns)));
    }
  }

  /** Why two periods are not compared, by the code that tables keep. */
  static Text reason(String changeStatus) {
    return REASONS.getOrDefault(changeStatus, Text.same(changeStatus));
  }

  /** All lines. */
  List<String> lines() {
    return lines(league.lines().size(), 0);
  }

  /** The first and last lines, with the number of those between. */
  List<String> lines(int first, int last) {
    List<String> printed = new ArrayList<>(heading());
    List<String> table = table();
    int header = table.size() - league.lines().size();
    int shown = Math.min(league.lines().size(), first + last);
    int between = league.lines().size() - shown;
    int upTo = header + Math.min(first, league.lines().size());
    printed.addAll(table.subList(0, between == 0 ? table.size() : upTo));
    if (between > 0) {
      printed.add(
          new Text("… 其余 %d 个".formatted(between), "… %d more".formatted(between)).in(language));
      printed.addAll(table.subList(table.size() - last, table.size()));
    }
    printed.addAll(notes());
    return printed;
  }

  private List<String> heading() {
    List<String> heading = new ArrayList<>();
    heading.add(
        String.join(
            " · ",
            new Text("监测结果一览表", "League table").in(language),
            league.title().in(language),
            period(league.period()).in(language)));
    league.label().ifPresent(heading::add);
    league.mark().ifPresent(mark -> heading.add(mark.in(language)));
    long all = league.lines().size();
    heading.add(
        String.join(
            " · ",
            new Text("排名单位:", "Units: ").in(language) + league.areaSet().in(language),
            new Text(
                    "%d 个,参排 %d 个".formatted(all, league.rankedCount()),
                    "%d of %d took part".formatted(league.rankedCount(), all))
                .in(language),
            (league.isOfficialOrder()
                    ? new Text("法定名次", "official order")
                    : new Text("工作排序,非官方名次", "working order, not an official ranking"))
                .in(language)));
    heading.add("");
    return heading;
  }

  /** A period as people say it. */
  static Text period(Period period) {
    int year = period.year();
    if (period.type() == PeriodType.SCHOOL_YEAR) {
      String years = "%d/%02d".formatted(year, (year + 1) % 100);
      return new Text(
          "%s 学年(%s)".formatted(years, period), "school year %s (%s)".formatted(years, period));
    }
    if (period.type() == PeriodType.CALENDAR_YEAR) {
      return new Text("%d 年(%s)".formatted(year, period), "%d (%s)".formatted(year, period));
    }
    return new Text("周期 " + period, "period " + period);
  }

  private List<String> table() {
    List<Shown> columns =
        columns()
            .filter(c -> league.lines().stream().anyMatch(l -> !c.cell().apply(l).isEmpty()))
            .toList();
    TextTable table =
        new TextTable(
            columns.stream().map(column -> column.header().in(language)).toList(),
            columns.stream().map(Shown::side).toList());
    for (Line line : league.lines()) {
      table.add(columns.stream().map(column -> column.cell().apply(line)).toList());
    }
    return table.lines(width);
  }

  private Stream<Shown> columns() {
    return Stream.of(
        right("名次", "Place", LeaguePrint::place),
        right("变化", "Move", this::move),
        left("县(市、区)", "County", line -> line.county().in(language)).atMost(COUNTY_WIDTH),
        left("市", "City", line -> line.city().in(language)).atMost(CITY_WIDTH),
        left(
            "测算结果",
            "Verdict",
            line -> line.verdict().map(code -> verdict(code).in(language)).orElse("")),
        score(),
        left("等第", "Grade", line -> line.gradeBand().orElse("")),
        right("达到", "Met", LeaguePrint::met),
        right("小学综合", "CV p.", line -> cv(line.primary().composite())),
        right("初中综合", "CV j.", line -> cv(line.junior().composite())),
        worst("小学最大", "Max p.", Line::primary),
        worst("初中最大", "Max j.", Line::junior),
        right("目标(周期)", "Target (by)", line -> line.target().map(this::target).orElse("")),
        left("距目标", "To go", line -> line.target().map(this::toGo).orElse("")),
        left("制约条目", "Blocked by", line -> String.join(" ", line.blocking())));
  }

  private String target(League.Target target) {
    return "%s (%s)".formatted(inUnit(Optional.of(target.value())), target.by());
  }

  /** What is left of the way, and whether the pace is enough. */
  private String toGo(League.Target target) {
    String standing = ExplainWords.of(target.status()).in(language);
    return target.gap().filter(gap -> gap.signum() > 0).isPresent()
        ? inUnit(target.gap()) + " " + standing
        : standing;
  }

  private String inUnit(Optional<BigDecimal> value) {
    return rounded(value, league.measured().map(League.Measured::decimals).orElse(SCORE_DECIMALS));
  }

  /** The score, or the value of the indicator that is ranked by itself. */
  private Shown score() {
    return league
        .measured()
        .map(
            of ->
                right(
                    "数值(%s)".formatted(of.unit()),
                    "Value (%s)".formatted(of.unit()),
                    line -> rounded(line.score(), of.decimals())))
        .orElseGet(() -> right("得分", "Score", line -> rounded(line.score(), SCORE_DECIMALS)));
  }

  private static Shown left(String zh, String en, Function<Line, String> cell) {
    return new Shown(new Text(zh, en), TextTable.Side.LEFT, cell);
  }

  private static Shown right(String zh, String en, Function<Line, String> cell) {
    return new Shown(new Text(zh, en), TextTable.Side.RIGHT, cell);
  }

  /** The place, or the places that it may still become. */
  private static String place(Line line) {
    League.Standing standing = line.standing();
    if (standing.rank().isEmpty()) {
      return "–";
    }
    String shared = standing.tieCount() > 1 ? "=" : "";
    return standing
        .low()
        .map(low -> "%d–%d".formatted(low, standing.high().orElse(low)))
        .orElse(shared + standing.rank().get());
  }

  private String move(Line line) {
    return line.standing()
        .change()
        .map(places -> places == 0 ? "=" : (places > 0 ? "↑" : "↓") + Math.abs(places))
        .orElseGet(
            () ->
                Optional.ofNullable(NOT_COMPARED.get(line.standing().changeStatus()))
                    .map(reason -> reason.in(language))
                    .orElse(""));
  }

  /** What people call a verdict, in few letters. */
  static Text verdict(String code) {
    return VERDICTS.getOrDefault(code, Text.same(code));
  }

  private static String met(Line line) {
    return line.metCount()
        .map(met -> met + line.ofCount().map(of -> "/" + of).orElse(""))
        .orElse("");
  }

  private static String cv(Optional<Double> value) {
    return rounded(value.map(BigDecimal::valueOf), CV_DECIMALS);
  }

  private static String rounded(Optional<BigDecimal> value, int decimals) {
    return value.map(v -> v.setScale(decimals, RoundingMode.HALF_UP).toPlainString()).orElse("");
  }

  /** The largest single coefficient; a limit that is the same for all stands in the header. */
  private Shown worst(String zh, String en, Function<Line, Spread> stage) {
    Set<BigDecimal> limits =
        league.lines().stream()
            .flatMap(line -> stage.apply(line).limit().stream())
            .map(BigDecimal::stripTrailingZeros)
            .collect(Collectors.toSet());
    boolean isSame = limits.size() == 1;
    String limit = isSame ? "≤" + limit(limits.iterator().next()) : "";
    return left(zh + limit, en + limit, line -> worst(stage.apply(line), isSame));
  }

  /** The value and the item that tests it, marked where it is above its limit; unrounded. */
  private static String worst(Spread spread, boolean isLimitInHeader) {
    if (spread.worst().isEmpty()) {
      return "";
    }
    BigDecimal worst = BigDecimal.valueOf(spread.worst().get());
    boolean isAbove = spread.limit().filter(limit -> worst.compareTo(limit) > 0).isPresent();
    String limit =
        isLimitInHeader ? "" : spread.limit().map(l -> (isAbove ? ">" : "≤") + limit(l)).orElse("");
    return cv(spread.worst())
        + limit
        + spread.worstOf().map(of -> " " + of).orElse("")
        + (isAbove ? " ✗" : "");
  }

  /** As regulations print it: 0.50 rather than 0.5. */
  private static String limit(BigDecimal limit) {
    int decimals = Math.max(LIMIT_DECIMALS, limit.stripTrailingZeros().scale());
    return limit.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("");
    if (league.lines().stream().anyMatch(line -> line.primary().worst().isPresent())) {
      notes.add(
          new Text(
                  "综合:综合差异系数,本身无限值。最大:最大的单项差异系数及其条目;✗ 超过限值。",
                  "CV: composite coefficient of variation, without a limit of its own. Max: the"
                      + " largest single one and its item; ✗ above its limit.")
              .in(language));
    }
    codes().map(code -> code + " " + league.names().get(code).in(language)).forEach(notes::add);
    if (league.lines().stream().anyMatch(line -> line.standing().low().isPresent())) {
      notes.add(
          new Text("名次为范围的,待未知条目落定。", "A range of places stands until unknown items are settled.")
              .in(language));
    }
    reasons().forEach(notes::add);
    return wrapped(notes);
  }

  private Stream<String> codes() {
    return league.lines().stream()
        .flatMap(line -> Stream.of(line.primary(), line.junior()))
        .flatMap(spread -> spread.worstOf().stream())
        .filter(league.names()::containsKey)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream();
  }

  /** Why there is no movement, once for each reason. */
  private Stream<String> reasons() {
    return league.lines().stream()
        .filter(line -> line.standing().change().isEmpty())
        .map(line -> line.standing().changeStatus())
        .filter(REASONS::containsKey)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(code -> NOT_COMPARED.get(code).in(language) + ": " + REASONS.get(code).in(language));
  }

  private List<String> wrapped(List<String> notes) {
    return IntStream.range(0, notes.size())
        .mapToObj(i -> DisplayWidth.cut(notes.get(i), width))
        .toList();
  }
}
