package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Example;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an indicator is defined.
 *
 * @param among the schools that count; empty: all
 * @param judgedBy the items of frameworks that look at it
 */
record IndicatorPage(
    Text formula,
    Optional<String> expression,
    Optional<Text> among,
    List<FormulaWords.Input> inputs,
    List<String> stages,
    String unitBasis,
    boolean mayExceed100,
    Optional<String> document,
    Optional<String> clause,
    Optional<Text> note,
    String origin,
    List<Worked> examples,
    List<Judged> judgedBy) {

  /** A worked example: what is given, row by row, and what comes out. */
  record Worked(List<Map<String, BigDecimal>> rows, BigDecimal value) {}

  /** An item of a framework. */
  record Judged(String framework, String item) {}

  static IndicatorPage of(Catalogue catalogue, Indicator indicator) {
    FormulaWords words = new FormulaWords(catalogue, indicator.formula());
    return new IndicatorPage(
        words.words(),
        words.expression(),
        words.among(),
        words.inputs(),
        indicator.stages(),
        indicator.unitBasis().code(),
        indicator.mayExceed100(),
        indicator.legal().map(Legal::document),
        indicator.legal().flatMap(Legal::clause),
        indicator.note(),
        indicator.origin().code(),
        indicator.examples().stream().map(IndicatorPage::worked).toList(),
        judgedBy(catalogue, indicator.id()));
  }

  private static Worked worked(Example example) {
    List<Map<String, BigDecimal>> rows = new ArrayList<>();
    example.rows().forEach(row -> rows.add(new TreeMap<>(row)));
    return new Worked(rows, example.value());
  }

  private static List<Judged> judgedBy(Catalogue catalogue, String indicator) {
    List<Judged> judged = new ArrayList<>();
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        conjunctive.items().stream()
            .filter(item -> looksAt(item, indicator))
            .forEach(item -> judged.add(new Judged(framework.id(), item.id())));
      } else if (framework instanceof Framework.Weighted weighted) {
        Framework.Weighted.leaves(weighted.tree()).stream()
            .filter(leaf -> leaf.indicator().equals(indicator))
            .forEach(leaf -> judged.add(new Judged(framework.id(), leaf.id())));
      }
    }
    return judged;
  }

  private static boolean looksAt(FrameworkItem item, String indicator) {
    return item.tests().stream()
        .anyMatch(
            test ->
                (test instanceof ItemTest.OfSchools schools
                        && schools.indicator().equals(indicator))
                    || (test instanceof ItemTest.OfCounty county
                        && county.indicator().equals(indicator)));
  }
}
