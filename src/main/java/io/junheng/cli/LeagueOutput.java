package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.job.League;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Writes league tables to the output stream: as text, or as JSON where that was asked for. */
record LeagueOutput(Junheng junheng) {
  /** Every line. */
  static final Part ALL = new Part(Integer.MAX_VALUE, 0);

  /** How many lines from the top, and how many from the end. */
  record Part(int first, int last) {}

  void print(List<League> leagues, Part part) {
    PrintStream out = junheng.terminal().out();
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("league_tables", leagues.stream().map(this::json).toList())
          .print(out);
      return;
    }
    for (League league : leagues) {
      LeaguePrint print = new LeaguePrint(league, junheng.language(), junheng.terminal().width());
      out.println();
      print.lines(part.first(), part.last()).forEach(out::println);
    }
  }

  private Map<String, Object> json(League league) {
    Language language = junheng.language();
    return new Json()
        .with("framework", league.framework())
        .with("title", league.title().in(language))
        .with("period", league.period().number())
        .with("area_set", league.areaSet().in(language))
        .with("ranked", league.rankedCount())
        .with("official_order", league.isOfficialOrder())
        .with("data_label", league.label())
        .with("mark", league.mark().map(mark -> mark.in(language)))
        .with("unit", league.measured().map(League.Measured::unit))
        .with("lines", league.lines().stream().map(line -> json(line, language)).toList())
        .members();
  }

  private static Map<String, Object> json(League.Line line, Language language) {
    return new Json()
        .with("county_code", line.countyCode())
        .with("county", line.county().in(language))
        .with("city", line.city().in(language))
        .with("rank", line.standing().rank())
        .with("rank_low", line.standing().low())
        .with("rank_high", line.standing().high())
        .with("tie_count", line.standing().tieCount())
        .with("change", line.standing().change())
        .with("change_status", line.standing().changeStatus())
        .with("verdict", line.verdict())
        .with("score", line.score())
        .with("grade_band", line.gradeBand())
        .with("met", line.metCount())
        .with("of", line.ofCount())
        .with("primary", json(line.primary()))
        .with("junior", json(line.junior()))
        .with("blocking", line.blocking())
        .with("target", line.target().map(LeagueOutput::json))
        .members();
  }

  private static Map<String, Object> json(League.Target target) {
    return new Json()
        .with("value", target.value())
        .with("by", target.by().number())
        .with("gap", target.gap())
        .with("status", target.status())
        .members();
  }

  private static Map<String, Object> json(League.Spread spread) {
    return new Json()
        .with("composite_cv", spread.composite())
        .with("worst_cv", spread.worst())
        .with("worst_cv_of", spread.worstOf())
        .with("cv_limit", spread.limit())
        .members();
  }
}
