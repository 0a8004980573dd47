package io.junheng.publication.disclosure;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import java.util.Optional;
import java.util.Set;

/**
 * What stands above or below the line of an indicator. The same measure of the same schools is the
 * same quantity in every indicator, but in a ratio whose sides are taken from one source: there it
 * may be the records' where it is the signed form's elsewhere.
 *
 * @param id the measure with the scope of its schools, and with the indicator where it may differ
 *     from others; or the indicator that counts schools
 * @param countsPeople whether it is a number of people
 * @param isOfSchools whether it is gathered from schools
 * @param addsUp whether totals are its sums
 */
record Quantity(String id, boolean countsPeople, boolean isOfSchools, boolean addsUp) {
  private static final Set<String> UNITS_OF_PEOPLE = Set.of("person", "answer");

  static Optional<Quantity> above(Catalogue catalogue, Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return Optional.of(side(catalogue, indicator, ratio, ratio.of()));
    } else if (formula instanceof Formula.Survey survey) {
      return Optional.of(of(catalogue, survey.of(), Optional.empty()));
    } else if (formula instanceof Formula.MeasureValue value) {
      return Optional.of(of(catalogue, value.of(), Optional.empty()));
    } else if (formula instanceof Formula.Growth growth) {
      return Optional.of(of(catalogue, growth.of(), Optional.empty()));
    } else if (formula instanceof Formula.ShareOfSchools) {
      return Optional.of(new Quantity(indicator.id(), false, true, true));
    }
    return Optional.empty();
  }

  static Optional<Quantity> below(Catalogue catalogue, Indicator indicator) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return Optional.of(side(catalogue, indicator, ratio, ratio.per()));
    } else if (formula instanceof Formula.Survey survey) {
      return Optional.of(of(catalogue, survey.weight(), Optional.empty()));
    }
    return Optional.empty();
  }

  private static Quantity side(
      Catalogue catalogue, Indicator indicator, Formula.Ratio ratio, String measure) {
    Quantity plain = of(catalogue, measure, ratio.among());
    return catalogue.isOfOneSource(ratio)
        ? new Quantity(
            plain.id + "~" + indicator.id(), plain.countsPeople, plain.isOfSchools, plain.addsUp)
        : plain;
  }

  private static Quantity of(Catalogue catalogue, String measure, Optional<String> scope) {
    Measure defined = catalogue.measure(measure);
    Aggregate aggregate = defined.aggregate();
    return new Quantity(
        measure + scope.map(id -> "@" + id).orElse(""),
        UNITS_OF_PEOPLE.contains(defined.unit()),
        catalogue.setOf(measure).per() == MeasureSet.Grain.SCHOOL_STAGE,
        !(aggregate instanceof Aggregate.Max
            || aggregate instanceof Aggregate.Min
            || aggregate instanceof Aggregate.MaxOfGroups));
  }
}
