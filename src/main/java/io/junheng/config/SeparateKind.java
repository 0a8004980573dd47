package io.junheng.config;

import static io.junheng.config.Shape.Scalar.BILINGUAL;
import static io.junheng.config.Shape.Scalar.CODE;
import static io.junheng.config.Shape.Scalar.ID;
import static io.junheng.config.Shape.Scalar.NAME;
import static io.junheng.config.Shape.Scalar.NUMBER;
import static io.junheng.config.Shape.Scalar.WHOLE;

import io.junheng.config.Shape.Each;
import io.junheng.config.Shape.Words;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;

/** Frameworks of separate items, key by key. */
final class SeparateKind {
  static final Keys SEPARATE =
      FrameworkKind.head("a framework of separate items", "separate")
          .required("items", new Each(item()), "Indicators that are watched one by one.")
          .build();

  private SeparateKind() {}

  private static Keys item() {
    return Keys.of("a separate item")
        .required("item", ID, "Id of the item within the framework.")
        .optional("title", BILINGUAL, "Name for people; the indicator's if not given.")
        .optional("group", BILINGUAL, "Heading; the framework's title if not given.")
        .required("indicator", NAME, "Indicator that is watched.")
        .required("stage", CODE, "Stage, group or _T at which it is taken.")
        .optional("target", target(), "What is asked for.")
        .optional("legal", ConfKinds.LEGAL, "Where it stands; the indicator's if not given.")
        .optional("origin", Words.of(Origin.class), "Whose it is; the indicator's if not given.")
        .optional(
            "rank", Words.of(RankingRule.RankingScope.class), "Who is ranked; all if not given.")
        .optional("ties", Words.of(RankingRule.Ties.class), "Places of equal units.")
        .optional(
            "decimals", WHOLE, "Places to which values are rounded; the indicator's if not given.")
        .build();
  }

  private static Keys target() {
    Keys.Builder target = Keys.of("a target");
    FrameworkKind.COMPARISONS.forEach(word -> target.optional(word, NUMBER, "Target."));
    return target.exactlyOne(FrameworkKind.COMPARISONS.toArray(String[]::new)).build();
  }
}
