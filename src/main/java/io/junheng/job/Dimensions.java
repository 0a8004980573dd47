package io.junheng.job;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Limit;
import io.junheng.definition.Period;
import io.junheng.definition.PeriodType;
import io.junheng.definition.Rollup;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import io.junheng.definition.Text;
import io.junheng.table.BridgeAreaSet;
import io.junheng.table.DimArea;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.DimObsStatus;
import io.junheng.table.DimPeriod;
import io.junheng.table.DimStage;
import io.junheng.table.ObsStatus;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The dimensions that come from {@code conf/} and the areas: small tables, made whole each time and
 * written only if they changed.
 */
final class Dimensions {
  private final Catalogue catalogue;
  private final AreaRegister areas;
  private final Collection<Period> periods;
  private final FormulaRows formulas;

  Dimensions(Catalogue catalogue, AreaRegister areas, Collection<Period> periods) {
    this.catalogue = catalogue;
    this.areas = areas;
    this.periods = List.copyOf(periods);
    this.formulas = new FormulaRows(catalogue);
  }

  /** Rows by table, in the order of writing. */
  Map<Table, List<Map<TableColumn, Object>>> rows() {
    Map<Table, List<Map<TableColumn, Object>>> rows = new LinkedHashMap<>();
    rows.put(DimArea.TABLE, areaRows());
    rows.put(DimPeriod.TABLE, periodRows());
    rows.put(DimStage.TABLE, stageRows());
    rows.put(DimMeasure.TABLE, formulas.measures());
    rows.put(DimIndicator.TABLE, indicatorRows());
    rows.put(DimFramework.TABLE, frameworkRows());
    rows.put(DimFrameworkItem.TABLE, itemRows());
    rows.put(DimAreaSet.TABLE, areaSetRows());
    rows.put(BridgeAreaSet.TABLE, membershipRows());
    rows.put(DimObsStatus.TABLE, statusRows());
    return rows;
  }

  private List<Map<TableColumn, Object>> areaRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (Area area : areas.all(periods)) {
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(DimArea.AREA_CODE, area.code());
      row.put(DimArea.VALID_FROM, area.validFrom().orElse(null));
      row.put(DimArea.VALID_TO, area.validTo().orElse(null));
      row.put(DimArea.PARENT_CODE, area.parent().orElse(null));
      row.put(DimArea.AREA_LEVEL, area.level().code());
      row.put(DimArea.NAME_ZH, area.name().zh());
      row.put(DimArea.NAME_EN, area.name().en());
      row.put(DimArea.AREA_TYPE, area.type());
      row.put(DimArea.IS_DEMONSTRATION, area.demonstration());
      row.put(DimArea.SORT_ORDER, area.sortOrder());
      periods.stream()
          .filter(period -> areas.find(area.code(), period).equals(Optional.of(area)))
          .findFirst()
          .ifPresent(period -> putParents(area, period, row));
      rows.add(row);
    }
    return rows;
  }

  private void putParents(Area area, Period period, Map<TableColumn, Object> row) {
    List<Area> line = new ArrayList<>(List.of(area));
    line.addAll(areas.above(area, period));
    for (Area above : line) {
      if (above.level() == AreaLevel.CITY) {
        row.put(DimArea.CITY_CODE, above.code());
        row.put(DimArea.CITY_NAME_ZH, above.name().zh());
        row.put(DimArea.CITY_NAME_EN, above.name().en());
      }
      if (above.level() == AreaLevel.PROVINCE) {
        row.put(DimArea.PROVINCE_CODE, above.code());
        row.put(DimArea.PROVINCE_NAME_ZH, above.name().zh());
        row.put(DimArea.PROVINCE_NAME_EN, above.name().en());
      }
    }
  }

  private List<Map<TableColumn, Object>> periodRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (Period period : periods) {
      Text title = period.title();
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(DimPeriod.PERIOD, period.number());
      row.put(DimPeriod.PERIOD_TYPE, period.type().code());
      row.put(DimPeriod.TITLE_ZH, title.zh());
      row.put(DimPeriod.TITLE_EN, title.en());
      row.put(DimPeriod.STARTS_ON, period.startsOn());
      row.put(DimPeriod.ENDS_ON, period.endsOn());
      row.put(DimPeriod.REFERENCE_DATE, period.referenceDate());
      row.put(DimPeriod.PREVIOUS_PERIOD, period.previous().number());
      row.put(DimPeriod.SORT_ORDER, period.number());
      rows.add(row);
    }
    return rows;
  }

  private List<Map<TableColumn, Object>> stageRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (Stage stage : catalogue.stages().stages()) {
      Map<TableColumn, Object> row = stage(stage.id(), stage.title(), false, rows.size());
      row.put(DimStage.SPLIT_WEIGHT, stage.splitWeight().orElse(null));
      rows.add(row);
    }
    for (StageGroup group : catalogue.stages().groups()) {
      Map<TableColumn, Object> row = stage(group.id(), group.title(), true, rows.size());
      row.put(DimStage.MEMBERS, String.join(",", group.members()));
      rows.add(row);
    }
    rows.add(stage(Stages.TOTAL, catalogue.stages().titleOf(Stages.TOTAL), true, rows.size()));
    return rows;
  }

  private static Map<TableColumn, Object> stage(String id, Text title, boolean group, int order) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(DimStage.STAGE, id);
    row.put(DimStage.TITLE_ZH, title.zh());
    row.put(DimStage.TITLE_EN, title.en());
    row.put(DimStage.IS_GROUP, group);
    row.put(DimStage.SORT_ORDER, order + 1);
    return row;
  }

  private List<Map<TableColumn, Object>> indicatorRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (Indicator indicator : catalogue.indicators()) {
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(DimIndicator.INDICATOR, indicator.id());
      row.put(DimIndicator.TITLE_ZH, indicator.title().zh());
      row.put(DimIndicator.TITLE_EN, indicator.title().en());
      row.put(DimIndicator.UNIT, indicator.unit());
      row.put(DimIndicator.DECIMALS, indicator.decimals());
      row.put(DimIndicator.DIRECTION, indicator.direction().code());
      row.put(DimIndicator.STAGES, String.join(",", indicator.stages()));
      row.put(DimIndicator.KIND, snakeCase(indicator.formula().getClass()));
      row.put(DimIndicator.FORMULA, formula(indicator.formula()));
      row.put(DimIndicator.INPUTS, formulas.inputs(indicator).orElse(null));
      scope(indicator.formula()).ifPresent(scope -> putScope(scope, row));
      row.put(DimIndicator.ROLLUP, rollup(indicator.rollup()));
      row.put(DimIndicator.UNIT_BASIS, indicator.unitBasis().code());
      row.put(DimIndicator.MAY_EXCEED_100, indicator.mayExceed100());
      row.put(DimIndicator.NOTE_ZH, indicator.note().map(Text::zh).orElse(null));
      row.put(DimIndicator.NOTE_EN, indicator.note().map(Text::en).orElse(null));
      row.put(DimIndicator.LEGAL_DOCUMENT, indicator.legal().map(Legal::document).orElse(null));
      row.put(DimIndicator.LEGAL_CLAUSE, indicator.legal().flatMap(Legal::clause).orElse(null));
      row.put(DimIndicator.ORIGIN, indicator.origin().code());
      row.put(DimIndicator.SORT_ORDER, rows.size() + 1);
      rows.add(row);
    }
    return rows;
  }

  /** The formula in one line, by the ids that it reads. */
  static String formula(Formula formula) {
    if (formula instanceof Formula.Ratio ratio) {
      return "%s%s × %s / %s%s"
          .formatted(
              ratio.of(),
              ratio.ofAmong().map(scope -> " of " + scope).orElse(""),
              ratio.times().toPlainString(),
              ratio.per(),
              ratio.among().map(scope -> " among " + scope).orElse(""));
    }
    if (formula instanceof Formula.ShareOfSchools share) {
      return "schools where %s × 100 / schools%s"
          .formatted(share.where().sql(), share.among().map(scope -> " among " + scope).orElse(""));
    }
    if (formula instanceof Formula.Dispersion spread) {
      return "%s of %s weighted by %s among %s"
          .formatted(spread.told(), spread.of(), spread.weight(), spread.among());
    }
    if (formula instanceof Formula.Growth growth) {
      return "(%1$s − previous %1$s) × 100 / previous %1$s".formatted(growth.of());
    }
    if (formula instanceof Formula.Survey survey) {
      return "%s × 100 / %s".formatted(survey.of(), survey.weight());
    }
    if (formula instanceof Formula.Derived derived) {
      return derived.value().sql();
    }
    if (formula instanceof Formula.MeasureValue value) {
      return value.of();
    }
    throw new IllegalStateException("no words for formula " + formula);
  }

  private static Optional<String> scope(Formula formula) {
    if (formula instanceof Formula.Ratio ratio) {
      return ratio.among();
    } else if (formula instanceof Formula.ShareOfSchools share) {
      return share.among();
    } else if (formula instanceof Formula.Dispersion spread) {
      return Optional.of(spread.among());
    }
    return Optional.empty();
  }

  private void putScope(String scope, Map<TableColumn, Object> row) {
    row.put(DimIndicator.SCOPE, scope);
    row.put(DimIndicator.SCOPE_RULE, catalogue.scope(scope).where().sql());
    row.put(DimIndicator.SCOPE_DATASET, catalogue.schoolContract().map(Contract::id).orElse(null));
  }

  private static String rollup(Rollup rollup) {
    return rollup instanceof Rollup.Weighted weighted
        ? "weighted: " + weighted.measure()
        : snakeCase(rollup.getClass());
  }

  private List<Map<TableColumn, Object>> frameworkRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (Framework framework : catalogue.frameworks()) {
      Framework.Head head = framework.head();
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(DimFramework.FRAMEWORK, head.id());
      row.put(DimFramework.TITLE_ZH, head.title().zh());
      row.put(DimFramework.TITLE_EN, head.title().en());
      row.put(DimFramework.KIND, snakeCase(framework.getClass()));
      row.put(DimFramework.EDITION, head.edition());
      row.put(DimFramework.LEGAL_DOCUMENT, head.legal().map(Legal::document).orElse(null));
      row.put(DimFramework.LEGAL_CLAUSE, head.legal().flatMap(Legal::clause).orElse(null));
      row.put(DimFramework.PERIOD_TYPE, head.periodType().code());
      row.put(DimFramework.AREA_SET, head.areaSet());
      row.put(DimFramework.PEER_GROUPS, String.join(",", head.peerGroups()));
      row.put(DimFramework.ITEM_COUNT, itemRows(framework).size());
      row.put(DimFramework.RANK_OFFICIAL, framework.ranking().official());
      row.put(DimFramework.ORIGIN, head.origin().code());
      row.put(DimFramework.SORT_ORDER, rows.size() + 1);
      rows.add(row);
    }
    return rows;
  }

  private List<Map<TableColumn, Object>> itemRows() {
    return catalogue.frameworks().stream().flatMap(f -> itemRows(f).stream()).toList();
  }

  private List<Map<TableColumn, Object>> itemRows(Framework framework) {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    if (framework instanceof Framework.Conjunctive conjunctive) {
      conjunctive.items().forEach(item -> rows.add(item(framework, item, rows.size() + 1)));
    } else if (framework instanceof Framework.Weighted weighted) {
      weighted.tree().forEach(node -> addNodes(framework, node, Optional.empty(), rows));
      weighted
          .adjustments()
          .forEach(
              adjustment ->
                  adjustment
                      .events()
                      .forEach(event -> rows.add(event(framework, event, rows.size() + 1))));
    } else if (framework instanceof Framework.Separate separate) {
      separate.items().forEach(item -> rows.add(item(framework, item, rows.size() + 1)));
    } else {
      throw new IllegalStateException("no items of framework " + framework);
    }
    return rows;
  }

  private static Map<TableColumn, Object> item(Framework framework, FrameworkItem item, int order) {
    Map<TableColumn, Object> row = item(framework, item.id(), item.title(), order);
    row.put(DimFrameworkItem.GROUP_ZH, item.group().zh());
    row.put(DimFrameworkItem.GROUP_EN, item.group().en());
    row.put(DimFrameworkItem.LEGAL_DOCUMENT, item.legal().document());
    row.put(DimFrameworkItem.LEGAL_CLAUSE, item.legal().clause().orElse(null));
    row.put(
        DimFrameworkItem.STANDARD,
        String.join("; ", item.tests().stream().map(Dimensions::standard).toList()));
    row.put(DimFrameworkItem.ORIGIN, item.origin().code());
    return row;
  }

  private static Map<TableColumn, Object> item(Framework framework, SingleItem item, int order) {
    Map<TableColumn, Object> row = item(framework, item.id(), item.title(), order);
    row.put(DimFrameworkItem.GROUP_ZH, item.group().zh());
    row.put(DimFrameworkItem.GROUP_EN, item.group().en());
    row.put(
        DimFrameworkItem.STANDARD,
        "county: "
            + item.indicator()
            + item.target().map(target -> " " + limit(target)).orElse(" " + item.stage()));
    putSource(item.source(), row);
    return row;
  }

  private static Map<TableColumn, Object> item(
      Framework framework, String id, Text title, int order) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(DimFrameworkItem.FRAMEWORK, framework.id());
    row.put(DimFrameworkItem.ITEM, id);
    row.put(DimFrameworkItem.TITLE_ZH, title.zh());
    row.put(DimFrameworkItem.TITLE_EN, title.en());
    row.put(DimFrameworkItem.SORT_ORDER, order);
    row.put(DimFrameworkItem.ORIGIN, framework.head().origin().code());
    return row;
  }

  private static void addNodes(
      Framework framework,
      ScoreNode node,
      Optional<String> parent,
      List<Map<TableColumn, Object>> rows) {
    Map<TableColumn, Object> row = item(framework, node.id(), node.title(), rows.size() + 1);
    row.put(DimFrameworkItem.PARENT_ITEM, parent.orElse(null));
    row.put(DimFrameworkItem.WEIGHT, node.weight());
    putSource(node.source(), row);
    rows.add(row);
    if (node instanceof ScoreNode.Branch branch) {
      row.put(DimFrameworkItem.RULE, FormulaWords.of(branch));
      branch.children().forEach(child -> addNodes(framework, child, Optional.of(node.id()), rows));
    }
  }

  private static Map<TableColumn, Object> event(
      Framework framework, Adjustment.Event event, int order) {
    Map<TableColumn, Object> row = item(framework, event.id(), event.title(), order);
    row.put(DimFrameworkItem.WEIGHT, event.points());
    putSource(event.source(), row);
    return row;
  }

  private static void putSource(ScoreNode.Source source, Map<TableColumn, Object> row) {
    row.put(DimFrameworkItem.LEGAL_DOCUMENT, source.legal().map(Legal::document).orElse(null));
    row.put(DimFrameworkItem.LEGAL_CLAUSE, source.legal().flatMap(Legal::clause).orElse(null));
    row.put(DimFrameworkItem.ORIGIN, source.origin().code());
  }

  /** A test in words: who, what, against which standard. */
  private static String standard(ItemTest test) {
    if (test instanceof ItemTest.OfEvidence evidence) {
      return "evidence " + evidence.statement();
    }
    if (test instanceof ItemTest.OfSchools schools) {
      return "each school: %s %s".formatted(schools.indicator(), limit(schools.limit()));
    }
    if (test instanceof ItemTest.OfCounty county) {
      return "county: %s %s".formatted(county.indicator(), limit(county.limit()));
    }
    throw new IllegalStateException("no words for test " + test);
  }

  private static String limit(Limit limit) {
    String sign = FormulaWords.sign(limit.comparison()) + " ";
    List<String> parts = new ArrayList<>();
    new TreeMap<>(limit.byStage())
        .forEach((stage, value) -> parts.add(stage + " " + sign + value.toPlainString()));
    limit.expression().ifPresent(expression -> parts.add(sign + expression.sql()));
    return String.join(", ", parts);
  }

  private List<Map<TableColumn, Object>> areaSetRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (AreaSet set : catalogue.areaSets()) {
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(DimAreaSet.AREA_SET, set.id());
      row.put(DimAreaSet.TITLE_ZH, set.title().zh());
      row.put(DimAreaSet.TITLE_EN, set.title().en());
      row.put(DimAreaSet.MEMBER_COUNT, set.members().isEmpty() ? null : set.members().size());
      row.put(DimAreaSet.SORT_ORDER, rows.size() + 1);
      rows.add(row);
    }
    return rows;
  }

  private List<Map<TableColumn, Object>> membershipRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (AreaSet set : catalogue.areaSets()) {
      for (AreaSet.Member member : set.members()) {
        Map<TableColumn, Object> row = new HashMap<>();
        row.put(BridgeAreaSet.AREA_SET, set.id());
        row.put(BridgeAreaSet.AREA_CODE, member.areaCode());
        row.put(BridgeAreaSet.VALID_FROM, member.validFrom().orElse(null));
        row.put(BridgeAreaSet.VALID_TO, member.validTo().orElse(null));
        rows.add(row);
      }
    }
    return rows;
  }

  private static List<Map<TableColumn, Object>> statusRows() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (ObsStatus status : ObsStatus.values()) {
      Map<TableColumn, Object> row = new HashMap<>();
      row.put(DimObsStatus.OBS_STATUS, status.code());
      row.put(DimObsStatus.TITLE_ZH, status.zh());
      row.put(DimObsStatus.TITLE_EN, status.en());
      row.put(DimObsStatus.SORT_ORDER, status.ordinal() + 1);
      rows.add(row);
    }
    return rows;
  }

  /** {@code ShareOfSchools} → {@code share_of_schools}. */
  private static String snakeCase(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /**
   * The type of period that a framework of the catalogue goes by, if it judges such periods at all.
   */
  static boolean judges(Framework framework, Period period) {
    PeriodType type = framework.head().periodType();
    return type == period.type();
  }
}
