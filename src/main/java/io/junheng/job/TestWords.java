package io.junheng.job;

import io.junheng.assessment.ItemResult;
import io.junheng.definition.Adjustment;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Text;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.TableColumn;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests of items say: the part of a row of {@code framework_item} that is the same for
 * every county.
 */
final class TestWords {
  private final Catalogue catalogue;
  private final Map<String, Map<String, Map<TableColumn, Object>>> byItem = new HashMap<>();

  TestWords(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.frameworks().forEach(this::add);
  }

  /** What the test says; one with a limit for a single stage may be named without it. */
  Map<TableColumn, Object> of(String framework, String item, String test) {
    Map<String, Map<TableColumn, Object>> tests =
        byItem.getOrDefault(framework + "/" + item, Map.of());
    if (test.equals(ItemResult.WHOLE) && tests.size() == 1) {
      return tests.values().iterator().next();
    }
    return tests.getOrDefault(test, Map.of());
  }

  private void add(Framework framework) {
    String id = framework.id();
    if (framework instanceof Framework.Conjunctive conjunctive) {
      conjunctive.items().forEach(item -> addItem(id, item));
      conjunctive.vetoes().forEach(test -> addEvidence(id, ItemResult.VETO, test));
      conjunctive.preconditions().forEach(test -> addEvidence(id, ItemResult.PRECONDITION, test));
    } else if (framework instanceof Framework.Weighted weighted) {
      weighted.tree().forEach(node -> addNode(id, node));
      for (Adjustment adjustment : weighted.adjustments()) {
        adjustment.events().forEach(event -> addEvent(id, event));
      }
    } else if (framework instanceof Framework.Separate separate) {
      separate.items().forEach(item -> addSingle(id, item));
    } else {
      throw new IllegalStateException("no tests of framework " + framework);
    }
  }

  /** The value by itself, with its target if there is one. */
  private void addSingle(String framework, SingleItem item) {
    Map<TableColumn, Object> row = added(framework, item.id(), ItemResult.WHOLE);
    putIndicator(row, item.indicator(), item.stage());
    row.put(FrameworkItemResult.UNIT_TESTED, "county");
    item.target()
        .ifPresent(
            target -> {
              row.put(FrameworkItemResult.COMPARISON, word(target.comparison()));
              row.put(FrameworkItemResult.STANDARD, target.byStage().get(item.stage()));
              row.put(FrameworkItemResult.RULE, limit(target, item.stage()));
            });
  }

  private void addItem(String framework, FrameworkItem item) {
    for (ItemTest test : item.tests()) {
      if (test instanceof ItemTest.OfCounty county) {
        addLimit(framework, item.id(), test, county.indicator(), county.limit());
      } else if (test instanceof ItemTest.OfSchools schools) {
        addLimit(framework, item.id(), test, schools.indicator(), schools.limit());
      } else if (test instanceof ItemTest.OfEvidence evidence) {
        addEvidence(framework, item.id(), evidence);
      } else {
        throw new IllegalStateException("no words for test " + test);
      }
    }
  }

  private void addLimit(
      String framework, String item, ItemTest test, String indicator, Limit limit) {
    Collection<String> stages =
        limit.expression().isPresent()
            ? catalogue.indicator(indicator).stages()
            : limit.byStage().keySet().stream().sorted().toList();
    for (String stage : stages) {
      Map<TableColumn, Object> row = added(framework, item, test.id() + "." + stage);
      putIndicator(row, indicator, stage);
      row.put(
          FrameworkItemResult.UNIT_TESTED,
          test instanceof ItemTest.OfSchools ? "schools" : "county");
      row.put(FrameworkItemResult.COMPARISON, word(limit.comparison()));
      row.put(FrameworkItemResult.STANDARD, limit.byStage().get(stage));
      row.put(FrameworkItemResult.RULE, rule(test, limit, stage));
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

  private void addEvidence(String framework, String item, ItemTest.OfEvidence test) {
    Map<TableColumn, Object> row = added(framework, item, test.id());
    row.put(FrameworkItemResult.STATEMENT, test.statement());
    putTitle(row, test.title());
    row.put(FrameworkItemResult.UNIT_TESTED, "county");
  }

  private void addNode(String framework, ScoreNode node) {
    if (node instanceof ScoreNode.Branch branch) {
      branch.children().forEach(child -> addNode(framework, child));
    } else if (node instanceof ScoreNode.Leaf leaf) {
      Map<TableColumn, Object> row = added(framework, leaf.id(), ItemResult.WHOLE);
      putIndicator(row, leaf.indicator(), leaf.stage());
      row.put(FrameworkItemResult.UNIT_TESTED, "county");
      row.put(FrameworkItemResult.RULE, FormulaWords.of(leaf.normalise()));
    } else if (node instanceof ScoreNode.Attested attested) {
      Map<TableColumn, Object> row = added(framework, attested.id(), ItemResult.WHOLE);
      row.put(FrameworkItemResult.STATEMENT, attested.statement());
      putTitle(row, attested.title());
      row.put(FrameworkItemResult.UNIT_TESTED, "county");
      row.put(
          FrameworkItemResult.RULE,
          "met 1, partly_met %s, not_met 0".formatted(attested.partly().toPlainString()));
    } else {
      throw new IllegalStateException("no words for node " + node);
    }
  }

  private void addEvent(String framework, Adjustment.Event event) {
    Map<TableColumn, Object> row = added(framework, event.id(), ItemResult.WHOLE);
    putIndicator(row, event.indicator(), event.stage());
    row.put(FrameworkItemResult.UNIT_TESTED, "county");
    row.put(
        FrameworkItemResult.RULE,
        "%s × %s%s"
            .formatted(
                event.indicator(),
                event.points().toPlainString(),
                event.cap().map(cap -> ", cap " + cap.toPlainString()).orElse("")));
  }

  private void putIndicator(Map<TableColumn, Object> row, String indicator, String stage) {
    row.put(FrameworkItemResult.STAGE, stage);
    row.put(FrameworkItemResult.INDICATOR, indicator);
    putTitle(row, catalogue.indicator(indicator).title());
  }

  private static void putTitle(Map<TableColumn, Object> row, Text title) {
    row.put(FrameworkItemResult.TITLE_ZH, title.zh());
    row.put(FrameworkItemResult.TITLE_EN, title.en());
  }

  private Map<TableColumn, Object> added(String framework, String item, String test) {
    Map<TableColumn, Object> row = new HashMap<>();
    byItem.computeIfAbsent(framework + "/" + item, any -> new LinkedHashMap<>()).put(test, row);
    return row;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
