package io.junheng.config;

import static io.junheng.config.Shape.Scalar.BILINGUAL;
import static io.junheng.config.Shape.Scalar.CODE;
import static io.junheng.config.Shape.Scalar.FLAG;
import static io.junheng.config.Shape.Scalar.ID;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.NUMBER;
import static io.junheng.config.Shape.Scalar.WHOLE;

import io.junheng.config.Shape.Again;
import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Either;
import io.junheng.config.Shape.Words;
import io.junheng.definition.Aggregation;
import io.junheng.definition.Framework.ScoreRule.LookAt;
import io.junheng.definition.MissingRule;
import io.junheng.definition.Normalisation.Method;
import io.junheng.definition.Origin;

/** Weighted frameworks, key by key. */
final class WeightedKind {
  private static final String AGGREGATE = "How children are gathered; arithmetic if not given.";
  private static final Words WEIGHTS = Words.of("given", "equal");
  private static final String EQUAL = "equal: all children weigh the same and give no weight.";

  static final Keys WEIGHTED =
      FrameworkKind.head("a weighted framework", "weighted")
          .optional("score", score(), "Scale and rounding of the score.")
          .required("tree", Again.NODES, "Weighted nodes.")
          .optional("bonus", adjustment("a bonus"), "Points on top of the tree's score.")
          .optional("deduction", adjustment("a deduction"), "Points off the tree's score.")
          .required("bands", new Each(band()), "Grades, best first.")
          .required("ranking", FrameworkKind.ranking(), "How counties are put in order.")
          .build();

  private WeightedKind() {}

  private static Keys score() {
    return Keys.of("a score")
        .optional("max", NUMBER, "Full score; 100 if not given.")
        .optional("decimals", WHOLE, "Digits shown; 2 if not given.")
        .optional(
            "rank_by",
            Words.of(LookAt.class),
            "Whether places look at the score as it is (default) or as printed.")
        .optional(
            "grade_by", Words.of(LookAt.class), "What grades look at; as places if not given.")
        .optional("aggregate", Words.of(Aggregation.class), AGGREGATE)
        .optional("missing", missing(), "What a missing top node does; bounds if not given.")
        .optional("weights", WEIGHTS, EQUAL)
        .build();
  }

  private static Shape missing() {
    Keys least =
        Keys.of("reweight")
            .required("least_share", NUMBER, "Share of the weight (0 to 1) that must be known.")
            .build();
    Keys rule =
        Keys.of("a missing rule")
            .optional("reweight", least, "The others' weights grow if enough is known.")
            .optional("impute", Words.of(MissingRule.Source.class), "What stands in for a figure.")
            .exactlyOne("reweight", "impute")
            .build();
    return Either.of(Words.of("no_score", "reweight", "bounds"), rule);
  }

  /** The nodes of a tree, and of a node. */
  static Shape nodes() {
    return new Each(Either.of(branch(), leaf(), attested()));
  }

  private static Keys branch() {
    return sourced(
            Keys.of("a node")
                .required("node", ID, "Id of the node.")
                .required("title", BILINGUAL, "Name for people.")
                .optional("weight", NUMBER, "Weight among its siblings.")
                .optional("aggregate", Words.of(Aggregation.class), AGGREGATE)
                .required("missing", missing(), "What a missing child does.")
                .optional("weights", WEIGHTS, EQUAL)
                .required("children", Again.NODES, "Nodes or items below."))
        .build();
  }

  private static Keys leaf() {
    return sourced(
            Keys.of("a weighted item")
                .required("item", ID, "Id of the item.")
                .optional("title", BILINGUAL, "Name for people; the indicator's if not given.")
                .required("indicator", NAME, "Indicator that is scored.")
                .required("stage", CODE, "Stage, group or _T at which it is taken.")
                .optional("weight", NUMBER, "Weight among its siblings.")
                .required("normalise", normalise(), "How the value becomes a share."))
        .build();
  }

  private static Keys attested() {
    Keys evidence =
        Keys.of("evidence")
            .required("statement", NAME, "Statement that evidence rows answer.")
            .optional("partly", NUMBER, "Share of what is met in part; 0.5 if not given.")
            .build();
    return sourced(
            Keys.of("an attested item")
                .required("item", ID, "Id of the item.")
                .required("title", BILINGUAL, "Name for people.")
                .required("evidence", evidence, "What a document attests.")
                .optional("weight", NUMBER, "Weight among its siblings."))
        .build();
  }

  private static Keys.Builder sourced(Keys.Builder keys) {
    return keys.optional("legal", ConfKinds.LEGAL, "Where it stands; as the framework's.")
        .optional("origin", Words.of(Origin.class), "Whose it is; the framework's if not given.");
  }

  private static Keys adjustment(String what) {
    Keys event =
        sourced(
                Keys.of("an event")
                    .required("event", ID, "Id of the event; another than those of the items.")
                    .optional("title", BILINGUAL, "Name for people; the indicator's if not given.")
                    .required("indicator", NAME, "How often it happened.")
                    .required("stage", CODE, "Stage, group or _T at which it is taken.")
                    .required("points", NUMBER, "Points for each unit of the indicator.")
                    .optional("cap", NUMBER, "Most points of this event; none if not given."))
            .build();
    return Keys.of(what)
        .optional("cap", NUMBER, "Most points of all events together; none if not given.")
        .required("events", new Each(event), "What brings points.")
        .build();
  }

  private static Keys normalise() {
    return Keys.of("a normalisation")
        .optional(
            "attain", NUMBER, "Target: value ÷ target, or target ÷ value where less is better.")
        .optional("cap", NUMBER, "Highest share of an attained target; 1 if not given.")
        .optional(
            "all_or_nothing", limit("all_or_nothing").build(), "1 if the limit holds, else 0.")
        .optional(
            "goalposts",
            posts("goalposts", "Value that scores 0.", "Value that scores 1.")
                .optional("clip", FLAG, "Whether it is held within 0 and 1; true if not given.")
                .build(),
            "(value − low) ÷ (high − low).")
        .optional("min_max", basis("min_max").build(), "Goalposts at the units' least and most.")
        .optional("z_score", zScore(), "centre + spread × standard deviations from the mean.")
        .optional(
            "distance",
            basis("distance")
                .required("target", NUMBER, "Value that scores 1.")
                .optional("cap", NUMBER, "Highest share beyond the target; 1 if not given.")
                .build(),
            "1 − distance to the target ÷ distance of the worst unit.")
        .optional("rank", Words.of(Method.class), "The place among the year's units.")
        .optional(
            "bands",
            new Each(
                limit("a step").required("share", NUMBER, "Share that the step gives.").build()),
            "The share of the first step that holds, else 0.")
        .optional(
            "growth",
            posts("growth", "Growth in percent that scores 0.", "Growth that scores 1.").build(),
            "Growth on the period before, in percent, between goalposts.")
        .exactlyOne(
            "attain",
            "all_or_nothing",
            "goalposts",
            "min_max",
            "z_score",
            "distance",
            "rank",
            "bands",
            "growth")
        .build();
  }

  private static Keys.Builder limit(String what) {
    Keys.Builder limit = Keys.of(what);
    FrameworkKind.COMPARISONS.forEach(word -> limit.optional(word, NUMBER, "Standard."));
    return limit.exactlyOne(FrameworkKind.COMPARISONS.toArray(String[]::new));
  }

  private static Keys.Builder posts(String what, String low, String high) {
    return Keys.of(what).required("low", NUMBER, low).required("high", NUMBER, high);
  }

  private static Keys.Builder basis(String what) {
    return withOutliers(
        Keys.of(what)
            .required(
                "from", CODE, "year: the units of the year; YYYYTT: those of a base period."));
  }

  private static Keys.Builder withOutliers(Keys.Builder keys) {
    Keys outliers =
        Keys.of("outliers")
            .optional("winsorise", WHOLE, "Most points that are drawn in.")
            .optional("log", FLAG, "Whether the logarithm may be taken.")
            .build();
    return keys.optional("outliers", outliers, "How far-off figures of the year are treated.");
  }

  private static Keys zScore() {
    return withOutliers(
            Keys.of("z_score")
                .optional("from", CODE, "year, or a base period YYYYTT.")
                .optional("sd", NUMBER, "Standard deviation, in place of 'from'.")
                .exactlyOne("from", "sd"))
        .optional("mean", NUMBER, "Mean that goes with 'sd'.")
        .optional("centre", NUMBER, "Share of the mean; 0.5 if not given.")
        .optional("spread", NUMBER, "Share of one standard deviation; 0.1 if not given.")
        .optional("limit", NUMBER, "Most standard deviations that count; none if not given.")
        .build();
  }

  private static Keys band() {
    return Keys.of("a grade band")
        .required("grade", CODE, "Name of the grade.")
        .required("from", NUMBER, "Lowest score of the grade.")
        .optional("low_from", NUMBER, "What the lowest possible score must reach as well.")
        .build();
  }
}
