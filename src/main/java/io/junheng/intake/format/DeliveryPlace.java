package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Whether a delivery may stand for a period and a county, wherever it lies. */
record DeliveryPlace(Catalogue catalogue) {
  /**
   * Why it may not; empty where it may.
   *
   * @param shown name of the delivery in the finding
   */
  Optional<FileFinding> objection(String shown, String period, String county, String dataset) {
    Optional<Contract> contract =
        catalogue.contracts().stream()
            .filter(known -> known.id().equals(dataset) && known.files().isEmpty())
            .findFirst();
    if (contract.isEmpty()) {
      return Optional.of(FileFinding.of(Rule.UNKNOWN_DATASET, shown, dataset));
    }
    Optional<Period> known =
        parsed(period).filter(read -> read.type() == contract.get().periodType());
    if (known.isEmpty()) {
      return Optional.of(FileFinding.of(Rule.UNKNOWN_PERIOD, shown, period, dataset));
    }
    return contract.get().areas().isPresent()
        ? Optional.empty()
        : objectionToCounty(shown, county, known.get().referenceDate());
  }

  private Optional<FileFinding> objectionToCounty(String shown, String county, LocalDate day) {
    CodePlan areas = RowPlans.areas(catalogue);
    if (areas.holdsOn(county, day.toEpochDay())) {
      return Optional.empty();
    }
    Set<String> right = areas.insteadOf(county, day.toEpochDay());
    return Optional.of(
        right.isEmpty()
            ? FileFinding.of(Rule.UNKNOWN_COUNTY, shown, county, day)
            : FileFinding.of(
                Rule.COUNTY_OUT_OF_TIME, shown, county, day, String.join(", ", right)));
  }

  private static Optional<Period> parsed(String text) {
    try {
      return Optional.of(Period.parse(text));
    } catch (IllegalArgumentException notAPeriod) {
      return Optional.empty();
    }
  }
}
