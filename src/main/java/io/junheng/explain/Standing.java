package io.junheng.explain;

import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A place among other units. A row of gold.county_ranking.
 *
 * @param low best place once what is unknown is settled
 * @param high worst
 * @param changeStatus why places are not compared, if they are not
 * @param toNext what is missing to the next place up
 */
public record Standing(
    String areaSet,
    Text areaSetTitle,
    Optional<Integer> rank,
    Optional<Integer> of,
    Optional<Integer> low,
    Optional<Integer> high,
    Optional<Integer> ties,
    Optional<Integer> previous,
    Optional<Integer> change,
    String changeStatus,
    Optional<BigDecimal> toNext) {}
