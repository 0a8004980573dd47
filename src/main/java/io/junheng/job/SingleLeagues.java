package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.table.CountyRanking;
import io.junheng.table.DimArea;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * League tables of the items of a framework that ranks each by itself, from {@code
 * gold.county_ranking}.
 */
final class SingleLeagues {
  private static final League.Spread NO_SPREAD =
      new League.Spread(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private static final String DEMONSTRATION = "demo";
  private static final String OFFICIAL = "official";

  private final SmallTables tables;
  private final String framework;
  private final Text title;

  SingleLeagues(SmallTables tables, String framework, Text title) {
    this.tables = tables;
    this.framework = framework;
    this.title = title;
  }

  /**
   * One league table for each item and set of areas, in the order of the items.
   *
   * @param item only this one
   * @param period the latest one if not given
   */
  List<League> read(Optional<String> item, Optional<Period> period) {
    Map<String, Row> items = items();
    item.filter(one -> !items.containsKey(one))
        .ifPresent(
            one -> {
              throw new JobException(
                  Outcome.CONFIGURATION, JobWords.unknown("条目", "item", one, items.keySet()));
            });
    List<Row> places =
        tables.read(CountyRanking.TABLE).stream()
            .filter(row -> text(row, CountyRanking.SUBJECT).startsWith(framework + "/"))
            .toList();
    Optional<Period> wanted =
        period.or(() -> places.stream().map(SingleLeagues::period).max(Period::compareTo));
    return wanted.stream()
        .flatMap(
            one ->
                items.keySet().stream()
                    .filter(id -> item.isEmpty() || item.get().equals(id))
                    .flatMap(id -> leagues(items.get(id), one, places).stream()))
        .toList();
  }

  private Map<String, Row> items() {
    Map<String, Row> items = new LinkedHashMap<>();
    tables.read(DimFrameworkItem.TABLE).stream()
        .filter(row -> framework.equals(text(row, DimFrameworkItem.FRAMEWORK)))
        .sorted(Comparator.comparing(row -> row.getInt(DimFrameworkItem.SORT_ORDER.ordinal())))
        .forEach(row -> items.put(text(row, DimFrameworkItem.ITEM), row));
    return items;
  }

  private List<League> leagues(Row item, Period period, List<Row> places) {
    String id = text(item, DimFrameworkItem.ITEM);
    Map<String, List<Row>> bySet = new LinkedHashMap<>();
    places.stream()
        .filter(row -> text(row, CountyRanking.SUBJECT).equals(framework + "/" + id))
        .filter(row -> period(row).equals(period))
        .sorted(
            Comparator.comparing(
                    (Row row) -> whole(row, CountyRanking.RANK_NO).orElse(Integer.MAX_VALUE))
                .thenComparing(row -> text(row, CountyRanking.COUNTY_CODE)))
        .forEach(
            row ->
                bySet
                    .computeIfAbsent(text(row, CountyRanking.AREA_SET), set -> new ArrayList<>())
                    .add(row));
    return bySet.entrySet().stream()
        .map(set -> league(item, period, set.getKey(), set.getValue()))
        .toList();
  }

  private League league(Row item, Period period, String set, List<Row> rows) {
    Map<String, Row> areas = areas();
    String id = text(item, DimFrameworkItem.ITEM);
    Optional<Row> watched = watched(id, period);
    Map<String, League.Target> targets = watched.map(of -> targets(of, period)).orElse(Map.of());
    Text name =
        new Text(text(item, DimFrameworkItem.TITLE_ZH), text(item, DimFrameworkItem.TITLE_EN));
    Text whole =
        new Text(
            "%s %s %s".formatted(title.zh(), id, name.zh()),
            "%s %s %s".formatted(title.en(), id, name.en()));
    return new League(
        framework,
        whole,
        period,
        titleOf(set),
        whole(rows.get(0), CountyRanking.RANK_OF).orElse(0),
        false,
        Optional.ofNullable(text(rows.get(0), CountyRanking.DATA_LABEL)),
        Map.of(),
        rows.stream().map(row -> line(row, areas, targets)).toList(),
        mark(text(item, DimFrameworkItem.ORIGIN)),
        watched.flatMap(this::measured));
  }

  private static Optional<Text> mark(String origin) {
    return origin.equals(OFFICIAL) ? Optional.empty() : Optional.of(markOf(origin));
  }

  /** What a print says where a rule or weight is not official. */
  static Text markOf(String origin) {
    return origin.equals(DEMONSTRATION)
        ? new Text("权重或标准为演示所设,非官方", "weights or standards made up for demonstration, not official")
        : new Text("口径为本系统所定,未见官方原文", "a reading of ours; no official text was seen");
  }

  private League.Line line(Row row, Map<String, Row> areas, Map<String, League.Target> targets) {
    String code = text(row, CountyRanking.COUNTY_CODE);
    Optional<Row> area = Optional.ofNullable(areas.get(code));
    return new League.Line(
        code,
        name(area, DimArea.NAME_ZH, DimArea.NAME_EN).orElse(Text.same(code)),
        name(area, DimArea.CITY_NAME_ZH, DimArea.CITY_NAME_EN).orElse(Text.same("")),
        standing(row),
        Optional.empty(),
        Optional.ofNullable(row.getDecimal(CountyRanking.VALUE.ordinal())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NO_SPREAD,
        NO_SPREAD,
        List.of(),
        Optional.ofNullable(targets.get(code)));
  }

  private static League.Standing standing(Row row) {
    Optional<Integer> low = whole(row, CountyRanking.RANK_LOW);
    Optional<Integer> high = whole(row, CountyRanking.RANK_HIGH);
    boolean isRange = low.isPresent() && !low.equals(high);
    return new League.Standing(
        whole(row, CountyRanking.RANK_NO),
        low.filter(place -> isRange),
        high.filter(place -> isRange),
        whole(row, CountyRanking.TIE_COUNT).orElse(0),
        whole(row, CountyRanking.RANK_CHANGE),
        text(row, CountyRanking.CHANGE_STATUS));
  }

  private static Optional<Text> name(Optional<Row> area, DimArea zh, DimArea en) {
    return area.filter(row -> text(row, zh) != null)
        .map(row -> new Text(text(row, zh), text(row, en)));
  }

  private Map<String, Row> areas() {
    Map<String, Row> areas = new HashMap<>();
    tables.read(DimArea.TABLE).forEach(row -> areas.put(text(row, DimArea.AREA_CODE), row));
    return areas;
  }

  private Text titleOf(String areaSet) {
    return tables.read(DimAreaSet.TABLE).stream()
        .filter(row -> areaSet.equals(text(row, DimAreaSet.AREA_SET)))
        .findFirst()
        .map(row -> new Text(text(row, DimAreaSet.TITLE_ZH), text(row, DimAreaSet.TITLE_EN)))
        .orElse(Text.same(areaSet));
  }

  /** A result of the item, which names the indicator and the stage that it watches. */
  private Optional<Row> watched(String item, Period period) {
    return tables.read(FrameworkItemResult.TABLE, List.of(period)).stream()
        .filter(row -> framework.equals(text(row, FrameworkItemResult.FRAMEWORK)))
        .filter(row -> item.equals(text(row, FrameworkItemResult.ITEM)))
        .filter(row -> text(row, FrameworkItemResult.INDICATOR) != null)
        .findFirst();
  }

  private Optional<League.Measured> measured(Row watched) {
    String indicator = text(watched, FrameworkItemResult.INDICATOR);
    return tables.read(DimIndicator.TABLE).stream()
        .filter(row -> indicator.equals(text(row, DimIndicator.INDICATOR)))
        .findFirst()
        .map(
            row ->
                new League.Measured(
                    text(row, DimIndicator.UNIT), row.getInt(DimIndicator.DECIMALS.ordinal())));
  }

  /** The target of each county that is due next. */
  private Map<String, League.Target> targets(Row watched, Period period) {
    String indicator = text(watched, FrameworkItemResult.INDICATOR);
    String stage =
        Optional.ofNullable(text(watched, FrameworkItemResult.STAGE)).orElse(Table.TOTAL);
    Map<String, League.Target> targets = new HashMap<>();
    tables.read(TargetProgress.TABLE, List.of(period)).stream()
        .filter(row -> indicator.equals(text(row, TargetProgress.INDICATOR)))
        .filter(row -> stage.equals(text(row, TargetProgress.STAGE)))
        .forEach(
            row ->
                targets.merge(
                    text(row, TargetProgress.COUNTY_CODE),
                    target(row),
                    (one, other) -> nearer(one, other, period)));
    return targets;
  }

  /** The earlier of those still ahead; the later where time is over for one or both. */
  private static League.Target nearer(League.Target one, League.Target other, Period now) {
    boolean isOneFirst = one.by().referenceDate().isBefore(other.by().referenceDate());
    League.Target first = isOneFirst ? one : other;
    League.Target last = isOneFirst ? other : one;
    return first.by().referenceDate().isBefore(now.referenceDate()) ? last : first;
  }

  private static League.Target target(Row row) {
    return new League.Target(
        BigDecimal.valueOf(row.getDouble(TargetProgress.TARGET.ordinal())),
        new Period(row.getInt(TargetProgress.TARGET_PERIOD.ordinal())),
        row.isNullAt(TargetProgress.GAP.ordinal())
            ? Optional.empty()
            : Optional.of(BigDecimal.valueOf(row.getDouble(TargetProgress.GAP.ordinal()))),
        text(row, TargetProgress.TARGET_STATUS));
  }

  private static Period period(Row row) {
    return new Period(row.getInt(CountyRanking.PERIOD.ordinal()));
  }

  private static <C extends Enum<C> & TableColumn> Optional<Integer> whole(Row row, C column) {
    return row.isNullAt(column.ordinal())
        ? Optional.empty()
        : Optional.of(row.getInt(column.ordinal()));
  }

  private static <C extends Enum<C> & TableColumn> String text(Row row, C column) {
    return row.getString(column.ordinal());
  }
}
