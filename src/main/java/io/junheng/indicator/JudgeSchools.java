package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.SchoolRule;
import io.junheng.table.SchoolVerdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code gold.school_verdict}: which schools pass the school rule (at least six of seven items met
 * and the remaining one at its floor).
 *
 * <p>Three-valued: a school passes only if it does so whatever its unknown values are, and fails
 * only if it does so whatever they are; in between {@code is_passed} is null.
 */
final class JudgeSchools implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Rule> rules = new ArrayList<>();

  /** The school rule of a framework. */
  private record Rule(
      String framework, ArrayList<String> items, int metAtLeast, boolean othersReachFloor)
      implements Serializable {
    Rule(String framework, SchoolRule rule) {
      this(framework, new ArrayList<>(rule.of()), rule.metAtLeast(), rule.othersReachFloor());
    }

    Boolean isPassed(List<TestSchools.Held> held) {
      long met = held.stream().filter(one -> Boolean.TRUE.equals(one.isMet())).count();
      long unknown = held.stream().filter(one -> one.isMet() == null).count();
      boolean someBelow =
          othersReachFloor
              && held.stream().anyMatch(one -> Boolean.FALSE.equals(one.reachesFloor()));
      if (met + unknown < metAtLeast || someBelow) {
        return false;
      }
      boolean allReach =
          !othersReachFloor || held.stream().noneMatch(one -> one.reachesFloor() == null);
      return (met >= metAtLeast && allReach) ? Boolean.TRUE : null;
    }
  }

  JudgeSchools(Catalogue catalogue) {
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        conjunctive.schoolRule().ifPresent(rule -> rules.add(new Rule(framework.id(), rule)));
      }
    }
  }

  /**
   * Judges a school.
   *
   * @param tests of the school at the stage, of all frameworks
   */
  void apply(SchoolStage school, List<TestSchools.Held> tests, SchoolTables tables) {
    for (Rule rule : rules) {
      List<TestSchools.Held> held =
          tests.stream()
              .filter(one -> one.framework().equals(rule.framework()))
              .filter(one -> rule.items().contains(one.item()))
              .toList();
      if (!held.isEmpty()) {
        tables.add(
            SchoolVerdict.TABLE,
            school.period(),
            UTF8String.fromString(rule.framework()),
            school.county(),
            school.school(),
            school.stage(),
            (int) held.stream().filter(one -> Boolean.TRUE.equals(one.isMet())).count(),
            held.size(),
            rule.isPassed(held),
            UTF8String.fromString(failing(held)),
            null);
      }
    }
  }

  private static String failing(List<TestSchools.Held> held) {
    return held.stream()
        .filter(one -> Boolean.FALSE.equals(one.isMet()))
        .map(TestSchools.Held::item)
        .sorted()
        .collect(Collectors.joining(","));
  }
}
