package io.junheng.assessment;

import io.junheng.definition.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * All that comes out of one framework for one period. Rows are in the order of county codes, league
 * lines in the order of places.
 *
 * @param units the counties judged, whether or not they reported
 * @param verdicts of a conjunctive framework; empty for a weighted one
 * @param scores of a weighted framework; empty for a conjunctive one
 * @param rankings empty where the law forbids ranking
 * @param refusals means of a weighted framework that were not defined
 * @param touched figures of a weighted framework that were treated as outliers
 * @param correlations how the items of a weighted framework go together
 */
public record Assessment(
    Subject subject,
    List<String> units,
    List<ItemResult> items,
    List<CountyVerdict> verdicts,
    List<CountyScore> scores,
    List<CountyRanking> rankings,
    List<LeagueLine> league,
    List<Refusal> refusals,
    List<TouchedFigure> touched,
    List<ItemPair> correlations) {
  public Assessment {
    units = List.copyOf(units);
    items = List.copyOf(items);
    verdicts = List.copyOf(verdicts);
    scores = List.copyOf(scores);
    rankings = List.copyOf(rankings);
    league = List.copyOf(league);
    refusals = List.copyOf(refusals);
    touched = List.copyOf(touched);
    correlations = List.copyOf(correlations);
  }

  /**
   * What was assessed, and when.
   *
   * @param ranked what the places are of: the framework, or one of its items
   * @param edition of the framework
   * @param day the period's reference date
   */
  public record Subject(
      String framework,
      String ranked,
      String edition,
      String areaSet,
      Period period,
      LocalDate day) {}

  public String framework() {
    return subject.framework();
  }

  /** What the places are of. */
  public String ranked() {
    return subject.ranked();
  }

  public String edition() {
    return subject.edition();
  }

  public String areaSet() {
    return subject.areaSet();
  }

  public Period period() {
    return subject.period();
  }

  public LocalDate day() {
    return subject.day();
  }
}
