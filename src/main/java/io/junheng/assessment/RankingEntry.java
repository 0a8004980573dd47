package io.junheng.assessment;

import io.junheng.assessment.CountyVerdict.Veto;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a county brings to a ranking.
 *
 * @param veto a hit ranks after all others; a possible one may still do so
 * @param keys one for each key of the rule, in its order
 */
public record RankingEntry(String county, Veto veto, List<Key> keys) {
  public RankingEntry {
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(veto, "veto");
    keys = List.copyOf(keys);
  }

  /**
   * A key's value and how far it may still move.
   *
   * @param value empty: the county takes no part, and the status says why
   * @param low the least that the value may become once the unknown arrives
   * @param high the most that it may become
   */
  public record Key(
      Optional<BigDecimal> value,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      ObsStatus status) {
    private static final BigDecimal ANYWHERE = BigDecimal.TEN.pow(18);

    public Key {
      Objects.requireNonNull(status, "status");
      if (value.isPresent() && (low.isEmpty() || high.isEmpty())) {
        throw new IllegalArgumentException("a value needs its bounds");
      }
    }

    /** A value that nothing unknown can move. */
    public static Key certain(BigDecimal value) {
      return between(value, value, value);
    }

    /** A value within bounds; bounds that leave it out are widened to it. */
    public static Key between(BigDecimal low, BigDecimal value, BigDecimal high) {
      return new Key(
          Optional.of(value),
          Optional.of(low.min(value)),
          Optional.of(high.max(value)),
          ObsStatus.A);
    }

    /** A value that what is unknown may move anywhere. */
    public static Key open(BigDecimal value) {
      return between(ANYWHERE.negate(), value, ANYWHERE);
    }

    /** No value. */
    public static Key absent(ObsStatus why) {
      return new Key(Optional.empty(), Optional.empty(), Optional.empty(), why);
    }
  }

  boolean takesPart() {
    return keys.stream().allMatch(key -> key.value().isPresent());
  }
}
