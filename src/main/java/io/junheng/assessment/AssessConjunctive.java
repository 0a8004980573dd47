package io.junheng.assessment;

import static java.util.stream.Collectors.groupingBy;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds counties against the items of a framework in which every item must be met. */
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
    List<ItemResult> items = new ArrayList<>();
    List<CountyVerdict> verdicts = new ArrayList<>();
    for (String county : counties.stream().distinct().sorted().toList()) {
      List<ItemResult> ofCounty = items(panel, county);
      items.addAll(ofCounty);
      verdicts.add(verdict(county, ofCounty));
    }
    return new Result(items, verdicts);
  }

  private List<ItemResult> items(Panel panel, String county) {
    HoldTests hold = new HoldTests(framework.id(), catalogue, panel);
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
                        Function.identity())));
    return rows;
  }

  /** An item with a single test shows the test's figures; with several it shows none of them. */
  private static TestResult whole(List<TestResult> tests) {
    Grade grade = Grade.ofAll(tests.stream().map(TestResult::grade).toList());
    if (tests.size() == 1) {
      TestResult only = tests.get(0);
      return new TestResult(
          ItemResult.WHOLE,
          grade,
          only.value(),
          only.standard(),
          only.gap(),
          only.evidence(),
          only.decidedByRounding(),
          only.note());
    }
    return new TestResult(
        ItemResult.WHOLE,
        grade,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tests.stream().flatMap(test -> test.evidence().stream()).distinct().toList(),
        tests.stream().anyMatch(TestResult::decidedByRounding),
        decidingTests(grade, tests));
  }

  private static Optional<String> decidingTests(Grade grade, List<TestResult> tests) {
    List<String> deciding =
        tests.stream().filter(test -> test.grade() == grade).map(TestResult::test).toList();
    return grade == Grade.MET ? Optional.empty() : Optional.of(String.join(",", deciding));
  }

  private static ItemResult row(String county, FrameworkItem item, TestResult test) {
    return new ItemResult(
        county,
        item.id(),
        test.test(),
        test.grade(),
        test.value(),
        test.standard(),
        test.gap(),
        item.legal().clause(),
        Optional.<BigDecimal>empty(),
        Optional.<BigDecimal>empty(),
        test.evidence(),
        test.decidedByRounding(),
        item.origin(),
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
      Function<Grade, Grade> reading) {
    return new ItemResult(
        county,
        item,
        test.statement(),
        reading.apply(result.grade()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        framework.head().legal().flatMap(Legal::clause),
        Optional.empty(),
        Optional.empty(),
        result.evidence(),
        false,
        framework.head().origin(),
        result.note());
  }

  private static CountyVerdict verdict(String county, List<ItemResult> rows) {
    Map<Grade, List<ItemResult>> items =
        rows.stream().filter(ItemResult::isWhole).collect(groupingBy(ItemResult::grade));
    Map<Grade, List<ItemResult>> tests =
        rows.stream()
            .filter(row -> !row.isWhole() && !isBeside(row))
            .collect(groupingBy(ItemResult::grade));
    List<ItemResult> decisive =
        rows.stream().filter(row -> row.isWhole() || isBeside(row)).toList();
    Verdict verdict = verdict(decisive, of(items));
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
        verdict,
        blocking(decisive, verdict));
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

  /** A county to which nothing applies has shown nothing: it does not pass. */
  private static Verdict verdict(List<ItemResult> decisive, int of) {
    if (decisive.stream().anyMatch(row -> row.grade().blocks())) {
      return Verdict.NOT_PASSED;
    }
    boolean isOpen = decisive.stream().anyMatch(row -> row.grade() == Grade.UNKNOWN);
    return isOpen || of == 0 ? Verdict.UNDETERMINED : Verdict.PASSED;
  }

  private static Veto veto(List<ItemResult> rows) {
    Grade grade =
        Grade.ofAll(
            rows.stream()
                .filter(row -> row.item().equals(ItemResult.VETO))
                .map(ItemResult::grade)
                .toList());
    return switch (grade) {
      case NOT_MET, PARTLY_MET -> Veto.HIT;
      case UNKNOWN -> Veto.POSSIBLE;
      case MET, NOT_APPLICABLE -> Veto.NONE;
    };
  }

  private static List<String> blocking(List<ItemResult> decisive, Verdict verdict) {
    return decisive.stream()
        .filter(
            row ->
                switch (verdict) {
                  case PASSED -> false;
                  case NOT_PASSED -> row.grade().blocks();
                  case UNDETERMINED -> row.grade() == Grade.UNKNOWN;
                })
        .map(row -> row.isWhole() ? row.item() : row.test())
        .toList();
  }
}
