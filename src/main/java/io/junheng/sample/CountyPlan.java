package io.junheng.sample;

import io.junheng.definition.Area;
import io.junheng.definition.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A county in a school year, complete but for the rows.
 *
 * @param neighbour a county of the same city, in which a school run by the city may lie
 */
record CountyPlan(
    Area county,
    String neighbour,
    CountyCharacter character,
    Period period,
    Set<Defect> defects,
    List<SchoolPlan> schools) {
  CountyPlan {
    defects = Set.copyOf(defects);
    schools = List.copyOf(schools);
  }

  boolean has(Defect defect) {
    return defects.contains(defect);
  }

  int number() {
    return character.number();
  }

  int year() {
    return period.year();
  }

  int pupilsOf(SchoolStage stage) {
    return schools.stream().mapToInt(school -> school.pupilsOf(stage)).sum();
  }

  /** The largest school of that stage alone, if there is one. */
  Optional<SchoolPlan> largestPlain(SchoolStage stage) {
    return schools.stream()
        .filter(school -> school.isPlain(stage))
        .max(Comparator.comparingInt(SchoolPlan::pupils));
  }
}
