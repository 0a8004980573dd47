package io.junheng.config;

import static io.junheng.config.Shape.Scalar.CODE;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.NUMBER;
import static io.junheng.config.Shape.Scalar.SQL;

import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Either;
import io.junheng.config.Shape.Named;
import io.junheng.config.Shape.Words;
import io.junheng.definition.Statistic;

/** The keys of an indicator that say how its value comes about. */
final class IndicatorKind {
  private IndicatorKind() {}

  static Keys keys(Keys.Builder head) {
    return head.optional("ratio", ratio(), "Sum ÷ sum × times, at every level alike.")
        .optional(
            "share_of_schools", shareOfSchools(), "Percentage of schools that meet a condition.")
        .optional(
            "dispersion",
            dispersion(),
            "Spread between the schools of a county: the weighted coefficient of variation, or the statistic that is named.")
        .optional(
            "growth",
            of("growth", "Measure whose change is told."),
            "Change on the period before in percent.")
        .optional("survey", survey(), "Answers that say yes ÷ valid answers × 100.")
        .optional("derived", SQL, "Expression over other indicators of the same unit and stage.")
        .optional("measure", NAME, "A measure as it is.")
        .exactlyOne(
            "ratio", "share_of_schools", "dispersion", "growth", "survey", "derived", "measure")
        .optional("rollup", rollup(), "How cities and the province come by it.")
        .optional(
            "examples", new Each(example()), "Worked examples; validate works them out again.")
        .build();
  }

  private static Keys ratio() {
    return Keys.of("a ratio")
        .required("of", NAME, "Measure above the line.")
        .required("per", NAME, "Measure below the line.")
        .optional("times", NUMBER, "Factor; 1 if not given.")
        .optional("among", NAME, "Scope of schools whose figures count for areas.")
        .optional("of_among", NAME, "Scope of schools that count above the line; others are 0.")
        .build();
  }

  private static Keys shareOfSchools() {
    return Keys.of("a share of schools")
        .required(
            "where", SQL, "Condition over columns of schools and measures of the school and stage.")
        .optional("among", NAME, "Scope of schools that are asked.")
        .build();
  }

  private static Keys dispersion() {
    return Keys.of("a dispersion")
        .required("of", NAME, "Ratio indicator whose spread is told.")
        .optional("weight", NAME, "Measure that weighs; the ratio's denominator if not given.")
        .required("among", NAME, "Scope of schools that take part.")
        .optional("statistic", statistic(), "What is told of the spread; cv if not given.")
        .optional(
            "schools",
            Words.of(Statistic.Counting.class),
            "Whether schools count by the weight (weighted, if not given) or as equals.")
        .optional("part", part(), "The part of the statistic that comes from groups of schools.")
        .build();
  }

  private static Shape statistic() {
    Keys rule =
        Keys.of("a statistic")
            .optional("entropy", NUMBER, "Generalised entropy GE(α) of this α.")
            .optional("atkinson", NUMBER, "Atkinson's index of this aversion.")
            .optional("quantile_ratio", quantiles(), "High quantile ÷ low one, such as P90/P10.")
            .optional("range_ratio", quantiles(), "(High quantile − low one) ÷ low one.")
            .exactlyOne("entropy", "atkinson", "quantile_ratio", "range_ratio")
            .build();
    return Either.of(new Words(StatisticReader.WORDS), rule);
  }

  private static Keys quantiles() {
    return Keys.of("quantiles")
        .required("high", NUMBER, "Percent of the weight below the upper quantile.")
        .required("low", NUMBER, "Percent of the weight below the lower quantile.")
        .required("rule", Words.of(Statistic.QuantileRule.class), "How a quantile is read off.")
        .build();
  }

  private static Keys part() {
    Keys.Builder part = Keys.of("a part");
    for (String which : StatisticReader.PARTS) {
      part.optional(which, NAME, "Column of schools by which they are grouped.");
    }
    return part.exactlyOne(StatisticReader.PARTS.toArray(String[]::new)).build();
  }

  private static Keys of(String what, String description) {
    return Keys.of(what).required("of", NAME, description).build();
  }

  private static Keys survey() {
    return Keys.of("a survey")
        .required("of", NAME, "Measure: answers that say yes.")
        .required("weight", NAME, "Measure: valid answers.")
        .build();
  }

  private static Shape rollup() {
    return Either.of(
        Words.of("add", "recount", "none"),
        Keys.of("a rollup")
            .required("weighted", NAME, "Measure that weighs the counties.")
            .build());
  }

  private static Keys example() {
    return Keys.of("an example")
        .optional(
            "given",
            new Named(CODE, NUMBER),
            "One row: figures by the name of their measure or indicator; now and before for a growth.")
        .optional(
            "schools",
            new Each(new Named(CODE, NUMBER)),
            "Rows of a dispersion or a share of schools.")
        .exactlyOne("given", "schools")
        .required("value", NUMBER, "What must come out, to the digits given.")
        .build();
  }
}
