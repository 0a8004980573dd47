package io.junheng.config;

import io.junheng.definition.Framework.Head;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Limit;
import io.junheng.definition.Origin;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of a conjunctive framework and their tests. */
final class ItemReader {
  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final SqlCheck sql;
  private final Vocabulary schools;
  private final IndicatorChecks indicators;

  ItemReader(
      Problems problems,
      Names names,
      SqlCheck sql,
      Vocabulary schools,
      IndicatorChecks indicators) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.sql = sql;
    this.schools = schools;
    this.indicators = indicators;
  }

  FrameworkItem read(Value value, Value framework, Optional<Head> head) {
    String id = value.require("item").text();
    Text title = value.require("title").bilingual();
    Text heading = framework.require("title").bilingual();
    List<ItemTest> tests = new ArrayList<>();
    tests.addAll(attempt.each(tests(value, "schools"), test -> schoolTest(test, id)));
    tests.addAll(attempt.each(tests(value, "county"), test -> countyTest(test, id)));
    tests.addAll(attempt.each(tests(value, "evidence"), test -> evidence(test, title)));
    checkTests(value, tests, id);
    String document = head.flatMap(Head::legal).map(Legal::document).orElse(heading.zh());
    return new FrameworkItem(
        id,
        title,
        value.find("group").map(Value::bilingual).orElse(heading),
        new Legal(document, value.find("clause").map(Value::text)),
        value
            .find("origin")
            .map(o -> o.word(Origin.class))
            .orElse(head.map(Head::origin).orElse(Origin.OFFICIAL)),
        tests);
  }

  private static List<Value> tests(Value item, String key) {
    return item.find(key).map(Value::oneOrMore).orElse(List.of());
  }

  private void checkTests(Value item, List<ItemTest> tests, String id) {
    int given =
        tests(item, "schools").size()
            + tests(item, "county").size()
            + tests(item, "evidence").size();
    if (given == 0) {
      problems.add(
          item.place(),
          ProblemCode.MISSING_KEY,
          Cure.NONE,
          IndicatorChecks.quoted(id),
          "schools, county or evidence");
    }
    if (tests.isEmpty()) {
      throw new Value.Unreadable();
    }
    Set<String> seen = new HashSet<>();
    for (ItemTest test : tests) {
      if (!seen.add(test.id())) {
        problems.add(
            item.place(),
            ProblemCode.DUPLICATE_ID,
            Cure.of("请用 test 为每个检验命名", "Name each test with 'test'"),
            Cure.of("“%s”的检验".formatted(id), "the test of '%s'".formatted(id)),
            test.id(),
            item.place());
      }
    }
  }

  private ItemTest schoolTest(Value value, String item) {
    String indicator = names.resolve(Names.Kind.INDICATOR, value.require("indicator"), item);
    if (!indicators.hasSchoolValue(indicator)) {
      problems.add(
          value.require("indicator").place(),
          ProblemCode.NO_SCHOOL_VALUE,
          Cure.of("请改为 county 检验", "Test it under county"),
          IndicatorChecks.quoted(item),
          indicator);
    }
    Optional<String> among =
        value
            .find("among")
            .flatMap(a -> attempt.at(a, () -> names.resolve(Names.Kind.SCOPE, a, item)));
    return new ItemTest.OfSchools(
        value.find("test").map(Value::text).orElse("schools"),
        indicator,
        limit(value, indicator, item),
        among,
        value.find("floor_share").map(this::floorShare));
  }

  private BigDecimal floorShare(Value value) {
    BigDecimal share = value.number();
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      problems.add(
          value.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of("floor_share 须大于 0 且不大于 1", "floor_share lies above 0 and is at most 1"));
    }
    return share;
  }

  private ItemTest countyTest(Value value, String item) {
    String indicator = names.resolve(Names.Kind.INDICATOR, value.require("indicator"), item);
    return new ItemTest.OfCounty(
        value.find("test").map(Value::text).orElse("county"),
        indicator,
        limit(value, indicator, item),
        value.find("partly").map(partly -> limit(partly, indicator, item)),
        value.find("years_before").map(this::yearsBefore).orElse(0));
  }

  private int yearsBefore(Value value) {
    int years = value.whole();
    if (years < 0) {
      problems.add(
          value.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of("years_before 不能为负", "years_before is not below 0"));
      throw new Value.Unreadable();
    }
    return years;
  }

  private static ItemTest evidence(Value value, Text itemTitle) {
    return new ItemTest.OfEvidence(
        value.find("test").map(Value::text).orElse("evidence"),
        value.require("statement").text(),
        value.find("title").map(Value::bilingual).orElse(itemTitle));
  }

  private Limit limit(Value test, String indicator, String item) {
    for (Limit.Comparison comparison : Limit.Comparison.values()) {
      Optional<Value> standard = test.find(comparison.name().toLowerCase(Locale.ROOT));
      if (standard.isPresent()) {
        return limit(comparison, standard.get(), indicator, item);
      }
    }
    throw new Value.Unreadable();
  }

  private Limit limit(Limit.Comparison comparison, Value standard, String indicator, String item) {
    Map<String, BigDecimal> byStage = new LinkedHashMap<>();
    if (!standard.isMapping()) {
      BigDecimal number = standard.number();
      // An indicator that could not be read has been told; its stages are then not known.
      List<String> stages =
          indicators.find(indicator).map(Indicator::stages).orElseThrow(Value.Unreadable::new);
      stages.forEach(stage -> byStage.put(stage, number));
    } else if (standard.find("expression").isPresent()) {
      return new Limit(
          comparison,
          Map.of(),
          Optional.of(sql.read(standard.require("expression"), schools, Expected.NUMBER)));
    } else {
      attempt.each(standard.keys(), stage -> stage(stage, indicator, item));
      standard.entries().forEach((stage, number) -> byStage.put(stage, number.number()));
    }
    return new Limit(comparison, byStage, Optional.empty());
  }

  private String stage(Value stage, String indicator, String item) {
    String id = names.resolve(Names.Kind.STAGE, stage, item);
    if (indicators.find(indicator).filter(i -> !i.stages().contains(id)).isPresent()) {
      indicators.noValue(stage.place(), item, indicator, id);
    }
    return id;
  }
}
