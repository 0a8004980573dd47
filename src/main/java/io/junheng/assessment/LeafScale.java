package io.junheng.assessment;

import io.junheng.definition.MissingRule;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A leaf's scale with its parameters settled, and the figures of all units that go on it.
 *
 * @param figures what is scaled, by county; a county without a figure is not there
 * @param substitutes by source and county, what may stand in for a figure that is not there
 */
record LeafScale(
    NormaliseLeaf normalise,
    Treatment treatment,
    Map<String, Quotient> figures,
    Map<MissingRule.Source, Map<String, Quotient>> substitutes) {

  /**
   * A figure on the scale.
   *
   * @param value what was scaled, before any treatment; of a growth, the growth
   * @param note that it was treated or filled in
   */
  record Scaled(Quotient value, BigDecimal share, boolean isFilledIn, Optional<Text> note) {
    Scaled {
      Objects.requireNonNull(note, "note");
    }
  }

  /** The county's own figure, or what the rule lets stand in for it. */
  Optional<Scaled> find(String county, MissingRule rule) {
    return Optional.ofNullable(figures.get(county))
        .flatMap(figure -> scale(figure, false, noteOn(figure)))
        .or(() -> findSubstitute(county, rule));
  }

  private Optional<Scaled> findSubstitute(String county, MissingRule rule) {
    if (figures.containsKey(county) || !(rule instanceof MissingRule.Impute impute)) {
      return Optional.empty();
    }
    Map<String, Quotient> standIns = substitutes.getOrDefault(impute.source(), Map.of());
    return Optional.ofNullable(standIns.get(county))
        .flatMap(figure -> scale(figure, true, Optional.of(filledIn(figure, impute.source()))));
  }

  private Optional<Scaled> scale(Quotient figure, boolean isFilledIn, Optional<Text> note) {
    return normalise
        .apply(treated(figure))
        .map(share -> new Scaled(figure, share, isFilledIn, note));
  }

  private Quotient treated(Quotient figure) {
    return treatment.touches(figure.decimal())
        ? new Quotient(treatment.apply(figure.decimal()), BigDecimal.ONE)
        : figure;
  }

  private Optional<Text> noteOn(Quotient figure) {
    if (!treatment.touches(figure.decimal())) {
      return Optional.empty();
    }
    String treated = shown(treated(figure));
    return Optional.of(
        treatment.logFrom().isPresent()
            ? new Text("取对数后为" + treated, "its logarithm: " + treated)
            : new Text("缩尾至" + treated, "drawn in to " + treated));
  }

  /** The counties' own figures that were treated, by county. */
  List<TouchedFigure> touched(String item) {
    TouchedFigure.How how =
        treatment.logFrom().isPresent()
            ? TouchedFigure.How.LOGARITHM
            : TouchedFigure.How.WINSORISED;
    return new TreeMap<>(figures)
        .entrySet().stream()
            .filter(entry -> treatment.touches(entry.getValue().decimal()))
            .map(
                entry ->
                    new TouchedFigure(
                        entry.getKey(),
                        item,
                        entry.getValue().decimal(),
                        treatment.apply(entry.getValue().decimal()),
                        how))
            .toList();
  }

  private static Text filledIn(Quotient figure, MissingRule.Source source) {
    return switch (source) {
      case GROUP_MEAN ->
          new Text(
              "缺报,以同组均值%s代入".formatted(shown(figure)),
              "not delivered; the mean of its group, %s, stands in".formatted(shown(figure)));
      case LAST_PERIOD ->
          new Text(
              "缺报,以上期值%s代入".formatted(shown(figure)),
              "not delivered; last period's figure, %s, stands in".formatted(shown(figure)));
    };
  }

  private static String shown(Quotient figure) {
    return figure.rounded(4).stripTrailingZeros().toPlainString();
  }
}
