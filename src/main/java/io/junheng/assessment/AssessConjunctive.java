package io.junheng.assessment;

import static java.util.stream.Collectors.groupingBy;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.assessment.TestResult.Figures;
import io.junheng.assessment.TestResult.Subject;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Origin;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Holds counties against the items of a conjunctive framework. */
public record AssessConjunctive(Framework.Conjunctive framework, Catalogue catalogue) {

  /**
   * Items and verdicts of all counties, in the order of their codes; items in the framework's
   * order.
   */
  public record Result(List<ItemResult> items, List<CountyVerdict> verdicts) {
    public Result {
      items = List.copyOf(items);
      verdicts = List.copyOf(verdicts);
    }
  }

  /**
   * Judges the named counties.
   *
   * @param counties codes, whether or not they reported: a county that did not has only unknown
   *     items
   */
  public Result apply(Panel panel, Collection<String> counties) {
    return apply(Panels.only(panel), counties);
  }

  /** The same, with the figures of earlier years for the tests that look at them. */
  Result apply(Panels panels, Collection<String> counties) {
    List<ItemResult> items = new ArrayList<>();
    List<CountyVerdict> verdicts = new ArrayList<>();
    for (String county : counties.stream().distinct().sorted().toList()) {
      List<ItemResult> ofCounty = items(panels, county);
      items.addAll(ofCounty);
      verdicts.add(verdict(county, ofCounty));
    }
    return new Result(items, verdicts);
  }

  private List<ItemResult> items(Panels panels, String county) {
    HoldTests hold = new HoldTests(framework.id(), catalogue, panels);
    List<ItemResult> rows = new ArrayList<>();
    for (FrameworkItem item : framework.items()) {
      List<TestResult> tests =
          item.tests().stream()
              .flatMap(test -> hold.apply(county, item.id(), test).stream())
              .toList();
      rows.add(row(county, item, whole(tests)));
      tests.forEach(test -> rows.add(row(county, item, test)));
    }
    framework.vetoes().forEach(veto -> rows.add(veto(hold, county, veto)));
    framework
        .preconditions()
        .forEach(
            condition ->
                rows.add(
                    beside(
                        county,
                        ItemResult.PRECONDITION,
                        condition,
                        evidence(hold, county, condition),
                        UnaryOperator.identity())));
    return rows;
  }

  /** An item with a single test shows the test's figures; with several it shows none of them. */
  private static TestResult whole(List<TestResult> tests) {
    Optional<TestResult> only = tests.size() == 1 ? Optional.of(tests.get(0)) : Optional.empty();
    Grade grade = Grade.ofAll(tests.stream().map(TestResult::grade).toList());
    return new TestResult(
        new Subject(
            ItemResult.WHOLE,
            only.flatMap(test -> test.subject().stage()),
            only.flatMap(test -> test.subject().indicator())),
        grade,
        only.flatMap(TestResult::figures),
        only.flatMap(TestResult::standard),
        tests.stream().flatMap(test -> test.evidence().stream()).distinct().toList(),
        tests.stream().anyMatch(TestResult::decidedByRounding),
        only.isPresent() ? only.get().note() : decidingTests(grade, tests));
  }

  /** Which tests the grade of an item comes from; all of them where it is met. */
  private static Optional<Text> decidingTests(Grade grade, List<TestResult> tests) {
    List<String> deciding =
        tests.stream().filter(test -> test.grade() == grade).map(TestResult::test).toList();
    return grade == Grade.MET
        ? Optional.empty()
        : Optional.of(Text.same(String.join(", ", deciding)));
  }

  private static ItemResult row(String county, FrameworkItem item, TestResult test) {
    return row(
        county, item.id(), test.test(), test.grade(), test, item.legal().clause(), item.origin());
  }

  private static ItemResult row(
      String county,
      String item,
      String name,
      Grade grade,
      TestResult test,
      Optional<String> clause,
      Origin origin) {
    return new ItemResult(
        county,
        item,
        name,
        test.subject().stage(),
        test.subject().indicator(),
        grade,
        test.figures().map(Figures::value),
        test.figures().map(Figures::displayed),
        test.standard(),
        test.figures().map(Figures::gap),
        clause,
        Optional.empty(),
        Optional.empty(),
        test.evidence(),
        test.decidedByRounding(),
        origin,
        test.note());
  }

  /** The evidence says whether the forbidden thing was found; found in part is found. */
  private ItemResult veto(HoldTests hold, String county, ItemTest.OfEvidence veto) {
    return beside(
        county,
        ItemResult.VETO,
        veto,
        evidence(hold, county, veto),
        found ->
            switch (found) {
              case MET, PARTLY_MET -> Grade.NOT_MET;
              case NOT_MET -> Grade.MET;
              case UNKNOWN, NOT_APPLICABLE -> found;
            });
  }

  private static TestResult evidence(HoldTests hold, String county, ItemTest.OfEvidence test) {
    return hold.apply(county, "", test).get(0);
  }

  private ItemResult beside(
      String county,
      String item,
      ItemTest.OfEvidence test,
      TestResult result,
      UnaryOperator<Grade> reading) {
    return row(
        county,
        item,
        test.statement(),
        reading.apply(result.grade()),
        result,
        framework.head().legal().flatMap(Legal::clause),
        framework.head().origin());
  }

  private CountyVerdict verdict(String county, List<ItemResult> rows) {
    Map<Grade, List<ItemResult>> items =
        rows.stream().filter(ItemResult::isWhole).collect(groupingBy(ItemResult::grade));
    Map<Grade, List<ItemResult>> tests =
        rows.stream()
            .filter(row -> !row.isWhole() && !isBeside(row))
            .collect(groupingBy(ItemResult::grade));
    List<ItemResult> decisive =
        rows.stream().filter(row -> row.isWhole() || isBeside(row)).toList();
    VerdictRule rule = new VerdictRule(framework.classes(), decisive);
    return new CountyVerdict(
        county,
        count(items, Grade.MET),
        count(items, Grade.PARTLY_MET),
        count(items, Grade.NOT_MET),
        count(items, Grade.UNKNOWN),
        of(items),
        count(tests, Grade.MET),
        of(tests),
        veto(rows),
        gradeOf(ItemResult.PRECONDITION, rows),
        rule.verdict(),
        rule.passClass(),
        rule.blockingItems());
  }

  private static boolean isBeside(ItemResult row) {
    return row.item().equals(ItemResult.VETO) || row.item().equals(ItemResult.PRECONDITION);
  }

  private static int count(Map<Grade, List<ItemResult>> byGrade, Grade grade) {
    return byGrade.getOrDefault(grade, List.of()).size();
  }

  private static int of(Map<Grade, List<ItemResult>> byGrade) {
    return Stream.of(Grade.values())
        .filter(grade -> grade != Grade.NOT_APPLICABLE)
        .mapToInt(grade -> count(byGrade, grade))
        .sum();
  }

  private static Veto veto(List<ItemResult> rows) {
    return switch (gradeOf(ItemResult.VETO, rows)) {
      case NOT_MET, PARTLY_MET -> Veto.HIT;
      case UNKNOWN -> Veto.POSSIBLE;
      case MET, NOT_APPLICABLE -> Veto.NONE;
    };
  }

  private static Grade gradeOf(String item, List<ItemResult> rows) {
    return Grade.ofAll(
        rows.stream().filter(row -> row.item().equals(item)).map(ItemResult::grade).toList());
  }
}
