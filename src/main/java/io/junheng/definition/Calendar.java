package io.junheng.definition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When deliveries are due and who signs them.
 *
 * @param terms no two of them speak of the same dataset and period, unless one speaks of all
 *     datasets: then the other one counts
 */
public record Calendar(List<Term> terms) {
  /** Nothing is due at any time. */
  public static final Calendar EMPTY = new Calendar(List.of());

  public Calendar {
    terms = List.copyOf(terms);
    Set<String> places = new HashSet<>();
    for (Term term : terms) {
      for (Period period : term.periods()) {
        for (String dataset : term.datasets().isEmpty() ? List.of("*") : term.datasets()) {
          if (!places.add(dataset + " " + period)) {
            throw new IllegalArgumentException(
                "the calendar speaks twice of %s in period %s".formatted(dataset, period));
          }
        }
      }
    }
  }

  /** What holds for a dataset in a period. */
  public Optional<Term> find(String dataset, Period period) {
    return terms.stream()
        .filter(term -> term.periods().contains(period))
        .filter(term -> term.datasets().isEmpty() || term.datasets().contains(dataset))
        .min(Comparator.comparing(term -> term.datasets().isEmpty()));
  }

  /**
   * The dates of some datasets and periods.
   *
   * @param datasets ids of contracts; empty: all
   * @param opening first day on which deliveries are expected
   * @param deadline last day on which a delivery is in time
   * @param grace days after the deadline that still count as in time
   * @param cutOff last day that counts for the release; warnings are to be put right by then
   * @param appeal days on which counties may object
   * @param isRequired whether a county that delivers nothing is missing
   * @param signed step that a delivery must have reached before a release; empty: none
   * @param countersignedBy departments that must sign before a delivery is sealed
   */
  public record Term(
      List<String> datasets,
      List<Period> periods,
      Optional<LocalDate> opening,
      LocalDate deadline,
      int grace,
      Optional<LocalDate> cutOff,
      Optional<Days> appeal,
      boolean isRequired,
      Optional<SignatureStep> signed,
      List<Department> countersignedBy,
      Origin origin) {
    public Term {
      datasets = List.copyOf(datasets);
      periods = List.copyOf(periods);
      countersignedBy = List.copyOf(countersignedBy);
      Objects.requireNonNull(deadline, "deadline");
      if (periods.isEmpty()) {
        throw new IllegalArgumentException("a line of the calendar needs at least one period");
      }
      if (grace < 0) {
        throw new IllegalArgumentException("grace is a number of days, not below 0");
      }
      if (opening.filter(deadline::isBefore).isPresent()) {
        throw new IllegalArgumentException("the deadline lies before the opening");
      }
      if (cutOff.filter(deadline.plusDays(grace)::isAfter).isPresent()) {
        throw new IllegalArgumentException("the cut-off lies before the deadline and its grace");
      }
    }

    /** Last day on which a delivery is not late. */
    public LocalDate lastDay() {
      return deadline.plusDays(grace);
    }
  }

  /** A span of days; both ends belong to it. */
  public record Days(LocalDate from, LocalDate to) {
    public Days {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("a span of days ends before it begins");
      }
    }
  }
}
