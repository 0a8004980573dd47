package io.junheng.assessment;

import io.junheng.assessment.TestResult.Figures;
import io.junheng.assessment.TestResult.Subject;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds a county against the tests of a framework's items, one test for each stage with a limit.
 */
record HoldTests(String framework, Catalogue catalogue, Panels panels) {
  static final Text NO_SCHOOL = new Text("该学段无学校", "no school in this stage");
  static final Text ONE_SCHOOL = new Text("仅1校,不测算", "only one school: not worked out");
  static final Text NO_SCHOOL_IN_SCOPE = new Text("无纳入测算的学校", "no school in scope");
  static final Text NO_SUCH_SCHOOL = new Text("无此类学校", "no school of this kind");
  static final Text NOT_APPLICABLE = new Text("不适用", "not applicable");
  static final Text NOT_DELIVERED = new Text("未报送", "not delivered");
  static final Text NO_SUCH_PERIOD = new Text("该年度没有数据", "no figures of that year in the lake");
  static final Text INCOMPLETE =
      new Text("部分学校缺数据,不作判定", "some schools brought no value: not judged");
  private static final BigDecimal ALL_SCHOOLS = BigDecimal.valueOf(100);

  /** The results of one test: one for each stage, or one for a piece of evidence. */
  List<TestResult> apply(String county, String item, ItemTest test) {
    if (test instanceof ItemTest.OfCounty ofCounty) {
      return inOrder(ofCounty.limit().byStage().keySet(), catalogue).stream()
          .map(stage -> holdCounty(county, ofCounty, stage))
          .toList();
    }
    if (test instanceof ItemTest.OfSchools ofSchools) {
      return stagesOf(ofSchools, catalogue).stream()
          .map(stage -> holdSchools(county, item, ofSchools, stage))
          .toList();
    }
    if (test instanceof ItemTest.OfEvidence ofEvidence) {
      return List.of(holdEvidence(county, ofEvidence));
    }
    throw new IllegalStateException("no way to hold a county against %s".formatted(test));
  }

  /** The stages at which schools are tested, in order. */
  static List<String> stagesOf(ItemTest.OfSchools test, Catalogue catalogue) {
    return inOrder(
        test.limit().expression().isPresent()
            ? catalogue.indicator(test.indicator()).stages()
            : test.limit().byStage().keySet(),
        catalogue);
  }

  /** Single stages as {@code conf/} orders them, then groups and the total by name. */
  private static List<String> inOrder(Collection<String> stages, Catalogue catalogue) {
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
    Subject subject = Subject.stage(test.id(), stage, indicator.id());
    Optional<BigDecimal> standard = Optional.of(test.limit().byStage().get(stage));
    Optional<Panel> panel = panels.find(panels.now().period().earlier(test.yearsBefore()));
    if (panel.isEmpty()) {
      return TestResult.withoutValue(subject, Grade.UNKNOWN, standard, NO_SUCH_PERIOD);
    }
    Optional<IndicatorValue> figure = panel.get().findValue(county, stage, indicator.id());
    return figure
        .flatMap(f -> Quotient.of(f, indicator))
        .map(value -> compare(subject, figure.get(), value, test))
        .orElseGet(() -> withoutValue(panel.get(), subject, county, indicator, standard));
  }

  private TestResult withoutValue(
      Panel panel,
      Subject subject,
      String county,
      Indicator indicator,
      Optional<BigDecimal> standard) {
    String stage = subject.stage().orElseThrow();
    Optional<Text> told =
        panel.findValue(county, stage, indicator.id()).flatMap(IndicatorValue::note);
    if (panel.applies(county, stage, indicator.id(), catalogue.stages())) {
      return TestResult.withoutValue(subject, Grade.UNKNOWN, standard, told.orElse(NOT_DELIVERED));
    }
    return TestResult.withoutValue(
        subject,
        Grade.NOT_APPLICABLE,
        standard,
        told.orElseGet(() -> whyNotApplicable(panel, county, stage, indicator)));
  }

  private Text whyNotApplicable(Panel panel, String county, String stage, Indicator indicator) {
    if (panel.isWithoutSchools(county, stage, catalogue.stages())) {
      return NO_SCHOOL;
    }
    return isSpread(indicator) ? ONE_SCHOOL : NOT_APPLICABLE;
  }

  /** A coefficient of variation, or a composite of several. */
  private boolean isSpread(Indicator indicator) {
    return indicator.formula() instanceof Formula.Dispersion
        || (indicator.formula() instanceof Formula.Derived derived
            && derived.value().names().stream()
                .allMatch(
                    part -> catalogue.indicator(part).formula() instanceof Formula.Dispersion));
  }

  private Panel panel() {
    return panels.now();
  }

  /** A figure that some schools are missing from is shown with its gap, but decides nothing. */
  private TestResult compare(
      Subject subject, IndicatorValue figure, Quotient value, ItemTest.OfCounty test) {
    String stage = figure.stage();
    BigDecimal standard = test.limit().byStage().get(stage);
    int decimals = catalogue.indicator(figure.indicator()).decimals();
    BigDecimal displayed = value.rounded(decimals);
    Grade grade = gradeOf(value, test, stage);
    boolean isIncomplete = figure.status() == ObsStatus.U;
    BigDecimal gap = grade == Grade.MET ? BigDecimal.ZERO : distance(value.decimal(), standard);
    return new TestResult(
        subject,
        isIncomplete ? Grade.UNKNOWN : grade,
        Optional.of(new Figures(figure.value().orElseThrow(), displayed, gap)),
        Optional.of(standard),
        List.of(),
        !isIncomplete && grade != gradeOf(new Quotient(displayed, BigDecimal.ONE), test, stage),
        isIncomplete ? figure.note().or(() -> Optional.of(INCOMPLETE)) : figure.note());
  }

  private static Grade gradeOf(Quotient value, ItemTest.OfCounty test, String stage) {
    if (holds(value, test.limit(), stage)) {
      return Grade.MET;
    }
    return test.partly().filter(partly -> holds(value, partly, stage)).isPresent()
        ? Grade.PARTLY_MET
        : Grade.NOT_MET;
  }

  private static boolean holds(Quotient value, Limit limit, String stage) {
    return Optional.ofNullable(limit.byStage().get(stage))
        .filter(standard -> value.meets(limit.comparison(), standard))
        .isPresent();
  }

  private static BigDecimal distance(BigDecimal value, BigDecimal standard) {
    return standard.subtract(value, MathContext.DECIMAL128).abs();
  }

  /**
   * A stage without schools, or without any in the framework's scope, leaves nothing to test. A
   * rule for some kind of school («among») is kept where there is no school of the kind.
   */
  private TestResult holdSchools(
      String county, String item, ItemTest.OfSchools test, String stage) {
    Subject subject = Subject.stage(test.id(), stage, test.indicator());
    Optional<BigDecimal> all = Optional.of(ALL_SCHOOLS);
    Optional<SchoolTestCount> count =
        panel().findSchoolTest(framework, county, item, test.id(), stage);
    if (count.filter(c -> c.schools() > 0).isPresent()) {
      return gradeSchools(subject, count.get(), test.limit());
    }
    if (panel().isWithoutSchools(county, stage, catalogue.stages())) {
      return TestResult.withoutValue(subject, Grade.NOT_APPLICABLE, all, NO_SCHOOL);
    }
    if (count.isEmpty()) {
      return TestResult.withoutValue(subject, Grade.UNKNOWN, all, NOT_DELIVERED);
    }
    return test.among().isPresent()
        ? TestResult.withoutValue(subject, Grade.MET, all, NO_SUCH_SCHOOL)
        : TestResult.withoutValue(subject, Grade.NOT_APPLICABLE, all, NO_SCHOOL_IN_SCOPE);
  }

  private static TestResult gradeSchools(Subject subject, SchoolTestCount count, Limit limit) {
    Quotient share =
        new Quotient(
            ALL_SCHOOLS.multiply(
                BigDecimal.valueOf(count.schools() - count.against() - count.open())),
            BigDecimal.valueOf(count.schools()));
    return new TestResult(
        subject,
        gradeOf(count),
        Optional.of(
            new Figures(share.decimal(), share.rounded(1), distance(share.decimal(), ALL_SCHOOLS))),
        Optional.of(ALL_SCHOOLS),
        List.of(),
        count.decidedByRounding() > 0,
        Optional.of(describe(count, limit)));
  }

  private static Grade gradeOf(SchoolTestCount count) {
    if (count.against() > 0) {
      return Grade.NOT_MET;
    }
    return count.open() > 0 ? Grade.UNKNOWN : Grade.MET;
  }

  private static Text describe(SchoolTestCount count, Limit limit) {
    Optional<String> standard =
        Optional.ofNullable(limit.byStage().get(count.stage())).map(BigDecimal::toPlainString);
    return new Text(
        "%d所学校中%d所未达标、%d所待定%s"
            .formatted(
                count.schools(),
                count.against(),
                count.open(),
                standard.map("(标准%s)"::formatted).orElse("")),
        "of %d schools %d not met, %d unknown%s"
            .formatted(
                count.schools(),
                count.against(),
                count.open(),
                standard.map(" (standard %s)"::formatted).orElse("")));
  }

  private TestResult holdEvidence(String county, ItemTest.OfEvidence test) {
    Subject subject = Subject.evidence(test.id());
    List<Evidence> rows = panel().evidence(framework, county, test.statement());
    if (rows.isEmpty()) {
      return TestResult.withoutValue(subject, Grade.UNKNOWN, Optional.empty(), NOT_DELIVERED);
    }
    return new TestResult(
        subject,
        Grade.ofAll(rows.stream().map(Evidence::grade).toList()),
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
