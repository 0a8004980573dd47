package io.junheng.job;

import io.junheng.definition.Audience;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.SmallCounts;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Objects;

/**
 * What a command asks to be published.
 *
 * @param start whose settings of Hadoop say how the lake's storage is reached
 * @param lake root of the lake
 * @param periods what is published; empty: all that gold holds
 * @param limits which counts peers and the public do not see
 * @param release as which release holds them
 */
public record PublishRequest(
    Catalogue catalogue,
    SparkStart start,
    String lake,
    List<Period> periods,
    Audience audience,
    SmallCounts limits,
    ReleaseChoice release) {
  /** What is published, or gold as it stands while nothing is. */
  public PublishRequest(
      Catalogue catalogue,
      SparkStart start,
      String lake,
      List<Period> periods,
      Audience audience,
      SmallCounts limits) {
    this(catalogue, start, lake, periods, audience, limits, new ReleaseChoice.Published());
  }

  public PublishRequest {
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(catalogue, "catalogue");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(limits, "limits");
    periods = List.copyOf(periods);
  }

  /** Tells which results of which period are handed on. */
  public Text source() {
    return GoldToPublish.source(this);
  }

  /** The same about every period that gold holds. */
  public PublishRequest ofAllPeriods() {
    return new PublishRequest(catalogue, start, lake, List.of(), audience, limits, release);
  }
}
