package io.junheng.config;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Aggregation;
import io.junheng.definition.Framework.Head;
import io.junheng.definition.Indicator;
import io.junheng.definition.Legal;
import io.junheng.definition.MissingRule;
import io.junheng.definition.Origin;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.ScoreNode.Source;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the nodes and items of one weighted framework, and what brings points beside them. */
final class TreeReader {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final IndicatorChecks indicators;
  private final WeightChecks weights;
  private final Source ofFramework;

  /**
   * A reader.
   *
   * @param head where a rule stands, and whose it is, if its node does not say
   */
  TreeReader(Problems problems, Names names, IndicatorChecks indicators, Optional<Head> head) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    this.indicators = indicators;
    this.weights = new WeightChecks(problems);
    this.ofFramework =
        new Source(head.flatMap(Head::legal), head.map(Head::origin).orElse(Origin.OFFICIAL));
  }

  /** The nodes below a framework or node, whose weights must sum to one of these. */
  List<ScoreNode> nodes(
      Value list, Optional<Value> rule, String owner, Aggregation how, List<BigDecimal> sums) {
    boolean isEqual = rule.filter(r -> r.text().equals("equal")).isPresent();
    weights.check(list, owner, isEqual, sums);
    List<Value> values = list.list();
    if (!ScoreNode.isShareable(how, values.size())) {
      throw new IllegalArgumentException(
          "%s gathers at most %d children"
              .formatted(how.name().toLowerCase(Locale.ROOT), ScoreNode.Branch.MOST_CHILDREN));
    }
    List<ScoreNode> nodes = attempt.each(values, node -> node(node, isEqual));
    if (nodes.size() < values.size()) {
      throw new Value.Unreadable();
    }
    return nodes;
  }

  private ScoreNode node(Value value, boolean isEqual) {
    BigDecimal weight = isEqual ? BigDecimal.ONE : value.require("weight").number();
    if (value.find("node").isPresent()) {
      return branch(value, weight);
    }
    return value.find("evidence").isPresent() ? attested(value, weight) : leaf(value, weight);
  }

  private ScoreNode branch(Value value, BigDecimal weight) {
    String id = value.require("node").text();
    Aggregation how = aggregation(value);
    MissingRule missing = missing(value.require("missing"), how);
    return new ScoreNode.Branch(
        id,
        value.require("title").bilingual(),
        weight,
        source(value),
        how,
        missing,
        nodes(
            value.require("children"),
            value.find("weights"),
            id,
            how,
            WeightChecks.below(weight, how)));
  }

  static Aggregation aggregation(Value value) {
    return value
        .find("aggregate")
        .map(word -> word.word(Aggregation.class))
        .orElse(Aggregation.ARITHMETIC);
  }

  /** Summed points are not made up for by other points. */
  static MissingRule missing(Value value, Aggregation how) {
    MissingRule rule = missing(value);
    if (rule instanceof MissingRule.Reweight && how == Aggregation.SUM) {
      throw new IllegalArgumentException("points that are summed cannot be re-weighted");
    }
    return rule;
  }

  private static MissingRule missing(Value value) {
    if (value.isMapping()) {
      Optional<Value> impute = value.find("impute");
      return impute.isPresent()
          ? new MissingRule.Impute(impute.get().word(MissingRule.Source.class))
          : new MissingRule.Reweight(value.require("reweight").require("least_share").number());
    }
    return switch (value.text()) {
      case "no_score" -> new MissingRule.NoScore();
      case "bounds" -> new MissingRule.Bounds();
      case "reweight" -> new MissingRule.Reweight(BigDecimal.ZERO);
      default -> throw new Value.Unreadable();
    };
  }

  private ScoreNode attested(Value value, BigDecimal weight) {
    Value evidence = value.require("evidence");
    return new ScoreNode.Attested(
        value.require("item").text(),
        value.require("title").bilingual(),
        weight,
        source(value),
        evidence.require("statement").text(),
        evidence.find("partly").map(Value::number).orElse(HALF));
  }

  private ScoreNode leaf(Value value, BigDecimal weight) {
    String id = value.require("item").text();
    Taken taken = taken(value, id);
    return new ScoreNode.Leaf(
        id,
        taken.title(),
        weight,
        source(value),
        taken.indicator(),
        taken.stage(),
        NormalisationReader.read(value.require("normalise")));
  }

  /** An indicator at a stage. */
  private record Taken(String indicator, String stage, Text title) {}

  private Taken taken(Value value, String id) {
    String indicator = names.resolve(Names.Kind.INDICATOR, value.require("indicator"), id);
    String stage = names.resolve(Names.Kind.STAGE, value.require("stage"), id);
    Optional<Indicator> known = indicators.find(indicator);
    if (known.filter(i -> !i.stages().contains(stage)).isPresent()) {
      indicators.noValue(value.require("stage").place(), id, indicator, stage);
    }
    Text title =
        value
            .find("title")
            .map(Value::bilingual)
            .orElseGet(() -> known.map(Indicator::title).orElse(Text.same(id)));
    return new Taken(indicator, stage, title);
  }

  private Source source(Value value) {
    Optional<Legal> legal = value.find("legal").map(IndicatorsReader::legal);
    Optional<Origin> origin = value.find("origin").map(o -> o.word(Origin.class));
    if (ofFramework.origin() == Origin.DEMO && origin.filter(o -> o != Origin.DEMO).isPresent()) {
      problems.add(
          value.require("origin").place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of("演示框架的条目 origin 只能为 demo", "an item of a demonstration has the origin demo"));
    }
    return new Source(legal.or(ofFramework::legal), origin.orElse(ofFramework.origin()));
  }

  /** Bonus or deduction, if the framework has it. */
  Optional<Adjustment> adjustment(Value framework, Adjustment.Kind kind) {
    return framework
        .find(kind.name().toLowerCase(Locale.ROOT))
        .flatMap(
            value ->
                attempt.at(
                    value,
                    () ->
                        new Adjustment(
                            kind,
                            value.find("cap").map(Value::number),
                            attempt.some(value.each("events"), this::event))));
  }

  private Adjustment.Event event(Value value) {
    String id = value.require("event").text();
    Taken taken = taken(value, id);
    return new Adjustment.Event(
        id,
        taken.title(),
        source(value),
        taken.indicator(),
        taken.stage(),
        value.require("points").number(),
        value.find("cap").map(Value::number));
  }
}
