package io.junheng.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named set of areas that are ranked together, or a peer group.
 *
 * <p>A set without members stands for all counties and zones that reported (foreign data names its
 * areas in its own rows).
 */
public record AreaSet(String id, Text title, List<Member> members) {
  public AreaSet {
    Objects.requireNonNull(title, "title");
    members = List.copyOf(members);
  }

  /** One area's membership, from and to a day inclusive; empty: open. */
  public record Member(
      String areaCode, Optional<LocalDate> validFrom, Optional<LocalDate> validTo) {
    /** True if the membership holds on a day. */
    public boolean holdsOn(LocalDate day) {
      return validFrom.map(from -> !day.isBefore(from)).orElse(true)
          && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
  }
}
