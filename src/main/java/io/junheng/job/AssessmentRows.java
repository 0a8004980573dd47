package io.junheng.job;

import io.junheng.assessment.Assessment;
import io.junheng.assessment.CountyScore;
import io.junheng.assessment.CountyVerdict;
import io.junheng.assessment.ItemPair;
import io.junheng.assessment.ItemResult;
import io.junheng.assessment.LeagueLine;
import io.junheng.assessment.LeagueLine.Spread;
import io.junheng.assessment.Place;
import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.table.CountyRanking;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.ItemCorrelation;
import io.junheng.table.LeagueTable;
import io.junheng.table.TableColumn;
import io.junheng.table.TouchedFigure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the assessment says, as rows of the tables that keep it. */
final class AssessmentRows {
  private static final String PRIMARY = "primary";
  private static final String JUNIOR = "junior";

  private final Assessment assessment;
  private final AreaRegister areas;
  private final TestWords tests;

  AssessmentRows(Assessment assessment, AreaRegister areas, TestWords tests) {
    this.assessment = assessment;
    this.areas = areas;
    this.tests = tests;
  }

  List<Map<TableColumn, Object>> frameworkItem() {
    return assessment.items().stream().map(this::item).toList();
  }

  private Map<TableColumn, Object> item(ItemResult item) {
    Map<TableColumn, Object> row =
        new HashMap<>(tests.of(assessment.framework(), item.item(), item.test()));
    row.put(FrameworkItemResult.PERIOD, period());
    row.put(FrameworkItemResult.FRAMEWORK, assessment.framework());
    row.put(FrameworkItemResult.COUNTY_CODE, item.county());
    row.put(FrameworkItemResult.ITEM, item.item());
    row.put(FrameworkItemResult.TEST, item.test());
    row.put(FrameworkItemResult.STAGE, item.stage().orElse(null));
    row.put(FrameworkItemResult.INDICATOR, item.indicator().orElse(null));
    row.put(FrameworkItemResult.GRADE, item.grade().code());
    row.put(FrameworkItemResult.VALUE, number(item.value()));
    row.put(
        FrameworkItemResult.DISPLAYED_VALUE,
        item.displayedValue().map(BigDecimal::toPlainString).orElse(null));
    item.standard().ifPresent(standard -> row.put(FrameworkItemResult.STANDARD, standard));
    row.put(FrameworkItemResult.GAP, number(item.gap()));
    row.put(FrameworkItemResult.CLAUSE, item.clause().orElse(null));
    row.put(FrameworkItemResult.POINTS, item.points().orElse(null));
    row.put(FrameworkItemResult.POINTS_LOST, item.pointsLost().orElse(null));
    row.put(
        FrameworkItemResult.EVIDENCE,
        item.evidence().isEmpty() ? null : String.join("; ", item.evidence()));
    row.put(FrameworkItemResult.NOTE, item.note().map(Text::zh).orElse(null));
    row.put(FrameworkItemResult.NOTE_EN, item.note().map(Text::en).orElse(null));
    row.put(FrameworkItemResult.DECIDED_BY_ROUNDING, item.decidedByRounding());
    row.put(FrameworkItemResult.ORIGIN, item.origin().code());
    return row;
  }

  List<Map<TableColumn, Object>> countyVerdict() {
    return assessment.verdicts().stream().map(this::verdict).toList();
  }

  private Map<TableColumn, Object> verdict(CountyVerdict verdict) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(io.junheng.table.CountyVerdict.PERIOD, period());
    row.put(io.junheng.table.CountyVerdict.FRAMEWORK, assessment.framework());
    row.put(io.junheng.table.CountyVerdict.COUNTY_CODE, verdict.county());
    row.put(io.junheng.table.CountyVerdict.MET_COUNT, verdict.met());
    row.put(io.junheng.table.CountyVerdict.PARTLY_MET_COUNT, verdict.partlyMet());
    row.put(io.junheng.table.CountyVerdict.NOT_MET_COUNT, verdict.notMet());
    row.put(io.junheng.table.CountyVerdict.UNKNOWN_COUNT, verdict.unknown());
    row.put(io.junheng.table.CountyVerdict.OF_COUNT, verdict.of());
    row.put(io.junheng.table.CountyVerdict.TEST_MET_COUNT, verdict.testMet());
    row.put(io.junheng.table.CountyVerdict.TEST_OF_COUNT, verdict.testOf());
    row.put(io.junheng.table.CountyVerdict.VETO_HIT, verdict.vetoHit().orElse(null));
    row.put(
        io.junheng.table.CountyVerdict.PRECONDITION_FAILED,
        verdict.preconditionFailed().orElse(null));
    row.put(
        io.junheng.table.CountyVerdict.VERDICT, verdict.verdict().name().toLowerCase(Locale.ROOT));
    row.put(io.junheng.table.CountyVerdict.PASS_CLASS, verdict.passClass().orElse(null));
    row.put(io.junheng.table.CountyVerdict.BLOCKING_ITEMS, joined(verdict.blockingItems()));
    return row;
  }

  List<Map<TableColumn, Object>> countyScore() {
    return assessment.scores().stream().map(this::score).toList();
  }

  private Map<TableColumn, Object> score(CountyScore score) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(io.junheng.table.CountyScore.PERIOD, period());
    row.put(io.junheng.table.CountyScore.FRAMEWORK, assessment.framework());
    row.put(io.junheng.table.CountyScore.COUNTY_CODE, score.county());
    row.put(io.junheng.table.CountyScore.NODE, score.node());
    row.put(io.junheng.table.CountyScore.RAW_VALUE, number(score.rawValue()));
    row.put(io.junheng.table.CountyScore.NORMALISED, score.normalised().orElse(null));
    row.put(io.junheng.table.CountyScore.WEIGHT, score.weight());
    row.put(io.junheng.table.CountyScore.POINTS, score.points().orElse(null));
    row.put(io.junheng.table.CountyScore.SCORE, score.score().orElse(null));
    row.put(io.junheng.table.CountyScore.SCORE_LOW, score.scoreLow().orElse(null));
    row.put(io.junheng.table.CountyScore.SCORE_HIGH, score.scoreHigh().orElse(null));
    row.put(io.junheng.table.CountyScore.MAX_SCORE, score.maxScore());
    row.put(io.junheng.table.CountyScore.BONUS, score.bonus().orElse(null));
    row.put(io.junheng.table.CountyScore.GRADE_BAND, score.gradeBand().orElse(null));
    row.put(
        io.junheng.table.CountyScore.POINTS_TO_NEXT_BAND, score.pointsToNextBand().orElse(null));
    row.put(io.junheng.table.CountyScore.PREVIOUS_SCORE, score.previousScore().orElse(null));
    row.put(io.junheng.table.CountyScore.CHANGE, score.change().orElse(null));
    row.put(io.junheng.table.CountyScore.ORIGIN, score.origin().code());
    row.put(io.junheng.table.CountyScore.OBS_STATUS, score.status().name());
    return row;
  }

  List<Map<TableColumn, Object>> touchedFigure() {
    return assessment.touched().stream().map(this::touched).toList();
  }

  private Map<TableColumn, Object> touched(io.junheng.assessment.TouchedFigure figure) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(TouchedFigure.PERIOD, period());
    row.put(TouchedFigure.FRAMEWORK, assessment.framework());
    row.put(TouchedFigure.ITEM, figure.item());
    row.put(TouchedFigure.COUNTY_CODE, figure.county());
    row.put(TouchedFigure.VALUE, figure.value().doubleValue());
    row.put(TouchedFigure.TREATED, figure.treated().doubleValue());
    row.put(TouchedFigure.TREATMENT, figure.how().name().toLowerCase(Locale.ROOT));
    return row;
  }

  List<Map<TableColumn, Object>> itemCorrelation() {
    return assessment.correlations().stream().map(this::correlation).toList();
  }

  private Map<TableColumn, Object> correlation(ItemPair pair) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(ItemCorrelation.PERIOD, period());
    row.put(ItemCorrelation.FRAMEWORK, assessment.framework());
    row.put(ItemCorrelation.ITEM, pair.item());
    row.put(ItemCorrelation.OTHER_ITEM, pair.other());
    row.put(ItemCorrelation.PEARSON, pair.pearson().orElse(null));
    row.put(ItemCorrelation.SPEARMAN, pair.spearman().orElse(null));
    row.put(ItemCorrelation.CRONBACH_ALPHA, pair.cronbachAlpha().orElse(null));
    row.put(ItemCorrelation.UNIT_COUNT, pair.units());
    row.put(ItemCorrelation.OBS_STATUS, pair.status().name());
    return row;
  }

  List<Map<TableColumn, Object>> countyRanking() {
    return assessment.rankings().stream().map(this::ranking).toList();
  }

  private Map<TableColumn, Object> ranking(io.junheng.assessment.CountyRanking ranking) {
    Place place = ranking.place();
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(CountyRanking.PERIOD, period());
    row.put(CountyRanking.AREA_SET, assessment.areaSet());
    row.put(CountyRanking.SUBJECT, assessment.ranked());
    row.put(CountyRanking.COUNTY_CODE, ranking.county());
    row.put(CountyRanking.VALUE, place.value().orElse(null));
    row.put(CountyRanking.TIE_VALUE, place.tieValue().orElse(null));
    row.put(CountyRanking.RANK_NO, whole(place.rankNo()));
    row.put(CountyRanking.RANK_OF, place.rankOf());
    row.put(CountyRanking.RANK_LOW, whole(place.rankLow()));
    row.put(CountyRanking.RANK_HIGH, whole(place.rankHigh()));
    row.put(CountyRanking.RANK_STATUS, place.status().code());
    row.put(CountyRanking.TIE_COUNT, place.tieCount());
    row.put(CountyRanking.TIE_RULE, ranking.tieRule());
    row.put(CountyRanking.PERCENTILE, number(place.percentile()));
    row.put(CountyRanking.PREVIOUS_RANK_NO, whole(ranking.previousRankNo()));
    row.put(CountyRanking.RANK_CHANGE, whole(ranking.rankChange()));
    row.put(CountyRanking.CHANGE_STATUS, ranking.changeStatus().code());
    row.put(CountyRanking.POINTS_TO_NEXT_RANK, place.pointsToNextRank().orElse(null));
    row.put(CountyRanking.EDITION, assessment.edition());
    row.put(CountyRanking.PEER_GROUP, ranking.peerGroup().orElse(null));
    row.put(CountyRanking.PEER_RANK_NO, whole(ranking.peerPlace().flatMap(Place::rankNo)));
    row.put(CountyRanking.PEER_RANK_OF, ranking.peerPlace().map(Place::rankOf).orElse(null));
    return row;
  }

  List<Map<TableColumn, Object>> leagueTable() {
    return assessment.league().stream().map(this::line).toList();
  }

  private Map<TableColumn, Object> line(LeagueLine line) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(LeagueTable.PERIOD, period());
    row.put(LeagueTable.FRAMEWORK, assessment.framework());
    row.put(LeagueTable.AREA_SET, assessment.areaSet());
    row.put(LeagueTable.COUNTY_CODE, line.county());
    row.put(LeagueTable.RANK_NO, whole(line.rankNo()));
    row.put(LeagueTable.RANK_OF, line.rankOf());
    row.put(LeagueTable.TIE_COUNT, line.tieCount());
    row.put(LeagueTable.PREVIOUS_RANK_NO, whole(line.previousRankNo()));
    row.put(LeagueTable.RANK_CHANGE, whole(line.rankChange()));
    row.put(LeagueTable.CHANGE_STATUS, line.changeStatus().code());
    row.put(LeagueTable.RANK_LOW, whole(line.rankLow()));
    row.put(LeagueTable.RANK_HIGH, whole(line.rankHigh()));
    row.put(LeagueTable.RANK_OFFICIAL, line.isOfficialOrder());
    putNames(line.county(), row);
    row.put(
        LeagueTable.VERDICT,
        line.verdict().map(verdict -> verdict.name().toLowerCase(Locale.ROOT)).orElse(null));
    row.put(LeagueTable.SCORE, line.score().orElse(null));
    row.put(LeagueTable.GRADE_BAND, line.gradeBand().orElse(null));
    row.put(LeagueTable.MET_COUNT, line.metCount().orElse(null));
    row.put(LeagueTable.OF_COUNT, line.ofCount().orElse(null));
    putSpread(
        Optional.ofNullable(line.spread().get(PRIMARY)),
        Optional.ofNullable(line.spread().get(JUNIOR)),
        row);
    row.put(LeagueTable.BLOCKING_ITEMS, joined(line.blockingItems()));
    row.put(LeagueTable.ORIGIN, line.origin().code());
    row.put(LeagueTable.OBS_STATUS, line.status().name());
    return row;
  }

  private void putNames(String county, Map<TableColumn, Object> row) {
    Period period = assessment.period();
    areas
        .find(county, period)
        .ifPresent(
            area -> {
              row.put(LeagueTable.COUNTY_NAME_ZH, area.name().zh());
              row.put(LeagueTable.COUNTY_NAME_EN, area.name().en());
              areas.above(area, period).stream()
                  .filter(above -> above.level() == AreaLevel.CITY)
                  .findFirst()
                  .ifPresent(city -> putCity(city, row));
            });
  }

  private static void putCity(Area city, Map<TableColumn, Object> row) {
    row.put(LeagueTable.CITY_CODE, city.code());
    row.put(LeagueTable.CITY_NAME_ZH, city.name().zh());
    row.put(LeagueTable.CITY_NAME_EN, city.name().en());
  }

  private static void putSpread(
      Optional<Spread> primary, Optional<Spread> junior, Map<TableColumn, Object> row) {
    row.put(LeagueTable.COMPOSITE_CV_PRIMARY, number(primary.flatMap(Spread::composite)));
    row.put(LeagueTable.COMPOSITE_CV_JUNIOR, number(junior.flatMap(Spread::composite)));
    row.put(LeagueTable.WORST_CV_PRIMARY, number(primary.flatMap(Spread::worst)));
    row.put(LeagueTable.WORST_CV_JUNIOR, number(junior.flatMap(Spread::worst)));
    row.put(
        LeagueTable.WORST_CV_INDICATOR_PRIMARY,
        primary.flatMap(Spread::worstIndicator).orElse(null));
    row.put(
        LeagueTable.WORST_CV_INDICATOR_JUNIOR, junior.flatMap(Spread::worstIndicator).orElse(null));
    row.put(LeagueTable.CV_LIMIT_PRIMARY, primary.flatMap(Spread::limit).orElse(null));
    row.put(LeagueTable.CV_LIMIT_JUNIOR, junior.flatMap(Spread::limit).orElse(null));
  }

  private int period() {
    return assessment.period().number();
  }

  private static String joined(List<String> items) {
    return items.isEmpty() ? null : String.join(",", items);
  }

  private static Double number(Optional<BigDecimal> value) {
    return value.map(BigDecimal::doubleValue).orElse(null);
  }

  /** Places are whole but where ties share a mean place; the table keeps whole places. */
  private static Integer whole(Optional<BigDecimal> place) {
    return place.map(p -> p.setScale(0, RoundingMode.HALF_UP).intValueExact()).orElse(null);
  }
}
