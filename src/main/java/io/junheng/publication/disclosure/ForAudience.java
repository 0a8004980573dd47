package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;

import io.junheng.definition.Audience;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.SmallCounts;
import io.junheng.publication.Gold;
import io.junheng.publication.KeyOrder;
import io.junheng.table.BridgeAreaSet;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.DispersionSplit;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.ItemCorrelation;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Gold as one audience may see it. Owners see all of their own, withheld cells and small counts
 * included, and nothing of others' schools; of other areas they see what the frameworks disclose.
 */
public final class ForAudience implements Gold {
  private static final Set<String> AREAS = Set.of("county_code", "area_code");
  private static final Set<String> FRAMEWORKS = Set.of("framework");

  private final Gold gold;
  private final Territory territory;
  private final Extents extents;
  private final FrameworkRows results;
  private final MeanScores means;
  private final Map<Table, Function<Row, Optional<Row>>> rules = new HashMap<>();
  private final Map<Table, List<Row>> shown = new ConcurrentHashMap<>();
  private Optional<Set<String>> seen = Optional.empty();

  private ForAudience(Gold gold, Catalogue catalogue, Audience audience, SmallCounts limits) {
    this.gold = gold;
    this.territory = new Territory(audience, gold.rows(DimArea.TABLE));
    this.extents = new Extents(catalogue, audience);
    HiddenFigures figures =
        new HiddenFigures(
            catalogue,
            territory,
            limits,
            gold.rows(CountyIndicator.TABLE),
            row -> AreaRows.isShown(row, territory, extents));
    this.results =
        new FrameworkRows(
            territory, extents, new HiddenItems(catalogue, figures), gold.rows(LeagueTable.TABLE));
    this.means = new MeanScores(territory, extents, limits);
    ruleAreas(new AreaRows(territory, extents, limits, figures, gold.periods()));
    ruleResults();
  }

  /**
   * What the audience may see; to the province all as it stands.
   *
   * @param catalogue whose frameworks say what they disclose
   * @param limits which counts are small
   */
  public static Gold of(Gold gold, Catalogue catalogue, Audience audience, SmallCounts limits) {
    return audience instanceof Audience.Province
        ? gold
        : new ForAudience(gold, catalogue, audience, limits);
  }

  private void ruleAreas(AreaRows areas) {
    rules.put(CountyIndicator.TABLE, areas::indicator);
    rules.put(CountyDispersion.TABLE, areas::dispersion);
    rules.put(DispersionSplit.TABLE, areas::split);
    rules.put(DimArea.TABLE, row -> keep(row, isSeen(code(row, DimArea.AREA_CODE))));
    rules.put(BridgeAreaSet.TABLE, row -> keep(row, isSeen(code(row, BridgeAreaSet.AREA_CODE))));
  }

  private void ruleResults() {
    rules.put(LeagueTable.TABLE, results::league);
    rules.put(CountyVerdict.TABLE, results::verdict);
    rules.put(CountyScore.TABLE, results::score);
    rules.put(FrameworkItemResult.TABLE, results::item);
    rules.put(CountyRanking.TABLE, results::ranking);
    // For those who design a framework: with few counties their figures would follow.
    rules.put(ItemCorrelation.TABLE, row -> Optional.empty());
  }

  private static Optional<Row> keep(Row row, boolean isKept) {
    return isKept ? Optional.of(row) : Optional.empty();
  }

  @Override
  public List<Period> periods() {
    return gold.periods();
  }

  @Override
  public List<Row> rows(Table table) {
    List<Row> known = shown.get(table);
    if (known == null) {
      known = shownOf(table);
      shown.put(table, known);
    }
    return known;
  }

  private List<Row> shownOf(Table table) {
    List<Row> rows = gold.rows(table);
    Stream<Row> kept = rows.stream().map(ruleOf(table)).flatMap(Optional::stream);
    return table.equals(CountyScore.TABLE)
        ? Stream.concat(kept, means.apply(rows).stream()).sorted(KeyOrder.of(table)).toList()
        : kept.toList();
  }

  private Function<Row, Optional<Row>> ruleOf(Table table) {
    return rules.getOrDefault(table, usual(table));
  }

  /**
   * Where nothing is said of a table, rows of areas and schools go to their owners alone, and rows
   * of frameworks to those to whom they disclose anything.
   */
  private Function<Row, Optional<Row>> usual(Table table) {
    Optional<TableColumn> area = first(table, AREAS);
    Optional<TableColumn> framework = first(table, FRAMEWORKS);
    return row ->
        keep(
            row,
            area.map(column -> territory.owns(code(row, column))).orElse(true)
                && framework.map(column -> extents.isDisclosed(code(row, column))).orElse(true));
  }

  private static Optional<TableColumn> first(Table table, Set<String> names) {
    return table.columns().stream().filter(c -> names.contains(c.columnName())).findFirst();
  }

  @Override
  public Optional<String> release(Period period) {
    return gold.release(period);
  }

  @Override
  public List<Row> rows(Table table, Period period) {
    return rows(table).stream()
        .filter(row -> row.<Integer>getAs("period") == period.number())
        .toList();
  }

  /** Whether an area is named anywhere in what the audience sees. */
  private boolean isSeen(String area) {
    return territory.isProvince(area) || seen().contains(area);
  }

  private Set<String> seen() {
    if (seen.isEmpty()) {
      seen = Optional.of(namedAreas());
    }
    return seen.get();
  }

  private Set<String> namedAreas() {
    Stream<String> counties =
        Stream.concat(
            codes(LeagueTable.TABLE, LeagueTable.COUNTY_CODE),
            codes(CountyIndicator.TABLE, CountyIndicator.AREA_CODE));
    Stream<String> own =
        gold.rows(DimArea.TABLE).stream()
            .map(row -> code(row, DimArea.AREA_CODE))
            .filter(territory::owns);
    return Stream.concat(counties, own)
        .flatMap(area -> Stream.concat(Stream.of(area), territory.above(area).stream()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Stream<String> codes(Table table, TableColumn column) {
    return rows(table).stream().map(row -> code(row, column)).distinct();
  }
}
