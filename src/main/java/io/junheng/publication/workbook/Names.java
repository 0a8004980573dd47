package io.junheng.publication.workbook;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.DimArea;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimObsStatus;
import io.junheng.table.DimPeriod;
import io.junheng.table.DimSchool;
import io.junheng.table.DimStage;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What the codes of gold are called, in one language. A code without a name is its own name. */
public final class Names {
  private static final int USUAL_DECIMALS = 2;

  /** An item or node of a framework; texts that it does not have are empty. */
  public record Item(
      String code, String title, String group, String clause, String standard, String origin) {}

  /** An indicator: its unit is empty where it has none. */
  public record Indicator(String title, String unit, int decimals, String direction) {}

  private final Language language;
  private final Map<String, Row> areas;
  private final Map<String, Row> frameworks;
  private final Map<String, Row> indicators;
  private final Map<String, Map<String, Item>> items = new HashMap<>();
  private final Map<String, List<String>> topItems = new HashMap<>();
  private final Map<String, String> stages;
  private final Set<String> singleStages;
  private final Map<String, String> areaSets;
  private final Map<String, String> periods;
  private final Function<Period, Optional<String>> releases;
  private final Map<String, String> statuses;
  private final Map<List<String>, String> schools = new HashMap<>();

  public Names(Gold gold, Language language) {
    this.language = language;
    this.releases = gold::release;
    this.areas = byCode(gold, DimArea.TABLE, DimArea.AREA_CODE);
    this.frameworks = byCode(gold, DimFramework.TABLE, DimFramework.FRAMEWORK);
    this.indicators = byCode(gold, DimIndicator.TABLE, DimIndicator.INDICATOR);
    this.stages =
        titles(gold, DimStage.TABLE, DimStage.STAGE, DimStage.TITLE_ZH, DimStage.TITLE_EN);
    this.singleStages =
        gold.rows(DimStage.TABLE).stream()
            .filter(row -> !Cells.flag(row, DimStage.IS_GROUP).orElse(false))
            .map(row -> Cells.code(row, DimStage.STAGE))
            .filter(code -> !code.equals(Table.TOTAL))
            .collect(Collectors.toSet());
    this.areaSets =
        titles(
            gold, DimAreaSet.TABLE, DimAreaSet.AREA_SET, DimAreaSet.TITLE_ZH, DimAreaSet.TITLE_EN);
    this.periods =
        titles(gold, DimPeriod.TABLE, DimPeriod.PERIOD, DimPeriod.TITLE_ZH, DimPeriod.TITLE_EN);
    this.statuses =
        titles(
            gold,
            DimObsStatus.TABLE,
            DimObsStatus.OBS_STATUS,
            DimObsStatus.TITLE_ZH,
            DimObsStatus.TITLE_EN);
    gold.rows(DimFrameworkItem.TABLE).stream()
        .sorted(
            Comparator.comparing(
                row -> Cells.integer(row, DimFrameworkItem.SORT_ORDER).orElse(Integer.MAX_VALUE)))
        .forEach(this::addItem);
    gold.rows(DimSchool.TABLE).forEach(this::addSchool);
  }

  public Language language() {
    return language;
  }

  public String in(Text text) {
    return text.in(language);
  }

  public String area(String code) {
    return name(areas, code, DimArea.NAME_ZH, DimArea.NAME_EN);
  }

  /** The city that a county belongs to; empty if it belongs to none. */
  public String cityOf(String county) {
    return Optional.ofNullable(areas.get(county))
        .map(row -> Cells.in(Cells.both(row, DimArea.CITY_NAME_ZH, DimArea.CITY_NAME_EN), language))
        .orElse("");
  }

  /** Ids of the frameworks, in their order. */
  public List<String> frameworks() {
    return List.copyOf(frameworks.keySet());
  }

  public String framework(String id) {
    return name(frameworks, id, DimFramework.TITLE_ZH, DimFramework.TITLE_EN);
  }

  /** The row of a framework, if it has one. */
  public Optional<Row> frameworkRow(String id) {
    return Optional.ofNullable(frameworks.get(id));
  }

  /** Items and nodes of a framework by code, in their order. */
  public Map<String, Item> items(String framework) {
    return items.getOrDefault(framework, Map.of());
  }

  /** Codes of the items or nodes that stand below no other, in their order. */
  public List<String> topItems(String framework) {
    return topItems.getOrDefault(framework, List.of());
  }

  public String item(String framework, String code) {
    Item item = items(framework).get(code);
    return item == null ? code : item.title();
  }

  /** Ids of the indicators, in their order. */
  public List<String> indicators() {
    return List.copyOf(indicators.keySet());
  }

  /** An indicator as it is to be shown; two decimals if nothing is known of it. */
  public Indicator indicator(String id) {
    Row row = indicators.get(id);
    if (row == null) {
      return new Indicator(id, "", USUAL_DECIMALS, "");
    }
    return new Indicator(
        name(indicators, id, DimIndicator.TITLE_ZH, DimIndicator.TITLE_EN),
        in(Words.unit(Cells.text(row, DimIndicator.UNIT).orElse(""))),
        Cells.integer(row, DimIndicator.DECIMALS).orElse(USUAL_DECIMALS),
        Cells.text(row, DimIndicator.DIRECTION).orElse(""));
  }

  public String stage(String code) {
    return code.equals(Table.TOTAL) ? in(Words.ALL_STAGES) : stages.getOrDefault(code, code);
  }

  /** Whether it is a single stage: no group of stages and no total. */
  public boolean isStage(String code) {
    return singleStages.contains(code);
  }

  public String areaSet(String code) {
    return areaSets.getOrDefault(code, code);
  }

  /** A period with its number, and with the release that its results come from if there is one. */
  public String periodOfRelease(Period period) {
    return period(period)
        + " ("
        + period
        + ")"
        + releases
            .apply(period)
            .map(release -> in(new Text(" · 发布 ", " · release ")) + release)
            .orElse("");
  }

  /** As gold calls it, and as people do if gold does not know it. */
  public String period(Period period) {
    return periods.getOrDefault(period.toString(), in(period.title()));
  }

  /** Status codes and what they mean. */
  public Map<String, String> statuses() {
    return statuses;
  }

  public String school(Period period, String county, String code) {
    return schools.getOrDefault(List.of(period.toString(), county, code), code);
  }

  private void addItem(Row row) {
    String framework = Cells.code(row, DimFrameworkItem.FRAMEWORK);
    String code = Cells.code(row, DimFrameworkItem.ITEM);
    items
        .computeIfAbsent(framework, any -> new LinkedHashMap<>())
        .put(
            code,
            new Item(
                code,
                Cells.in(
                    Cells.both(row, DimFrameworkItem.TITLE_ZH, DimFrameworkItem.TITLE_EN),
                    language),
                Cells.in(
                    Cells.both(row, DimFrameworkItem.GROUP_ZH, DimFrameworkItem.GROUP_EN),
                    language),
                Cells.text(row, DimFrameworkItem.LEGAL_CLAUSE).orElse(""),
                Cells.text(row, DimFrameworkItem.STANDARD).orElse(""),
                Cells.text(row, DimFrameworkItem.ORIGIN).orElse("")));
    if (Cells.text(row, DimFrameworkItem.PARENT_ITEM).isEmpty()) {
      topItems.computeIfAbsent(framework, any -> new ArrayList<>()).add(code);
    }
  }

  private void addSchool(Row row) {
    Cells.both(row, DimSchool.NAME_ZH, DimSchool.NAME_EN)
        .ifPresent(
            name ->
                schools.put(
                    List.of(
                        Cells.period(row).toString(),
                        Cells.code(row, DimSchool.COUNTY_CODE),
                        Cells.code(row, DimSchool.SCHOOL_CODE)),
                    name.in(language)));
  }

  private String name(Map<String, Row> rows, String code, TableColumn zh, TableColumn en) {
    return Optional.ofNullable(rows.get(code))
        .flatMap(row -> Cells.both(row, zh, en))
        .map(this::in)
        .orElse(code);
  }

  /** Of several rows with the same code the last one, which is valid the longest. */
  private static Map<String, Row> byCode(Gold gold, Table table, TableColumn code) {
    return gold.rows(table).stream()
        .sorted(Comparator.comparing(Names::sortOrder))
        .collect(
            Collectors.toMap(
                row -> Cells.code(row, code),
                Function.identity(),
                (first, second) -> second,
                LinkedHashMap::new));
  }

  private static int sortOrder(Row row) {
    return Optional.ofNullable(row.<Integer>getAs("sort_order")).orElse(Integer.MAX_VALUE);
  }

  private Map<String, String> titles(
      Gold gold, Table table, TableColumn code, TableColumn zh, TableColumn en) {
    return gold.rows(table).stream()
        .collect(
            Collectors.toMap(
                row -> String.valueOf(row.<Object>getAs(code.columnName())),
                row -> Cells.in(Cells.both(row, zh, en), language),
                (first, second) -> second,
                LinkedHashMap::new));
  }
}
