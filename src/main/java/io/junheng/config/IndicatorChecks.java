package io.junheng.config;

import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.ReferenceDates;
import io.junheng.definition.Text;
import io.junheng.definition.UnitBasis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold between indicators, and between them and their measures. */
final class IndicatorChecks {
  private final Problems problems;
  private final Measures measures;
  private final Map<String, Indicator> byId = new LinkedHashMap<>();
  private final Map<String, Value> places = new LinkedHashMap<>();

  IndicatorChecks(Problems problems, Measures measures, Map<Indicator, Value> indicators) {
    this.problems = problems;
    this.measures = measures;
    indicators.forEach(
        (indicator, value) -> {
          byId.putIfAbsent(indicator.id(), indicator);
          places.putIfAbsent(indicator.id(), value);
        });
  }

  void run() {
    byId.values().forEach(this::check);
  }

  Optional<Indicator> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  boolean isRankingForbidden(String id) {
    return Optional.ofNullable(places.get(id))
        .flatMap(value -> value.find("ranking"))
        .filter(word -> word.text().equals("forbidden"))
        .isPresent();
  }

  /** What days and spans indicators are about, as far as they could be read. */
  ReferenceDates referenceDates() {
    return new ReferenceDates(this::find, measures::referenceDateOf);
  }

  /**
   * Whether a school has a value of its own. An indicator that could not be read counts as having
   * one.
   */
  boolean hasSchoolValue(String id) {
    return hasSchoolValue(id, new ArrayList<>());
  }

  private boolean hasSchoolValue(String id, List<String> above) {
    Optional<Indicator> indicator = find(id);
    if (indicator.isEmpty() || above.contains(id)) {
      return true;
    }
    Formula formula = indicator.get().formula();
    if (formula instanceof Formula.Derived derived) {
      above.add(id);
      return derived.value().names().stream().allMatch(name -> hasSchoolValue(name, above));
    }
    if (formula instanceof Formula.Dispersion || formula instanceof Formula.ShareOfSchools) {
      return false;
    }
    return formula.measures().stream().noneMatch(measures::isReported);
  }

  private void check(Indicator indicator) {
    Formula formula = indicator.formula();
    checkBasis(indicator, formula.measures());
    if (formula instanceof Formula.Dispersion dispersion) {
      checkDispersion(indicator, dispersion);
    } else if (formula instanceof Formula.Derived derived) {
      derived.value().names().forEach(name -> checkStages(indicator, name, "derived"));
      checkCycle(indicator);
    } else if (formula instanceof Formula.Ratio ratio
        && (ratio.among().isPresent() || ratio.ofAmong().isPresent())) {
      requireSchools(indicator, "ratio", ratio.of());
      requireSchools(indicator, "ratio", ratio.per());
    }
  }

  /** Reported figures go by fixed schools; both sides of a ratio and the indicator must agree. */
  private void checkBasis(Indicator indicator, List<String> of) {
    for (String measure : of) {
      Optional<UnitBasis> basis = measures.basisOf(measure);
      if (basis.isPresent() && basis.get() != indicator.unitBasis()) {
        problems.add(
            place(indicator, "unit_basis"),
            ProblemCode.UNIT_BASIS_DIFFERS,
            Cure.of(
                "若指标应按此统计,请写 unit_basis: " + basis.get().code(),
                "If the indicator should go by it, write unit_basis: " + basis.get().code()),
            indicator.id(),
            indicator.unitBasis().code(),
            measure,
            basis.get().code());
      }
    }
  }

  private void checkDispersion(Indicator indicator, Formula.Dispersion dispersion) {
    Optional<Indicator> of = find(dispersion.of());
    if (of.isEmpty()) {
      return;
    }
    if (!(of.get().formula() instanceof Formula.Ratio ratio)) {
      problems.add(
          place(indicator, "dispersion"),
          ProblemCode.NOT_A_RATIO,
          Cure.NONE,
          indicator.id(),
          dispersion.of());
      return;
    }
    requireSchools(indicator, "dispersion", ratio.of());
    requireSchools(indicator, "dispersion", ratio.per());
    requireSchools(indicator, "dispersion", dispersion.weight());
    checkStages(indicator, dispersion.of(), "dispersion");
  }

  private void requireSchools(Indicator indicator, String key, String measure) {
    if (measures.isReported(measure)) {
      problems.add(
          place(indicator, key),
          ProblemCode.WRONG_GRAIN,
          Cure.NONE,
          quoted(indicator.id()),
          measure);
    }
  }

  private void checkStages(Indicator indicator, String input, String key) {
    for (String stage : indicator.stages()) {
      if (find(input).filter(i -> !i.stages().contains(stage)).isPresent()) {
        noValue(place(indicator, key), indicator.id(), input, stage);
      }
    }
  }

  /** Tells that an indicator is used at a stage where it has no value. */
  void noValue(Place place, String owner, String indicator, String stage) {
    List<String> stages = find(indicator).map(Indicator::stages).orElse(List.of());
    problems.add(
        place,
        ProblemCode.NO_VALUE_AT_STAGE,
        Cure.of(
            "它在这些学段有值:" + String.join(", ", stages), "It has one at: " + String.join(", ", stages)),
        quoted(owner),
        indicator,
        stage);
  }

  private void checkCycle(Indicator indicator) {
    List<String> way = new ArrayList<>();
    if (leadsTo(indicator.id(), indicator.id(), way)) {
      problems.add(
          place(indicator, "derived"),
          ProblemCode.DERIVED_CYCLE,
          Cure.NONE,
          indicator.id(),
          indicator.id() + " → " + String.join(" → ", way));
    }
  }

  private boolean leadsTo(String from, String goal, List<String> way) {
    if (!(find(from).map(Indicator::formula).orElse(null) instanceof Formula.Derived derived)) {
      return false;
    }
    for (String name : derived.value().names().stream().sorted().toList()) {
      if (way.contains(name)) {
        continue;
      }
      way.add(name);
      if (name.equals(goal) || leadsTo(name, goal, way)) {
        return true;
      }
      way.remove(name);
    }
    return false;
  }

  private Place place(Indicator indicator, String key) {
    Value value = places.get(indicator.id());
    return value.find(key).map(Value::place).orElse(value.place());
  }

  static Text quoted(String id) {
    return Cure.of("“%s”".formatted(id), "'%s'".formatted(id));
  }
}
