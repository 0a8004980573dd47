package io.junheng.job;

import io.junheng.assessment.ItemResult;
import io.junheng.definition.Adjustment;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Text;
import io.junheng.definition.UnitBasis;
import io.junheng.explain.Lineage;
import io.junheng.table.DimFrameworkTest;
import io.junheng.table.DimMeasure;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Dimensions of what figures are made of and held against: measures, and tests of items. */
final class FormulaRows {
  private final Catalogue catalogue;
  private final Lineage lineage;

  FormulaRows(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.lineage = new Lineage(catalogue);
  }

  /** The measures and indicators that an indicator reads. */
  Optional<String> inputs(io.junheng.definition.Indicator indicator) {
    return ids(
        lineage.inputs(indicator).stream()
            .filter(node -> node.kind() != Lineage.Kind.SCOPE)
            .toList());
  }

  private static Optional<String> ids(Collection<Lineage.Node> nodes) {
    return Optional.of(nodes.stream().map(Lineage.Node::id).collect(Collectors.joining(",")))
        .filter(ids -> !ids.isEmpty());
  }

  /** Rows of {@code dim_measure}. */
  List<Map<TableColumn, Object>> measures() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (MeasureSet set : catalogue.measureSets()) {
      for (Measure measure : set.measures()) {
        Map<TableColumn, Object> row = new HashMap<>();
        row.put(DimMeasure.MEASURE, measure.id());
        row.put(DimMeasure.TITLE_ZH, measure.title().zh());
        row.put(DimMeasure.TITLE_EN, measure.title().en());
        row.put(DimMeasure.UNIT, measure.unit());
        row.put(DimMeasure.DATASET, set.contract());
        row.put(DimMeasure.GRAIN, word(set.per()));
        row.put(DimMeasure.FORMULA, FormulaWords.of(measure));
        row.put(DimMeasure.INPUTS, ids(lineage.inputs(set, measure)).orElse(null));
        row.put(DimMeasure.SPLIT, word(measure.split()));
        row.put(DimMeasure.UNIT_BASIS, measure.unitBasis().map(UnitBasis::code).orElse(null));
        row.put(
            DimMeasure.SOURCE_OF_RECORD,
            measure.sourceOfRecord().map(FormulaRows::word).orElse(null));
        row.put(
            DimMeasure.REFERENCE_DATE, measure.referenceDate().map(FormulaRows::word).orElse(null));
        row.put(DimMeasure.SORT_ORDER, rows.size() + 1);
        rows.add(row);
      }
    }
    return rows;
  }

  /** Rows of {@code dim_framework_test}. */
  List<Map<TableColumn, Object>> tests() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        conjunctive.items().forEach(item -> addItem(framework.id(), item, rows));
        conjunctive
            .vetoes()
            .forEach(test -> rows.add(evidence(framework.id(), ItemResult.VETO, test, rows)));
        conjunctive
            .preconditions()
            .forEach(
                test -> rows.add(evidence(framework.id(), ItemResult.PRECONDITION, test, rows)));
      } else if (framework instanceof Framework.Weighted weighted) {
        weighted.tree().forEach(node -> addNode(framework.id(), node, rows));
        for (Adjustment adjustment : weighted.adjustments()) {
          adjustment.events().forEach(event -> rows.add(event(framework.id(), event, rows)));
        }
      } else if (framework instanceof Framework.Separate separate) {
        separate.items().forEach(item -> rows.add(single(framework.id(), item, rows)));
      } else {
        throw new IllegalStateException("no tests of framework " + framework);
      }
    }
    return rows;
  }

  /** The value by itself, with its target if there is one. */
  private Map<TableColumn, Object> single(
      String framework, SingleItem item, List<Map<TableColumn, Object>> rows) {
    Map<TableColumn, Object> row = row(framework, item.id(), ItemResult.WHOLE, rows);
    putIndicator(row, item.indicator(), item.stage());
    row.put(DimFrameworkTest.UNIT_TESTED, "county");
    item.target()
        .ifPresent(
            target -> {
              row.put(DimFrameworkTest.COMPARISON, word(target.comparison()));
              row.put(DimFrameworkTest.STANDARD, target.byStage().get(item.stage()));
              row.put(DimFrameworkTest.RULE, limit(target, item.stage()));
            });
    return row;
  }

  private void addItem(String framework, FrameworkItem item, List<Map<TableColumn, Object>> rows) {
    for (ItemTest test : item.tests()) {
      if (test instanceof ItemTest.OfCounty county) {
        addLimit(framework, item.id(), test, county.indicator(), county.limit(), rows);
      } else if (test instanceof ItemTest.OfSchools schools) {
        addLimit(framework, item.id(), test, schools.indicator(), schools.limit(), rows);
      } else if (test instanceof ItemTest.OfEvidence evidence) {
        rows.add(evidence(framework, item.id(), evidence, rows));
      } else {
        throw new IllegalStateException("no words for test " + test);
      }
    }
  }

  private void addLimit(
      String framework,
      String item,
      ItemTest test,
      String indicator,
      Limit limit,
      List<Map<TableColumn, Object>> rows) {
    Collection<String> stages =
        limit.expression().isPresent()
            ? catalogue.indicator(indicator).stages()
            : limit.byStage().keySet().stream().sorted().toList();
    for (String stage : stages) {
      Map<TableColumn, Object> row = row(framework, item, test.id() + "." + stage, rows);
      putIndicator(row, indicator, stage);
      row.put(
          DimFrameworkTest.UNIT_TESTED, test instanceof ItemTest.OfSchools ? "schools" : "county");
      row.put(DimFrameworkTest.COMPARISON, word(limit.comparison()));
      row.put(DimFrameworkTest.STANDARD, limit.byStage().get(stage));
      row.put(DimFrameworkTest.RULE, rule(test, limit, stage));
      rows.add(row);
    }
  }

  private static String rule(ItemTest test, Limit limit, String stage) {
    String rule = limit(limit, stage);
    if (test instanceof ItemTest.OfSchools schools && schools.floorShare().isPresent()) {
      return rule + "; floor_share " + schools.floorShare().get().toPlainString();
    } else if (test instanceof ItemTest.OfCounty county) {
      return rule
          + county.partly().map(partly -> "; partly " + limit(partly, stage)).orElse("")
          + (county.yearsBefore() > 0 ? "; years_before " + county.yearsBefore() : "");
    }
    return rule;
  }

  private static String limit(Limit limit, String stage) {
    return "%s %s"
        .formatted(
            FormulaWords.sign(limit.comparison()),
            limit
                .expression()
                .map(expression -> expression.sql())
                .or(
                    () ->
                        Optional.ofNullable(limit.byStage().get(stage)).map(n -> n.toPlainString()))
                .orElse("–"));
  }

  private static Map<TableColumn, Object> evidence(
      String framework,
      String item,
      ItemTest.OfEvidence test,
      List<Map<TableColumn, Object>> rows) {
    Map<TableColumn, Object> row = row(framework, item, test.id(), rows);
    row.put(DimFrameworkTest.STATEMENT, test.statement());
    putTitle(row, test.title());
    row.put(DimFrameworkTest.UNIT_TESTED, "county");
    return row;
  }

  private void addNode(String framework, ScoreNode node, List<Map<TableColumn, Object>> rows) {
    if (node instanceof ScoreNode.Branch branch) {
      branch.children().forEach(child -> addNode(framework, child, rows));
    } else if (node instanceof ScoreNode.Leaf leaf) {
      Map<TableColumn, Object> row = row(framework, leaf.id(), ItemResult.WHOLE, rows);
      putIndicator(row, leaf.indicator(), leaf.stage());
      row.put(DimFrameworkTest.UNIT_TESTED, "county");
      row.put(DimFrameworkTest.RULE, FormulaWords.of(leaf.normalise()));
      rows.add(row);
    } else if (node instanceof ScoreNode.Attested attested) {
      Map<TableColumn, Object> row = row(framework, attested.id(), ItemResult.WHOLE, rows);
      row.put(DimFrameworkTest.STATEMENT, attested.statement());
      putTitle(row, attested.title());
      row.put(DimFrameworkTest.UNIT_TESTED, "county");
      row.put(
          DimFrameworkTest.RULE,
          "met 1, partly_met %s, not_met 0".formatted(attested.partly().toPlainString()));
      rows.add(row);
    } else {
      throw new IllegalStateException("no words for node " + node);
    }
  }

  private Map<TableColumn, Object> event(
      String framework, Adjustment.Event event, List<Map<TableColumn, Object>> rows) {
    Map<TableColumn, Object> row = row(framework, event.id(), ItemResult.WHOLE, rows);
    putIndicator(row, event.indicator(), event.stage());
    row.put(DimFrameworkTest.UNIT_TESTED, "county");
    row.put(
        DimFrameworkTest.RULE,
        "%s × %s%s"
            .formatted(
                event.indicator(),
                event.points().toPlainString(),
                event.cap().map(cap -> ", cap " + cap.toPlainString()).orElse("")));
    return row;
  }

  private void putIndicator(Map<TableColumn, Object> row, String indicator, String stage) {
    row.put(DimFrameworkTest.STAGE, stage);
    row.put(DimFrameworkTest.INDICATOR, indicator);
    putTitle(row, catalogue.indicator(indicator).title());
  }

  private static void putTitle(Map<TableColumn, Object> row, Text title) {
    row.put(DimFrameworkTest.TITLE_ZH, title.zh());
    row.put(DimFrameworkTest.TITLE_EN, title.en());
  }

  private static Map<TableColumn, Object> row(
      String framework, String item, String test, List<Map<TableColumn, Object>> rows) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(DimFrameworkTest.FRAMEWORK, framework);
    row.put(DimFrameworkTest.ITEM, item);
    row.put(DimFrameworkTest.TEST, test);
    row.put(DimFrameworkTest.SORT_ORDER, rows.size() + 1);
    return row;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
