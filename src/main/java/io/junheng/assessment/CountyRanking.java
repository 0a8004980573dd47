package io.junheng.assessment;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * A county's place in the set and in its peer group, and how it moved. A row of
 * gold.county_ranking. Key: county.
 *
 * @param place in the whole set; without a place where the rule ranks within peer groups only
 * @param tieRule {@code competition}, {@code competition_high}, {@code dense} or {@code average}
 * @param previousRankNo only where the two places may be held against each other
 * @param rankChange places gained (above 0) or lost
 * @param peerGroup id of the first of the framework's peer groups that the county belongs to
 */
public record CountyRanking(
    Place place,
    String tieRule,
    Optional<BigDecimal> previousRankNo,
    Optional<BigDecimal> rankChange,
    ChangeStatus changeStatus,
    Optional<String> peerGroup,
    Optional<Place> peerPlace) {
  public CountyRanking {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(changeStatus, "changeStatus");
  }

  public String county() {
    return place.county();
  }

  public Optional<BigDecimal> rankNo() {
    return place.rankNo();
  }
}
