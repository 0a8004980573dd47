package io.junheng.assessment;

import io.junheng.assessment.LeagueLine.Spread;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The composite and the worst single coefficient of variation of a county, beside their limits. */
record SpreadOf(Framework.Conjunctive framework, Catalogue catalogue, Panel panel) {

  /** By stage of the composite; empty if the framework has none. */
  Map<String, Spread> county(String county) {
    Map<String, Spread> byStage = new TreeMap<>();
    framework
        .compositeCv()
        .map(catalogue::indicator)
        .ifPresent(
            composite ->
                composite
                    .stages()
                    .forEach(stage -> byStage.put(stage, spread(county, stage, composite))));
    return byStage;
  }

  private Spread spread(String county, String stage, Indicator composite) {
    List<String> singles = singles(composite);
    Optional<String> worst = worst(county, stage, singles);
    return new Spread(
        value(county, stage, composite.id()),
        worst.flatMap(id -> value(county, stage, id)),
        worst,
        worst
            .flatMap(id -> limit(id, stage))
            .or(() -> strictest(singles, stage))
            .or(() -> limit(composite.id(), stage)));
  }

  /** The dispersions that the framework tests or that the composite is made of, by id. */
  private List<String> singles(Indicator composite) {
    Stream<String> parts =
        composite.formula() instanceof Formula.Derived derived
            ? derived.value().names().stream()
            : Stream.empty();
    return Stream.concat(parts, countyTests().map(ItemTest.OfCounty::indicator))
        .distinct()
        .filter(this::isDispersion)
        .sorted()
        .toList();
  }

  private boolean isDispersion(String id) {
    return catalogue.indicators().stream()
        .filter(indicator -> indicator.id().equals(id))
        .anyMatch(
            indicator ->
                indicator.formula() instanceof Formula.Dispersion spread && spread.isWeightedCv());
  }

  private Stream<ItemTest.OfCounty> countyTests() {
    return framework.items().stream()
        .flatMap(item -> item.tests().stream())
        .filter(ItemTest.OfCounty.class::isInstance)
        .map(ItemTest.OfCounty.class::cast);
  }

  /** The first by id of the largest; empty if one that applies has no value. */
  private Optional<String> worst(String county, String stage, List<String> singles) {
    List<String> applying =
        singles.stream()
            .filter(id -> catalogue.indicator(id).stages().contains(stage))
            .filter(id -> panel.applies(county, stage, id, catalogue.stages()))
            .toList();
    if (applying.stream().anyMatch(id -> value(county, stage, id).isEmpty())) {
      return Optional.empty();
    }
    return applying.stream()
        .min(
            Comparator.comparing((String id) -> value(county, stage, id).orElseThrow())
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
  }

  private Optional<BigDecimal> value(String county, String stage, String indicator) {
    return panel.findValue(county, stage, indicator).flatMap(IndicatorValue::value);
  }

  private Optional<BigDecimal> strictest(List<String> singles, String stage) {
    return singles.stream().flatMap(id -> limit(id, stage).stream()).min(Comparator.naturalOrder());
  }

  private Optional<BigDecimal> limit(String indicator, String stage) {
    return countyTests()
        .filter(test -> test.indicator().equals(indicator))
        .flatMap(test -> Optional.ofNullable(test.limit().byStage().get(stage)).stream())
        .min(Comparator.naturalOrder());
  }
}
