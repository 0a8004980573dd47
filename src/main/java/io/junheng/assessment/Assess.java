package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import java.util.List;
import java.util.Optional;

/** Judges, scores and ranks the counties of a framework's area set from one period's panel. */
public record Assess(Framework framework, Catalogue catalogue) {

  /**
   * Everything that the framework says about the period.
   *
   * @param previous what came out one period earlier; empty: movement is not shown
   */
  public Assessment apply(Panel panel, Optional<PreviousResult> previous) {
    return apply(Panels.only(panel), previous);
  }

  /** The same, with the figures of other periods for the rules that look at them. */
  public Assessment apply(Panels delivered, Optional<PreviousResult> previous) {
    Panels panels = new MapPeriods(framework.head().periods(), catalogue).apply(delivered);
    Panel panel = panels.now();
    List<String> units =
        new UnitsOf(catalogue.areaSet(framework.head().areaSet()))
            .on(panel.day(), panel.counties());
    Movement movement =
        new Movement(catalogue, framework.head().edition(), panel.day(), units, previous);
    if (framework instanceof Framework.Conjunctive conjunctive) {
      return judge(conjunctive, panels, units, movement);
    }
    if (framework instanceof Framework.Weighted weighted) {
      return score(weighted, panels, units, movement);
    }
    if (framework instanceof Framework.Single single) {
      return watch(single, panels, units, movement);
    }
    throw new IllegalStateException("no way to assess %s".formatted(framework));
  }

  private Assessment judge(
      Framework.Conjunctive conjunctive, Panels panels, List<String> units, Movement movement) {
    Panel panel = panels.now();
    AssessConjunctive.Result result =
        new AssessConjunctive(conjunctive, catalogue).apply(panels, units);
    KeysOf keys = new KeysOf(framework.ranking(), catalogue, panel);
    List<CountyRanking> rankings =
        rank(result.verdicts().stream().map(keys::of).toList(), panel, movement);
    List<LeagueLine> league =
        LeagueTable.of(framework, rankings)
            .ofVerdicts(result.verdicts(), new SpreadOf(conjunctive, catalogue, panel));
    return new Assessment(
        subject(panel),
        units,
        result.items(),
        result.verdicts(),
        List.of(),
        rankings,
        league,
        List.of(),
        List.of(),
        List.of());
  }

  private Assessment score(
      Framework.Weighted weighted, Panels panels, List<String> units, Movement movement) {
    Panel panel = panels.now();
    ScoreWeighted score = new ScoreWeighted(weighted, catalogue);
    ScoreWeighted.Result result = score.apply(panels, units);
    List<CountyScore> totals = result.scores().stream().filter(CountyScore::isTotal).toList();
    KeysOf keys = new KeysOf(framework.ranking(), catalogue, panel);
    GradeBands bands = score.bands();
    List<CountyRanking> rankings =
        rank(
            totals.stream().map(total -> keys.of(total, bands::asLookedAt)).toList(),
            panel,
            movement);
    return new Assessment(
        subject(panel),
        units,
        result.items(),
        List.of(),
        movement.beside(result.scores()),
        rankings,
        LeagueTable.of(framework, rankings).ofScores(totals),
        result.refusals(),
        result.touched(),
        new CorrelateItems(weighted).apply(result.scores()));
  }

  private Assessment watch(
      Framework.Single single, Panels panels, List<String> units, Movement movement) {
    AssessSingle.Result result = new AssessSingle(single, catalogue).apply(panels, units);
    return new Assessment(
        subject(panels.now()),
        units,
        result.items(),
        List.of(),
        List.of(),
        rank(result.entries(), panels.now(), movement),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private List<CountyRanking> rank(List<RankingEntry> entries, Panel panel, Movement movement) {
    return new RankFramework(framework, catalogue).apply(entries, panel, movement);
  }

  private Assessment.Subject subject(Panel panel) {
    return new Assessment.Subject(
        framework.id(),
        framework.subject(),
        framework.head().edition(),
        framework.head().areaSet(),
        panel.period(),
        panel.day());
  }
}
