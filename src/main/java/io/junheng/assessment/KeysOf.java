package io.junheng.assessment;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.assessment.RankingEntry.Key;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Indicator;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.RankingKey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Gathers what counties bring to a ranking rule. */
record KeysOf(RankingRule rule, Catalogue catalogue, Panel panel) {

  /** What a county brings, by its verdict. */
  RankingEntry of(CountyVerdict verdict) {
    return new RankingEntry(
        verdict.county(),
        verdict.veto(),
        rule.by().stream().map(key -> key(key, verdict)).toList());
  }

  /**
   * What a county brings, by its total score.
   *
   * @param asLookedAt the score as it is, or as printed
   */
  RankingEntry of(CountyScore total, UnaryOperator<BigDecimal> asLookedAt) {
    return new RankingEntry(
        total.county(),
        Veto.NONE,
        rule.by().stream().map(key -> key(key, total, asLookedAt)).toList());
  }

  private Key key(RankingKey key, CountyVerdict verdict) {
    if (key instanceof RankingKey.MetCount) {
      BigDecimal met = BigDecimal.valueOf(verdict.met());
      return Key.between(met, met, met.add(BigDecimal.valueOf(verdict.unknown())));
    }
    if (key instanceof RankingKey.ByIndicator by) {
      return mean(verdict.county(), by.indicator());
    }
    throw new IllegalArgumentException("a conjunctive framework cannot rank by %s".formatted(key));
  }

  private Key key(RankingKey key, CountyScore total, UnaryOperator<BigDecimal> asLookedAt) {
    if (key instanceof RankingKey.Score) {
      return total
          .score()
          .map(score -> key(total, asLookedAt.apply(score), asLookedAt))
          .orElseGet(() -> Key.absent(total.status()));
    }
    if (key instanceof RankingKey.ByIndicator by) {
      return mean(total.county(), by.indicator());
    }
    throw new IllegalArgumentException("a weighted framework cannot rank by %s".formatted(key));
  }

  private static Key key(
      CountyScore total, BigDecimal score, UnaryOperator<BigDecimal> asLookedAt) {
    return total.scoreLow().isEmpty() || total.scoreHigh().isEmpty()
        ? Key.open(score)
        : Key.between(
            asLookedAt.apply(total.scoreLow().get()),
            score,
            asLookedAt.apply(total.scoreHigh().get()));
  }

  /**
   * The plain mean over the indicator's stages that apply to the county; absent if one of them has
   * no value, open if schools are missing from one.
   */
  private Key mean(String county, String id) {
    Indicator indicator = catalogue.indicator(id);
    List<BigDecimal> values = new ArrayList<>();
    boolean isOpen = false;
    for (String stage : indicator.stages()) {
      Optional<IndicatorValue> figure = panel.findValue(county, stage, id);
      Optional<Quotient> value = figure.flatMap(f -> Quotient.of(f, indicator));
      if (value.isPresent()) {
        values.add(value.get().decimal());
        isOpen |= figure.get().status() == ObsStatus.U;
      } else if (panel.applies(county, stage, id, catalogue.stages())) {
        return Key.absent(ObsStatus.X);
      }
    }
    if (values.isEmpty()) {
      return Key.absent(ObsStatus.Z);
    }
    return isOpen ? Key.open(mean(values)) : Key.certain(mean(values));
  }

  private BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), rule.decimals(), RoundingMode.HALF_UP);
  }
}
