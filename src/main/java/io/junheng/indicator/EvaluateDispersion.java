package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Statistic;
import io.junheng.definition.UnitBasis;
import io.junheng.dispersion.Dispersion;
import io.junheng.dispersion.EvaluateStatistic;
import io.junheng.table.CountyDispersion;
import io.junheng.table.ObsStatus;
import io.junheng.table.SchoolDispersionShare;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The spread between the schools of each county: {@code gold.county_dispersion} and {@code
 * gold.school_dispersion_share}.
 *
 * <p>Status A: worked out from all schools in scope; U: some school in scope has pupils but no
 * value and is left out; X: no school has a value, or the statistic is not defined, as with a mean
 * of 0; Z: fewer than two schools in scope, no spread to tell.
 */
final class EvaluateDispersion implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<UTF8String, ArrayList<Wanted>> byStage = new HashMap<>();

  /** A formula as it travels to Spark's executors. */
  private record Told(
      String of,
      String weight,
      String among,
      Statistic statistic,
      Statistic.Counting counting,
      ArrayList<Statistic.Part> part)
      implements Serializable {
    static Told of(Formula.Dispersion formula) {
      return new Told(
          formula.of(),
          formula.weight(),
          formula.among(),
          formula.statistic(),
          formula.counting(),
          new ArrayList<>(formula.part().stream().toList()));
    }

    Formula.Dispersion formula() {
      return new Formula.Dispersion(
          of, weight, among, statistic, counting, part.stream().findFirst());
    }
  }

  /**
   * An indicator of a spread, and the places of the panel's columns that it needs.
   *
   * @param keeper nowhere where it does not matter who runs a school
   * @param group nowhere where the spread is not told in parts
   */
  private record Wanted(
      UTF8String indicator, Told told, int value, int weight, int scope, int keeper, int group)
      implements Serializable {
    boolean isInScope(SchoolStage school) {
      return school.flag(scope)
          && (keeper == SchoolPanel.NOWHERE || !Boolean.FALSE.equals(school.flag(keeper)));
    }

    Dispersion.School school(SchoolStage school) {
      return new Dispersion.School(
          school.school().toString(),
          school.number(value),
          school.quantity(weight).doubleValue(),
          group == SchoolPanel.NOWHERE ? "" : school.text(group));
    }
  }

  EvaluateDispersion(Catalogue catalogue, SchoolPanel panel) {
    for (Indicator indicator : catalogue.indicators()) {
      if (indicator.formula() instanceof Formula.Dispersion formula) {
        Wanted wanted =
            new Wanted(
                UTF8String.fromString(indicator.id()),
                Told.of(formula),
                panel.place(formula.of()),
                panel.place(PanelColumns.figure(formula.weight())),
                panel.place(PanelColumns.scope(formula.among())),
                indicator.unitBasis() == UnitBasis.RUN_BY
                    ? panel.place(PanelColumns.RUN_BY_COUNTY)
                    : SchoolPanel.NOWHERE,
                formula
                    .part()
                    .map(part -> panel.place(PanelColumns.group(part.by())))
                    .orElse(SchoolPanel.NOWHERE));
        for (String stage : indicator.stages()) {
          byStage
              .computeIfAbsent(UTF8String.fromString(stage), any -> new ArrayList<>())
              .add(wanted);
        }
      }
    }
  }

  /**
   * The spreads of a county.
   *
   * @param schools all of the county, by stage
   */
  void apply(Map<UTF8String, List<SchoolStage>> schools, SchoolTables tables) {
    schools.forEach(
        (stage, all) ->
            byStage
                .getOrDefault(stage, new ArrayList<>())
                .forEach(wanted -> spread(wanted, all, tables)));
  }

  /** Only schools with pupils are asked; a stage without any has no spread to tell of. */
  private static void spread(Wanted wanted, List<SchoolStage> schools, SchoolTables tables) {
    List<SchoolStage> asked =
        schools.stream().filter(school -> isPositive(school.quantity(wanted.weight()))).toList();
    if (asked.isEmpty()) {
      return;
    }
    List<SchoolStage> inScope = asked.stream().filter(wanted::isInScope).toList();
    List<Dispersion.School> known =
        inScope.stream()
            .filter(school -> school.number(wanted.value()) != null)
            .map(wanted::school)
            .toList();
    Formula.Dispersion formula = wanted.told().formula();
    SchoolStage any = asked.get(0);
    UTF8String among = UTF8String.fromString(formula.among());
    UTF8String told = UTF8String.fromString(formula.told());
    Dispersion dispersion = Dispersion.between(known).orElse(null);
    if (dispersion == null) {
      tables.add(
          CountyDispersion.TABLE,
          any.period(),
          any.county(),
          any.stage(),
          wanted.indicator(),
          among,
          told,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          known.size(),
          asked.size() - known.size(),
          null,
          status(inScope.size() < 2 ? ObsStatus.NOT_APPLICABLE : ObsStatus.NOT_AVAILABLE),
          null);
      return;
    }
    Optional<Double> value = new EvaluateStatistic(formula).apply(known);
    tables.add(
        CountyDispersion.TABLE,
        any.period(),
        any.county(),
        any.stage(),
        wanted.indicator(),
        among,
        told,
        value.orElse(null),
        dispersion.cv().orElse(null),
        dispersion.cvUnweighted().orElse(null),
        dispersion.weightedMean(),
        dispersion.weightedSd(),
        dispersion.gini().orElse(null),
        dispersion.theilT().orElse(null),
        dispersion.schools(),
        asked.size() - dispersion.schools(),
        UTF8String.fromString(largest(dispersion)),
        status(status(value, dispersion.schools(), inScope.size())),
        null);
    for (Dispersion.Share share : dispersion.shares()) {
      tables.add(
          SchoolDispersionShare.TABLE,
          any.period(),
          any.county(),
          any.stage(),
          wanted.indicator(),
          among,
          UTF8String.fromString(share.school()),
          share.share(),
          null);
    }
  }

  private static boolean isPositive(BigDecimal weight) {
    return weight != null && weight.signum() > 0;
  }

  private static UTF8String status(ObsStatus status) {
    return UTF8String.fromString(status.code());
  }

  private static ObsStatus status(Optional<Double> value, int schools, int inScope) {
    if (value.isEmpty()) {
      return ObsStatus.NOT_AVAILABLE;
    }
    return schools < inScope ? ObsStatus.LOW_RELIABILITY : ObsStatus.NORMAL;
  }

  private static String largest(Dispersion dispersion) {
    return dispersion.shares().stream()
        .max(
            Comparator.comparingDouble(Dispersion.Share::share)
                .thenComparing(Dispersion.Share::school, Comparator.reverseOrder()))
        .map(Dispersion.Share::school)
        .orElse(null);
  }
}
