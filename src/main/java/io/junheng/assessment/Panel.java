package io.junheng.assessment;

import io.junheng.definition.Period;
import io.junheng.definition.Stages;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One period's figures of all counties, as a job hands them over. Independent of the order of the
 * rows.
 */
public final class Panel {
  private final Period period;
  private final LocalDate day;
  private final SortedSet<String> counties;
  private final Map<List<String>, IndicatorValue> values;
  private final Map<String, Map<String, Integer>> schools;
  private final Map<List<String>, SchoolTestCount> schoolTests;
  private final Map<List<String>, List<Evidence>> evidence;

  /**
   * Gathers the rows.
   *
   * @param day the period's reference date: decides who belongs to a set and which boundaries stand
   * @param counties codes of the counties and zones that reported anything
   * @param schools a county without any row delivered no schools: whether it has a stage is then
   *     unknown; a county with rows has no school in the stages that it does not name
   * @throws IllegalArgumentException if two rows have the same key
   */
  public Panel(
      Period period,
      LocalDate day,
      Collection<String> counties,
      Collection<IndicatorValue> values,
      Collection<SchoolCount> schools,
      Collection<SchoolTestCount> schoolTests,
      Collection<Evidence> evidence) {
    this.period = period;
    this.day = day;
    this.counties = new TreeSet<>(counties);
    this.values = index(values, v -> List.of(v.county(), v.stage(), v.indicator()));
    this.schools = new TreeMap<>();
    index(schools, s -> List.of(s.county(), s.stage()))
        .values()
        .forEach(
            s ->
                this.schools
                    .computeIfAbsent(s.county(), county -> new TreeMap<>())
                    .put(s.stage(), s.schools()));
    this.schoolTests =
        index(schoolTests, t -> List.of(t.framework(), t.county(), t.item(), t.test(), t.stage()));
    this.evidence =
        evidence.stream()
            .collect(Collectors.groupingBy(e -> List.of(e.framework(), e.county(), e.statement())));
  }

  private Panel(Panel like, Map<List<String>, IndicatorValue> values) {
    this.period = like.period;
    this.day = like.day;
    this.counties = like.counties;
    this.values = values;
    this.schools = like.schools;
    this.schoolTests = like.schoolTests;
    this.evidence = like.evidence;
  }

  /** The same panel with some of its values, and others beside them. */
  Panel with(Predicate<IndicatorValue> kept, Collection<IndicatorValue> others) {
    List<IndicatorValue> all = Stream.concat(values().filter(kept), others.stream()).toList();
    return new Panel(this, index(all, v -> List.of(v.county(), v.stage(), v.indicator())));
  }

  Stream<IndicatorValue> values() {
    return values.values().stream();
  }

  private static <T> Map<List<String>, T> index(
      Collection<T> rows, Function<T, List<String>> keyOf) {
    Map<List<String>, T> byKey = new HashMap<>();
    for (T row : rows) {
      if (byKey.put(keyOf.apply(row), row) != null) {
        throw new IllegalArgumentException(
            "two %s for %s".formatted(row.getClass().getSimpleName(), keyOf.apply(row)));
      }
    }
    return byKey;
  }

  public Period period() {
    return period;
  }

  public LocalDate day() {
    return day;
  }

  /** The codes of the counties that reported, in order. */
  public List<String> counties() {
    return List.copyOf(counties);
  }

  Optional<IndicatorValue> findValue(String county, String stage, String indicator) {
    return Optional.ofNullable(values.get(List.of(county, stage, indicator)));
  }

  Optional<SchoolTestCount> findSchoolTest(
      String framework, String county, String item, String test, String stage) {
    return Optional.ofNullable(schoolTests.get(List.of(framework, county, item, test, stage)));
  }

  /** The rows on a statement, in the order of their documents. */
  List<Evidence> evidence(String framework, String county, String statement) {
    return evidence.getOrDefault(List.of(framework, county, statement), List.of()).stream()
        .sorted(
            Comparator.comparing((Evidence e) -> e.document().orElse(""))
                .thenComparing(Evidence::grade))
        .toList();
  }

  /**
   * False if the figure is told not to apply, or has no value and the county has no school in the
   * stage.
   */
  boolean applies(String county, String stage, String indicator, Stages stages) {
    Optional<IndicatorValue> figure = findValue(county, stage, indicator);
    if (figure.flatMap(IndicatorValue::value).isPresent()) {
      return true;
    }
    return figure.filter(told -> told.status() == ObsStatus.Z).isEmpty()
        && !isWithoutSchools(county, stage, stages);
  }

  /**
   * True if the county delivered its schools and none of them has the stage, nor a stage of the
   * group. Where schools are told under the total only, they may have any stage.
   */
  boolean isWithoutSchools(String county, String stage, Stages stages) {
    Map<String, Integer> counts = schools.get(county);
    if (counts == null) {
      return false;
    }
    boolean isToldByStage = counts.keySet().stream().anyMatch(told -> !told.equals(Stages.TOTAL));
    List<String> places = isToldByStage ? stages.membersOf(stage) : List.of(Stages.TOTAL);
    return places.stream().allMatch(place -> counts.getOrDefault(place, 0) == 0);
  }
}
