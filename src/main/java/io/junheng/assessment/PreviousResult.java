package io.junheng.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came out one period earlier, for the same framework and area set.
 *
 * @param edition the framework's edition then
 * @param day reference date of that period: decides which boundaries stood
 * @param places of every county that had a line, placed or not: these are the units
 * @param scores by county and node
 */
public record PreviousResult(
    String edition,
    LocalDate day,
    Map<String, Optional<BigDecimal>> places,
    Map<String, Map<String, BigDecimal>> scores) {
  public PreviousResult {
    places = Map.copyOf(places);
    scores = Map.copyOf(scores);
  }

  /** Keeps what a later period is held against. */
  public static PreviousResult of(Assessment assessment) {
    Map<String, Optional<BigDecimal>> places = new TreeMap<>();
    assessment.rankings().forEach(row -> places.put(row.county(), row.rankNo()));
    return new PreviousResult(
        assessment.edition(), assessment.day(), places, scoresOf(assessment.scores()));
  }

  private static Map<String, Map<String, BigDecimal>> scoresOf(List<CountyScore> rows) {
    Map<String, Map<String, BigDecimal>> scores = new HashMap<>();
    for (CountyScore row : rows) {
      row.score()
          .ifPresent(
              score ->
                  scores
                      .computeIfAbsent(row.county(), county -> new HashMap<>())
                      .put(row.node(), score));
    }
    return scores;
  }
}
