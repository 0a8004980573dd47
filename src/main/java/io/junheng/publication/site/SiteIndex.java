package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList;
import io.junheng.definition.Column;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.Period;
import io.junheng.definition.RankingRule;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.DimArea;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFramework;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimPeriod;
import io.junheng.table.DimSchool;
import io.junheng.table.DimStage;
import io.junheng.table.Finding;
import io.junheng.table.LeagueTable;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** What every page needs: periods, areas, titles. The one file that is always loaded. */
final class SiteIndex {
  /** Attributes of schools whose codes have titles. */
  private static final List<TableColumn> CODED =
      List.of(DimSchool.SCHOOL_TYPE, DimSchool.URBAN_RURAL, DimSchool.OWNERSHIP);

  private final Gold gold;
  private final Catalogue catalogue;
  private final PublishedAreas areas;

  SiteIndex(Gold gold, Catalogue catalogue, PublishedAreas areas) {
    this.gold = gold;
    this.catalogue = catalogue;
    this.areas = areas;
  }

  /**
   * @param label what says that rows are made up; null for real ones
   * @param periodTitles of the lake's periods, and of those that targets begin with or are set for
   * @param releases the number of the release of each period that one holds
   * @param leagues which league tables there are
   * @param first the framework that the first page shows; null if there is none
   * @param verdicts by framework and code, as the regulation calls them
   * @param spreads for each coefficient of variation the indicator whose spread it is
   * @param codes titles of codes by column of schools
   * @param hasQuality whether the register of submissions and the findings are among the rows
   * @param hasMap whether there are boundaries to draw
   */
  record Content(
      Optional<String> label,
      String definitions,
      List<Integer> periods,
      Grid periodTitles,
      Map<Integer, String> releases,
      Grid areas,
      Grid stages,
      Grid areaSets,
      Grid frameworks,
      Grid indicators,
      Grid leagues,
      Optional<String> first,
      Map<String, Map<String, Text>> verdicts,
      Map<String, String> spreads,
      Map<String, Map<String, Text>> codes,
      List<String> methods,
      boolean hasQuality,
      boolean hasMap) {}

  /**
   * @param hasMap whether boundaries were supplied
   */
  Content content(boolean hasMap) {
    return new Content(
        label(),
        catalogue.digest().substring(0, Math.min(12, catalogue.digest().length())),
        gold.periods().stream().map(period -> period.number()).toList(),
        periodTitles(),
        releases(),
        Grid.of(
            areas.rows(),
            DimArea.AREA_CODE,
            DimArea.AREA_LEVEL,
            DimArea.NAME_ZH,
            DimArea.NAME_EN,
            DimArea.AREA_TYPE,
            DimArea.CITY_CODE,
            DimArea.CITY_NAME_ZH,
            DimArea.CITY_NAME_EN),
        Grid.of(
            inOrder(DimStage.TABLE, DimStage.SORT_ORDER),
            DimStage.STAGE,
            DimStage.TITLE_ZH,
            DimStage.TITLE_EN),
        Grid.of(
            inOrder(DimAreaSet.TABLE, DimAreaSet.SORT_ORDER),
            DimAreaSet.AREA_SET,
            DimAreaSet.TITLE_ZH,
            DimAreaSet.TITLE_EN),
        Grid.of(
            inOrder(DimFramework.TABLE, DimFramework.SORT_ORDER),
            DimFramework.FRAMEWORK,
            DimFramework.TITLE_ZH,
            DimFramework.TITLE_EN,
            DimFramework.KIND,
            DimFramework.EDITION,
            DimFramework.LEGAL_DOCUMENT,
            DimFramework.RANK_OFFICIAL,
            DimFramework.ORIGIN),
        Grid.of(
            inOrder(DimIndicator.TABLE, DimIndicator.SORT_ORDER),
            DimIndicator.INDICATOR,
            DimIndicator.TITLE_ZH,
            DimIndicator.TITLE_EN,
            DimIndicator.UNIT,
            DimIndicator.DECIMALS,
            DimIndicator.DIRECTION,
            DimIndicator.KIND),
        leagues(),
        first(),
        verdicts(),
        spreads(),
        codes(),
        catalogue.frameworks().stream().map(Framework::id).toList(),
        !gold.rows(Submission.TABLE).isEmpty() || !gold.rows(Finding.TABLE).isEmpty(),
        hasMap);
  }

  private Grid periodTitles() {
    Grid known =
        Grid.of(
            gold.rows(DimPeriod.TABLE), DimPeriod.PERIOD, DimPeriod.TITLE_ZH, DimPeriod.TITLE_EN);
    Set<Integer> others = new TreeSet<>();
    for (Row row : gold.rows(TargetProgress.TABLE)) {
      Cells.integer(row, TargetProgress.TARGET_PERIOD).ifPresent(others::add);
      Cells.integer(row, TargetProgress.START_PERIOD).ifPresent(others::add);
    }
    known.rows().forEach(cells -> others.remove(cells.get(0)));
    List<List<Object>> rows = new ArrayList<>(known.rows());
    for (int other : others) {
      Text title = new Period(other).title();
      rows.add(List.of(other, title.zh(), title.en()));
    }
    return new Grid(known.columns(), rows);
  }

  private List<Row> inOrder(Table table, TableColumn order) {
    return gold.rows(table).stream()
        .sorted(Comparator.comparing(row -> Cells.integer(row, order).orElse(Integer.MAX_VALUE)))
        .toList();
  }

  private Optional<String> label() {
    return gold.rows(LeagueTable.TABLE).stream()
        .flatMap(row -> Cells.text(row, LeagueTable.DATA_LABEL).stream())
        .findFirst()
        .or(
            () ->
                areas.rows().stream()
                    .flatMap(row -> Cells.text(row, DimArea.DATA_LABEL).stream())
                    .findFirst());
  }

  private Map<Integer, String> releases() {
    Map<Integer, String> releases = new TreeMap<>();
    gold.periods()
        .forEach(
            period ->
                gold.release(period).ifPresent(release -> releases.put(period.number(), release)));
    return releases;
  }

  private Grid leagues() {
    Map<String, Row> each = new LinkedHashMap<>();
    for (Row row : gold.rows(LeagueTable.TABLE)) {
      each.putIfAbsent(
          String.join(
              " ",
              Cells.period(row).toString(),
              Cells.code(row, LeagueTable.FRAMEWORK),
              Cells.code(row, LeagueTable.AREA_SET)),
          row);
    }
    return Grid.of(each.values(), LeagueTable.PERIOD, LeagueTable.FRAMEWORK, LeagueTable.AREA_SET);
  }

  /** The latest of those that measure the spread between schools and rank counties. */
  private Optional<String> first() {
    return catalogue.frameworks().stream()
        .filter(Framework.Conjunctive.class::isInstance)
        .filter(framework -> ((Framework.Conjunctive) framework).compositeCv().isPresent())
        .filter(framework -> framework.ranking().scope() != RankingRule.RankingScope.NONE)
        .max(Comparator.comparing(framework -> framework.head().edition()))
        .map(Framework::id);
  }

  private Map<String, Map<String, Text>> verdicts() {
    Map<String, Map<String, Text>> verdicts = new TreeMap<>();
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        Map<String, Text> titles = new TreeMap<>();
        conjunctive.verdicts().forEach((verdict, title) -> titles.put(Codes.of(verdict), title));
        verdicts.put(framework.id(), titles);
      }
    }
    return verdicts;
  }

  private Map<String, String> spreads() {
    Map<String, String> spreads = new TreeMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      if (indicator.formula() instanceof Formula.Dispersion spread && spread.isWeightedCv()) {
        spreads.put(indicator.id(), spread.of());
      }
    }
    return spreads;
  }

  private Map<String, Map<String, Text>> codes() {
    Map<String, Map<String, Text>> codes = new TreeMap<>();
    for (TableColumn column : CODED) {
      codeList(column.columnName())
          .ifPresent(list -> codes.put(column.columnName(), Codes.titles(list)));
    }
    return codes;
  }

  private Optional<CodeList> codeList(String column) {
    return catalogue
        .schoolContract()
        .flatMap(contract -> contract.column(column))
        .flatMap(Column::codes)
        .flatMap(
            id -> catalogue.codeLists().stream().filter(list -> list.id().equals(id)).findFirst());
  }
}
