package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.definition.Limit.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds a county against the tests of a framework's items, one test for each stage with a limit.
 */
record HoldTests(String framework, Catalogue catalogue, Panel panel) {
  static final String NO_SCHOOL = "该学段无学校 / no school in this stage";
  static final String NO_SCHOOL_IN_SCOPE = "无纳入测算的学校 / no school in scope";
  static final String NO_SUCH_SCHOOL = "无此类学校 / no school of this kind";
  static final String NOT_DELIVERED = "未报送 / not delivered";
  private static final BigDecimal ALL_SCHOOLS = BigDecimal.valueOf(100);

  /** The results of one test: one for each stage, or one for a piece of evidence. */
  List<TestResult> apply(String county, String item, ItemTest test) {
    if (test instanceof ItemTest.OfCounty ofCounty) {
      return inOrder(ofCounty.limit().byStage().keySet()).stream()
          .map(stage -> holdCounty(county, ofCounty, stage))
          .toList();
    }
    if (test instanceof ItemTest.OfSchools ofSchools) {
      return stagesOf(ofSchools).stream()
          .map(stage -> holdSchools(county, item, ofSchools, stage))
          .toList();
    }
    if (test instanceof ItemTest.OfEvidence ofEvidence) {
      return List.of(holdEvidence(county, ofEvidence));
    }
    throw new IllegalStateException("no way to hold a county against %s".formatted(test));
  }

  private List<String> stagesOf(ItemTest.OfSchools test) {
    return inOrder(
        test.limit().expression().isPresent()
            ? catalogue.indicator(test.indicator()).stages()
            : test.limit().byStage().keySet());
  }

  /** Single stages as {@code conf/} orders them, then groups and the total by name. */
  private List<String> inOrder(Collection<String> stages) {
    List<String> order = catalogue.stages().ids();
    return stages.stream()
        .sorted(
            Comparator.comparingInt(
                    (String stage) -> order.contains(stage) ? order.indexOf(stage) : order.size())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private TestResult holdCounty(String county, ItemTest.OfCounty test, String stage) {
    Indicator indicator = catalogue.indicator(test.indicator());
    Optional<BigDecimal> standard = Optional.of(test.limit().byStage().get(stage));
    String name = test.id() + "." + stage;
    Optional<IndicatorValue> figure = panel.findValue(county, stage, indicator.id());
    if (figure.isEmpty()) {
      return panel.isWithoutSchools(county, catalogue.stages().membersOf(stage))
          ? TestResult.withoutValue(name, Grade.NOT_APPLICABLE, standard, Optional.of(NO_SCHOOL))
          : TestResult.withoutValue(name, Grade.UNKNOWN, standard, Optional.of(NOT_DELIVERED));
    }
    Optional<String> note = figure.get().note();
    if (figure.get().value().isEmpty()) {
      boolean isApplicable = figure.get().status() != ObsStatus.Z;
      Grade grade = isApplicable ? Grade.UNKNOWN : Grade.NOT_APPLICABLE;
      return TestResult.withoutValue(
          name,
          grade,
          standard,
          note.or(() -> Optional.of(isApplicable ? NOT_DELIVERED : NO_SCHOOL)));
    }
    Quotient value = Quotient.of(figure.get(), indicator).orElseThrow();
    return compare(name, figure.get(), value, test.limit().comparison(), standard.get(), indicator);
  }

  private static TestResult compare(
      String name,
      IndicatorValue figure,
      Quotient value,
      Comparison comparison,
      BigDecimal standard,
      Indicator indicator) {
    boolean isMet = value.meets(comparison, standard);
    boolean looksMet = comparison.holds(value.rounded(indicator.decimals()), standard);
    return new TestResult(
        name,
        isMet ? Grade.MET : Grade.NOT_MET,
        figure.value(),
        Optional.of(standard),
        Optional.of(gap(value.decimal(), comparison, standard)),
        List.of(),
        isMet != looksMet,
        figure.note());
  }

  private static BigDecimal gap(BigDecimal value, Comparison comparison, BigDecimal standard) {
    BigDecimal missing = standard.subtract(value, MathContext.DECIMAL128);
    if (comparison.wantsMore()) {
      return missing;
    }
    return comparison == Comparison.EQUALS ? missing.abs() : missing.negate();
  }

  /**
   * A stage without schools, or without any in the framework's scope, leaves nothing to test. A
   * rule for some kind of school («among») is kept where there is no school of the kind.
   */
  private TestResult holdSchools(
      String county, String item, ItemTest.OfSchools test, String stage) {
    String name = test.id() + "." + stage;
    Optional<BigDecimal> all = Optional.of(ALL_SCHOOLS);
    Optional<SchoolTestCount> count =
        panel.findSchoolTest(framework, county, item, test.id(), stage);
    if (count.isPresent() && count.get().schools() > 0) {
      return gradeSchools(name, count.get(), test.limit());
    }
    if (panel.isWithoutSchools(county, catalogue.stages().membersOf(stage))) {
      return TestResult.withoutValue(name, Grade.NOT_APPLICABLE, all, Optional.of(NO_SCHOOL));
    }
    if (count.isEmpty()) {
      return TestResult.withoutValue(name, Grade.UNKNOWN, all, Optional.of(NOT_DELIVERED));
    }
    return test.among().isPresent()
        ? TestResult.withoutValue(name, Grade.MET, all, Optional.of(NO_SUCH_SCHOOL))
        : TestResult.withoutValue(name, Grade.NOT_APPLICABLE, all, Optional.of(NO_SCHOOL_IN_SCOPE));
  }

  private static TestResult gradeSchools(String name, SchoolTestCount count, Limit limit) {
    Grade grade =
        count.against() > 0 ? Grade.NOT_MET : count.open() > 0 ? Grade.UNKNOWN : Grade.MET;
    Quotient inOrder =
        new Quotient(
            ALL_SCHOOLS.multiply(
                BigDecimal.valueOf(count.schools() - count.against() - count.open())),
            BigDecimal.valueOf(count.schools()));
    BigDecimal share = inOrder.decimal();
    return new TestResult(
        name,
        grade,
        Optional.of(share),
        Optional.of(ALL_SCHOOLS),
        Optional.of(ALL_SCHOOLS.subtract(share)),
        List.of(),
        count.decidedByRounding() > 0,
        Optional.of(describe(count, limit)));
  }

  private static String describe(SchoolTestCount count, Limit limit) {
    String standard =
        Optional.ofNullable(limit.byStage().get(count.stage()))
            .map(s -> " (标准 / standard %s)".formatted(s.toPlainString()))
            .orElse("");
    return "%d 校中 %d 校未达标, %d 校待定 / of %1$d schools %2$d not met, %3$d unknown%s"
        .formatted(count.schools(), count.against(), count.open(), standard);
  }

  private TestResult holdEvidence(String county, ItemTest.OfEvidence test) {
    List<Evidence> rows = panel.evidence(framework, county, test.statement());
    if (rows.isEmpty()) {
      return TestResult.withoutValue(
          test.id(), Grade.UNKNOWN, Optional.empty(), Optional.of(NOT_DELIVERED));
    }
    return new TestResult(
        test.id(),
        Grade.ofAll(rows.stream().map(Evidence::grade).toList()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        documents(rows),
        false,
        Optional.empty());
  }

  private static List<String> documents(List<Evidence> rows) {
    return rows.stream().flatMap(row -> row.document().stream()).distinct().toList();
  }
}
