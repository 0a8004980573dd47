package io.junheng.assessment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A county's place among the units that were ranked together.
 *
 * @param value the first key's value, rounded as it was compared
 * @param tieValue the second key's
 * @param rankNo a whole number except where ties share the average of their places; empty without a
 *     place
 * @param rankOf how many took part; counties without a value did not
 * @param tieCount how many share the place, this one included; 0 without a place
 * @param percentile share of the others that are placed behind, in percent to four decimals; empty
 *     for a county alone
 * @param pointsToNextRank by how much the value would have to improve to equal that of the nearest
 *     county ahead: 0 where the second key decides; empty for the first, and behind a veto, which
 *     no value lifts
 * @param rankLow the best place once the unknown arrives: own unknown items met, the others' not
 * @param rankHigh the worst place: the other way round
 */
public record Place(
    String county,
    Optional<BigDecimal> value,
    Optional<BigDecimal> tieValue,
    Optional<BigDecimal> rankNo,
    int rankOf,
    int tieCount,
    Optional<BigDecimal> percentile,
    Optional<BigDecimal> pointsToNextRank,
    Optional<BigDecimal> rankLow,
    Optional<BigDecimal> rankHigh,
    RankStatus status) {}
