package io.junheng.assessment;

import io.junheng.definition.Area;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Direction;
import io.junheng.definition.Expression;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Limit;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.Origin;
import io.junheng.definition.Period;
import io.junheng.definition.PeriodType;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.RankingRule.RankingScope;
import io.junheng.definition.RankingRule.Ties;
import io.junheng.definition.Rollup;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.Stage;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Stages;
import io.junheng.definition.Text;
import io.junheng.definition.UnitBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A small world of definitions that the tests of this package share, and short ways to write
 * values.
 */
final class Kit {
  static final String FRAMEWORK = "balance";
  static final LocalDate DAY = LocalDate.of(2023, 9, 1);
  static final Period PERIOD = new Period(202310);

  private static final List<String> BOTH = List.of("primary", "junior");

  /** Made up for demonstration. */
  static final ScoreNode.Source SOURCE = new ScoreNode.Source(Optional.empty(), Origin.DEMO);

  private Kit() {}

  static final Indicator AREA_PER_PUPIL =
      indicator("area_per_pupil", 2, Direction.UP, ratio("1"), "primary", "junior");
  static final Indicator AREA_CV =
      indicator("area_cv", 3, Direction.DOWN, spread("area_per_pupil"), "primary", "junior");
  static final Indicator SPORTS_CV =
      indicator("sports_cv", 3, Direction.DOWN, spread("sports_per_pupil"), "primary", "junior");
  static final Indicator MEAN_CV =
      indicator(
          "mean_cv",
          3,
          Direction.DOWN,
          new Formula.Derived(
              new Expression("(area_cv + sports_cv) / 2", Set.of("area_cv", "sports_cv"))),
          "primary",
          "junior");
  static final Indicator TRAINED = indicator("trained_share", 1, Direction.UP, ratio("100"), "_T");
  static final Indicator PUPILS_PER_TEACHER =
      indicator("pupils_per_teacher", 1, Direction.DOWN, ratio("1"), "primary", "junior");
  static final Indicator APPROVAL =
      indicator("approval", 1, Direction.UP, new Formula.Survey("satisfied", "answers"), "_T");

  static final List<Indicator> INDICATORS =
      List.of(AREA_PER_PUPIL, AREA_CV, SPORTS_CV, MEAN_CV, TRAINED, PUPILS_PER_TEACHER, APPROVAL);

  static Formula ratio(String times) {
    return new Formula.Ratio("above", "below", new BigDecimal(times), Optional.empty());
  }

  static Formula spread(String of) {
    return new Formula.Dispersion(of, "pupils", "all");
  }

  static Indicator indicator(
      String id, int decimals, Direction direction, Formula formula, String... stages) {
    return new Indicator(
        id,
        Text.same(id),
        "1",
        decimals,
        direction,
        Arrays.asList(stages),
        formula,
        new Rollup.Add(),
        UnitBasis.LOCATED_IN,
        false,
        Optional.empty(),
        Optional.empty(),
        Origin.OFFICIAL,
        List.of());
  }

  static Catalogue catalogue(List<Area> areas, List<AreaSet> sets, Framework... frameworks) {
    Stages stages =
        new Stages(
            List.of(stage("primary"), stage("junior")),
            List.of(new StageGroup("compulsory", Text.same("compulsory"), BOTH)));
    return new Catalogue(
        "digest",
        stages,
        areas,
        sets,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        INDICATORS,
        Arrays.asList(frameworks));
  }

  static Catalogue catalogue(Framework... frameworks) {
    return catalogue(List.of(), List.of(everyone()), frameworks);
  }

  static AreaSet everyone() {
    return new AreaSet("everyone", Text.same("everyone"), List.of());
  }

  static AreaSet set(String id, String... members) {
    return new AreaSet(
        id,
        Text.same(id),
        Arrays.stream(members)
            .map(code -> new AreaSet.Member(code, Optional.empty(), Optional.empty()))
            .toList());
  }

  private static Stage stage(String id) {
    return new Stage(id, Text.same(id), Optional.of(BigDecimal.ONE));
  }

  static Framework.Head head(String edition, Origin origin, String... peerGroups) {
    return new Framework.Head(
        FRAMEWORK,
        Text.same(FRAMEWORK),
        Optional.of(new Legal("rules", Optional.of("whole"))),
        origin,
        edition,
        PeriodType.SCHOOL_YEAR,
        "everyone",
        Arrays.asList(peerGroups));
  }

  static Framework.Conjunctive conjunctive(FrameworkItem... items) {
    return conjunctive(head("2017", Origin.OFFICIAL), List.of(), List.of(), items);
  }

  static Framework.Conjunctive conjunctive(
      Framework.Head head,
      List<ItemTest.OfEvidence> vetoes,
      List<ItemTest.OfEvidence> preconditions,
      FrameworkItem... items) {
    return new Framework.Conjunctive(
        head,
        Arrays.asList(items),
        Optional.empty(),
        Optional.empty(),
        vetoes,
        preconditions,
        Map.of(
            Verdict.PASSED, new Text("达到", "Meets"),
            Verdict.NOT_PASSED, new Text("未达到", "Does not meet"),
            Verdict.UNDETERMINED, new Text("待定", "Undetermined")),
        List.of(),
        Optional.of("mean_cv"),
        byItemsThenCv(Ties.COMPETITION));
  }

  static RankingRule byItemsThenCv(Ties ties) {
    return new RankingRule(
        RankingScope.ALL,
        List.of(
            new RankingKey.MetCount(Order.DESC), new RankingKey.ByIndicator("mean_cv", Order.ASC)),
        ties,
        false,
        9);
  }

  static FrameworkItem item(String id, ItemTest... tests) {
    return new FrameworkItem(
        id,
        Text.same(id),
        Text.same("group"),
        new Legal("rules", Optional.of("clause " + id)),
        Origin.OFFICIAL,
        Arrays.asList(tests));
  }

  static ItemTest.OfCounty county(Indicator indicator, Comparison comparison, Object... limits) {
    return new ItemTest.OfCounty("county", indicator.id(), limit(comparison, limits));
  }

  static ItemTest.OfSchools schools(Indicator indicator, Comparison comparison, Object... limits) {
    return new ItemTest.OfSchools(
        "schools", indicator.id(), limit(comparison, limits), Optional.empty(), Optional.empty());
  }

  static ItemTest.OfEvidence evidence(String statement) {
    return new ItemTest.OfEvidence("evidence", statement, Text.same(statement));
  }

  /** Limits as pairs of stage and number. */
  static Limit limit(Comparison comparison, Object... pairs) {
    Map<String, BigDecimal> byStage = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      byStage.put((String) pairs[i], new BigDecimal((String) pairs[i + 1]));
    }
    return new Limit(comparison, byStage, Optional.empty());
  }

  /** Values as {@code county | stage | indicator | value | numerator | denominator | status}. */
  static List<IndicatorValue> values(String text) {
    List<IndicatorValue> values = new ArrayList<>();
    for (TextTable.Line line : TextTable.read(text)) {
      values.add(
          new IndicatorValue(
              line.text("county"),
              line.text("stage"),
              line.text("indicator"),
              line.number("value"),
              line.number("numerator"),
              line.number("denominator"),
              line.find("status").map(ObsStatus::valueOf).orElse(ObsStatus.A),
              Optional.empty()));
    }
    return values;
  }

  static PanelOf panel() {
    return new PanelOf();
  }

  /** Puts a panel together part by part. */
  static final class PanelOf {
    private final List<String> counties = new ArrayList<>();
    private final List<IndicatorValue> values = new ArrayList<>();
    private final List<SchoolCount> schools = new ArrayList<>();
    private final List<SchoolTestCount> tests = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private LocalDate day = DAY;

    PanelOf on(LocalDate date) {
      day = date;
      return this;
    }

    PanelOf counties(String... codes) {
      counties.addAll(Arrays.asList(codes));
      return this;
    }

    PanelOf values(String text) {
      values.addAll(Kit.values(text));
      return this;
    }

    PanelOf value(IndicatorValue value) {
      values.add(value);
      return this;
    }

    /** Another with the same figures, to which more can be added. */
    PanelOf copy() {
      PanelOf copy = new PanelOf().on(day);
      copy.counties.addAll(counties);
      copy.values.addAll(values);
      copy.schools.addAll(schools);
      copy.tests.addAll(tests);
      copy.evidence.addAll(evidence);
      return copy;
    }

    PanelOf schools(String county, String stage, int count) {
      schools.add(new SchoolCount(county, stage, count));
      return this;
    }

    PanelOf test(SchoolTestCount count) {
      tests.add(count);
      return this;
    }

    PanelOf evidence(String county, String statement, Grade grade) {
      evidence.add(
          new Evidence(FRAMEWORK, county, statement, grade, Optional.of("paper on " + statement)));
      return this;
    }

    Panel build() {
      return new Panel(PERIOD, day, counties, values, schools, tests, evidence);
    }
  }
}
