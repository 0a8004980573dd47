package io.junheng.assessment;

import io.junheng.assessment.LeagueLine.Spread;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.Origin;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the lines of a league table together: by place, then by code; counties without a place come
 * last.
 */
record LeagueTable(Framework framework, Map<String, CountyRanking> rankings) {

  static LeagueTable of(Framework framework, List<CountyRanking> rankings) {
    return new LeagueTable(
        framework,
        rankings.stream().collect(Collectors.toMap(CountyRanking::county, Function.identity())));
  }

  List<LeagueLine> ofVerdicts(List<CountyVerdict> verdicts, SpreadOf spread) {
    return inOrder(verdicts.stream().map(verdict -> line(verdict, spread)).toList());
  }

  List<LeagueLine> ofScores(List<CountyScore> totals) {
    return inOrder(totals.stream().map(this::line).toList());
  }

  private static List<LeagueLine> inOrder(List<LeagueLine> lines) {
    return lines.stream()
        .sorted(
            Comparator.comparing((LeagueLine line) -> line.rankNo().isEmpty())
                .thenComparing(line -> line.rankNo().orElse(BigDecimal.ZERO))
                .thenComparing(LeagueLine::county))
        .toList();
  }

  private LeagueLine line(CountyVerdict verdict, SpreadOf spread) {
    return line(
        verdict.county(),
        new Said(
            Optional.of(verdict.verdict()),
            Optional.empty(),
            verdict.passClass(),
            Optional.of(verdict.met()),
            Optional.of(verdict.of()),
            spread.county(verdict.county()),
            verdict.blockingItems(),
            ObsStatus.A));
  }

  private LeagueLine line(CountyScore total) {
    return line(
        total.county(),
        new Said(
            Optional.empty(),
            total.score(),
            total.gradeBand(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            List.of(),
            total.status()));
  }

  /** What a framework of either kind says of a county, before its place is put beside it. */
  private record Said(
      Optional<Verdict> verdict,
      Optional<BigDecimal> score,
      Optional<String> gradeBand,
      Optional<Integer> metCount,
      Optional<Integer> ofCount,
      Map<String, Spread> spread,
      List<String> blockingItems,
      ObsStatus status) {}

  private LeagueLine line(String county, Said said) {
    Optional<CountyRanking> ranking = Optional.ofNullable(rankings.get(county));
    Optional<Place> place = ranking.map(CountyRanking::place);
    return new LeagueLine(
        county,
        place.flatMap(Place::rankNo),
        place.map(Place::rankOf).orElse(0),
        place.map(Place::tieCount).orElse(0),
        place.flatMap(Place::rankLow),
        place.flatMap(Place::rankHigh),
        ranking.flatMap(CountyRanking::previousRankNo),
        ranking.flatMap(CountyRanking::rankChange),
        ranking.map(CountyRanking::changeStatus).orElse(ChangeStatus.VALUE_MISSING),
        said.verdict(),
        said.score(),
        said.gradeBand(),
        said.metCount(),
        said.ofCount(),
        said.spread(),
        said.blockingItems(),
        framework.ranking().official(),
        origin(),
        status(place, said.status()));
  }

  private Origin origin() {
    Origin ofFramework = framework.head().origin();
    boolean isWorkingOrder = ofFramework == Origin.OFFICIAL && !framework.ranking().official();
    return isWorkingOrder ? Origin.OWN : ofFramework;
  }

  private static ObsStatus status(Optional<Place> place, ObsStatus otherwise) {
    RankStatus status = place.map(Place::status).orElse(RankStatus.NOT_RANKED);
    return switch (status) {
      case NO_VALUE -> ObsStatus.X;
      case NOT_APPLICABLE -> ObsStatus.Z;
      case RANGE -> otherwise == ObsStatus.A ? ObsStatus.P : otherwise;
      case RANKED, NOT_RANKED -> otherwise;
    };
  }
}
