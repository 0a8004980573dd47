package io.junheng.assessment;

import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * An indicator's figure for one county and stage. Key: county, stage, indicator.
 *
 * @param value unrounded; empty where there is none, the status then says why ({@code Z} or {@code
 *     X})
 * @param numerator of a ratio, share or survey, before the formula's factor; with the denominator
 *     it decides at limits
 * @param denominator of a ratio, share or survey
 * @param note what a reader should know, such as why it is not applicable
 */
public record IndicatorValue(
    String county,
    String stage,
    String indicator,
    Optional<BigDecimal> value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    ObsStatus status,
    Optional<Text> note) {
  public IndicatorValue {
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(indicator, "indicator");
    Objects.requireNonNull(status, "status");
    boolean mustBeEmpty = status == ObsStatus.Z || status == ObsStatus.X;
    if (value.isPresent() == mustBeEmpty) {
      throw new IllegalArgumentException(
          "%s %s %s: value %s with status %s"
              .formatted(
                  county, stage, indicator, value.map(Object::toString).orElse("-"), status));
    }
  }
}
