package io.junheng.assessment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The share of the full score at a node.
 *
 * @param share empty where it is missing or refused ({@code X}) or does not apply ({@code Z})
 * @param low the share with every gap beneath filled with the worst; empty where nothing bounds it
 * @param high the share with every gap beneath filled with the best; empty where nothing bounds it
 * @param isRefused true where a mean is not defined for a share beneath: neither is any node above
 */
record NodeScore(
    Optional<BigDecimal> share,
    Optional<BigDecimal> low,
    Optional<BigDecimal> high,
    ObsStatus status,
    boolean isRefused) {

  static NodeScore of(BigDecimal share, ObsStatus status) {
    return within(Optional.of(share), Optional.of(share), Optional.of(share), status);
  }

  static NodeScore within(
      Optional<BigDecimal> share,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      ObsStatus status) {
    return new NodeScore(share, low, high, status, false);
  }

  static NodeScore missing(Optional<BigDecimal> worst, Optional<BigDecimal> best) {
    return within(Optional.empty(), worst, best, ObsStatus.X);
  }

  static NodeScore notApplicable() {
    Optional<BigDecimal> nothing = Optional.of(BigDecimal.ZERO);
    return within(Optional.empty(), nothing, nothing, ObsStatus.Z);
  }

  static NodeScore refused(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    return new NodeScore(Optional.empty(), low, high, ObsStatus.X, true);
  }

  boolean applies() {
    return status != ObsStatus.Z;
  }
}
