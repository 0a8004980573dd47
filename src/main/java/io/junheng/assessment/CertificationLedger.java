package io.junheng.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where counties stand in the programmes of recognition, from the steps that they delivered.
 *
 * <p>The step of the last day on or before the reference date stands; of several on one day the one
 * furthest along. Yearly monitoring and warnings follow a recognition and leave its day standing.
 */
public final class CertificationLedger {
  /** The steps, in the order in which they are taken. */
  public enum State {
    NOT_APPLIED,
    SELF_REVIEW,
    CITY_REVIEW,
    PROVINCE_REVIEW,
    RECOGNISED,
    YEARLY_MONITORING,
    WARNING
  }

  /** A step that a county took in a programme. */
  public record Step(
      String county,
      String programme,
      State state,
      LocalDate decidedOn,
      Optional<String> document) {}

  /**
   * Where a county stands. Key: county, programme.
   *
   * @param state empty: the county delivered no ledger, so nobody knows
   * @param since day of the step that stands
   * @param recognisedOn day of the last recognition
   * @param warnedOn day of the last warning
   */
  public record Standing(
      String county,
      String programme,
      Optional<State> state,
      Optional<LocalDate> since,
      Optional<String> document,
      Optional<LocalDate> recognisedOn,
      Optional<LocalDate> warnedOn) {
    static Standing unknown(String county, String programme) {
      return new Standing(
          county,
          programme,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private CertificationLedger() {}

  /**
   * One line for each county and each programme that anybody took a step in, in their order. A
   * county whose ledger does not name a programme has not applied.
   *
   * @param day the reference date; later steps do not count
   */
  public static List<Standing> on(
      LocalDate day, Collection<String> counties, Collection<Step> steps) {
    Map<String, Map<String, List<Step>>> ledger =
        steps.stream()
            .collect(
                Collectors.groupingBy(
                    Step::county, TreeMap::new, Collectors.groupingBy(Step::programme)));
    TreeSet<String> programmes =
        steps.stream().map(Step::programme).collect(Collectors.toCollection(TreeSet::new));
    List<Standing> standings = new ArrayList<>();
    for (String county : new TreeSet<>(counties)) {
      for (String programme : programmes) {
        standings.add(
            ledger.containsKey(county)
                ? standing(
                    county,
                    programme,
                    ledger.get(county).getOrDefault(programme, List.of()).stream()
                        .filter(step -> !step.decidedOn().isAfter(day))
                        .toList())
                : Standing.unknown(county, programme));
      }
    }
    return standings;
  }

  private static Standing standing(String county, String programme, List<Step> taken) {
    Optional<Step> last =
        taken.stream().max(Comparator.comparing(Step::decidedOn).thenComparing(Step::state));
    return new Standing(
        county,
        programme,
        Optional.of(last.map(Step::state).orElse(State.NOT_APPLIED)),
        last.map(Step::decidedOn),
        last.flatMap(Step::document),
        lastOf(State.RECOGNISED, taken),
        lastOf(State.WARNING, taken));
  }

  private static Optional<LocalDate> lastOf(State state, List<Step> taken) {
    return taken.stream()
        .filter(step -> step.state() == state)
        .map(Step::decidedOn)
        .max(Comparator.naturalOrder());
  }
}
