package io.junheng.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that happened to a release; a line of {@code ops.release_event}.
 *
 * @param no from 1 in each release
 * @param state after it
 * @param by who did it
 * @param until end of the embargo, if it is one
 * @param roles that may read from now on before everybody may
 * @param amendedBy the release that stands in its place
 * @param waivers what the gate was passed with
 * @param isReproducible false: from now on nobody relies on its originals
 */
public record StateChange(
    int no,
    ReleaseState state,
    String by,
    Instant at,
    String reason,
    Optional<Instant> until,
    List<String> roles,
    Optional<ReleaseId> amendedBy,
    List<Waiver> waivers,
    boolean isReproducible) {
  public StateChange {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    roles = List.copyOf(roles);
    waivers = List.copyOf(waivers);
    if (state == ReleaseState.EMBARGOED && until.isEmpty()) {
      throw new IllegalArgumentException("an embargo needs its end");
    }
    if (state == ReleaseState.AMENDED && amendedBy.isEmpty()) {
      throw new IllegalArgumentException("what is amended needs the release that amends it");
    }
  }
}
