package io.junheng.config;

import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Head;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.PassClass;
import io.junheng.definition.RankingRule;
import io.junheng.definition.SchoolRule;
import io.junheng.definition.Text;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads conjunctive frameworks: items, the school rule, vetoes and preconditions. */
final class ConjunctiveReader {
  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final ItemReader items;
  private final RankingReader rankings;

  ConjunctiveReader(Problems problems, Names names, ItemReader items, RankingReader rankings) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.items = items;
    this.rankings = rankings;
  }

  Framework read(Value value, Optional<Head> head) {
    String id = value.find("framework").map(Value::text).orElse("");
    List<FrameworkItem> read =
        attempt.some(value.each("items"), item -> items.read(item, value, head));
    checkIds(value, id);
    Optional<String> scope =
        value
            .find("scope")
            .flatMap(s -> attempt.at(s, () -> names.resolve(Names.Kind.SCOPE, s, id)));
    Optional<SchoolRule> rule =
        value.find("school_rule").flatMap(r -> attempt.at(r, () -> schoolRule(r, value, id)));
    Optional<String> composite =
        value
            .find("composite_cv")
            .flatMap(c -> attempt.at(c, () -> names.resolve(Names.Kind.INDICATOR, c, id)));
    Optional<RankingRule> ranking =
        attempt.at(value, () -> rankings.read(value, "met_count", judged(read)));
    return new Framework.Conjunctive(
        head.orElseThrow(Value.Unreadable::new),
        read,
        scope,
        rule,
        attempt.each(value.each("vetoes"), ConjunctiveReader::attested),
        attempt.each(value.each("preconditions"), ConjunctiveReader::attested),
        verdicts(value.require("verdicts")),
        attempt.each(value.each("classes"), ConjunctiveReader::passClass),
        composite,
        ranking.orElseThrow(Value.Unreadable::new));
  }

  private void checkIds(Value framework, String id) {
    Map<String, Place> seen = new HashMap<>();
    for (Value item : framework.each("items")) {
      Optional<Value> name = item.isMapping() ? item.find("item") : Optional.empty();
      name.filter(Value::isScalar)
          .ifPresent(
              value -> {
                Place first = seen.putIfAbsent(value.text(), value.place());
                if (first != null) {
                  problems.add(
                      value.place(),
                      ProblemCode.DUPLICATE_ID,
                      Cure.NONE,
                      Cure.of("框架“%s”的条目".formatted(id), "the item of '%s'".formatted(id)),
                      value.text(),
                      first);
                }
              });
    }
  }

  private SchoolRule schoolRule(Value rule, Value framework, String id) {
    Map<String, Value> byId = new LinkedHashMap<>();
    framework.each("items").stream()
        .filter(Value::isMapping)
        .forEach(
            item ->
                item.find("item")
                    .filter(Value::isScalar)
                    .ifPresent(name -> byId.put(name.text(), item)));
    List<String> of = attempt.each(rule.each("of"), item -> ruled(item, byId, id));
    return new SchoolRule(
        of,
        rule.require("met_at_least").whole(),
        rule.find("others_reach_floor").map(Value::flag).orElse(false));
  }

  private String ruled(Value name, Map<String, Value> byId, String id) {
    Value item = byId.get(name.text());
    if (item == null) {
      problems.add(
          name.place(),
          ProblemCode.UNKNOWN_ITEM,
          Cure.nearest(name.text(), byId.keySet()),
          Cure.of("“%s”的学校规则".formatted(id), "the school rule of '%s'".formatted(id)),
          name.text());
    } else if (item.find("schools").isEmpty()) {
      problems.add(name.place(), ProblemCode.NOT_A_SCHOOL_ITEM, Cure.NONE, name.text());
    }
    return name.text();
  }

  private static ItemTest.OfEvidence attested(Value value) {
    Value evidence = value.require("evidence");
    String statement = evidence.require("statement").text();
    return new ItemTest.OfEvidence(statement, statement, evidence.require("title").bilingual());
  }

  private static Map<Verdict, Text> verdicts(Value value) {
    Map<Verdict, Text> verdicts = new EnumMap<>(Verdict.class);
    verdicts.put(Verdict.PASSED, value.require("passed").bilingual());
    verdicts.put(Verdict.NOT_PASSED, value.require("not_passed").bilingual());
    verdicts.put(Verdict.UNDETERMINED, value.require("undetermined").bilingual());
    return verdicts;
  }

  private static PassClass passClass(Value value) {
    return new PassClass(
        value.require("class").text(),
        value.require("title").bilingual(),
        value.require("met_at_least").whole(),
        value.require("partly_at_most").whole());
  }

  private static Set<String> judged(List<FrameworkItem> items) {
    return items.stream()
        .flatMap(item -> item.tests().stream())
        .flatMap(
            test -> {
              if (test instanceof ItemTest.OfSchools schools) {
                return Stream.of(schools.indicator());
              } else if (test instanceof ItemTest.OfCounty county) {
                return Stream.of(county.indicator());
              }
              return Stream.empty();
            })
        .collect(Collectors.toCollection(HashSet::new));
  }
}
