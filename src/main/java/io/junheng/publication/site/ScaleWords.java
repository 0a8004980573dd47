package io.junheng.publication.site;

import io.junheng.definition.Limit;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.List;

/** How a figure becomes a share of the full score, in one line. */
final class ScaleWords {
  private ScaleWords() {}

  static Text of(Normalisation scale) {
    if (scale instanceof Normalisation.Attain attain) {
      return new Text(
          "达到 %s 得满分，不足按比例".formatted(plain(attain.target())),
          "full at %s, in proportion below".formatted(plain(attain.target())));
    } else if (scale instanceof Normalisation.AllOrNothing all) {
      String limit = sign(all.comparison()) + " " + plain(all.standard());
      return new Text("%s 得满分，否则不得分".formatted(limit), "%s: full, else nothing".formatted(limit));
    } else if (scale instanceof Normalisation.Goalposts posts) {
      return new Text(
          "%s 为 0 分，%s 为满分，其间按比例".formatted(plain(posts.low()), plain(posts.high())),
          "%s is nothing, %s is full, in proportion between"
              .formatted(plain(posts.low()), plain(posts.high())));
    } else if (scale instanceof Normalisation.MinMax) {
      return new Text("最差单位为 0 分，最好单位为满分", "the worst unit has nothing, the best is full");
    } else if (scale instanceof Normalisation.ZScore) {
      return new Text("按标准分折算", "by standard score");
    } else if (scale instanceof Normalisation.Distance distance) {
      return new Text(
          "按距目标 %s 的远近，最远单位为 0 分".formatted(plain(distance.target())),
          "by the distance to %s; the farthest unit has nothing"
              .formatted(plain(distance.target())));
    } else if (scale instanceof Normalisation.Ranked) {
      return new Text("按当期名次折算", "by the place among the period's units");
    } else if (scale instanceof Normalisation.Bands bands) {
      return bands(bands.steps());
    } else if (scale instanceof Normalisation.Growth growth) {
      return new Text(
          "比上期增长 %s%% 为 0 分，%s%% 为满分".formatted(plain(growth.low()), plain(growth.high())),
          "growth of %s %% is nothing, %s %% is full"
              .formatted(plain(growth.low()), plain(growth.high())));
    }
    throw new IllegalStateException("no words for scale " + scale);
  }

  private static Text bands(List<Normalisation.Step> steps) {
    List<String> each =
        steps.stream()
            .map(
                step ->
                    "%s %s → %s %%"
                        .formatted(
                            sign(step.comparison()),
                            plain(step.standard()),
                            plain(step.share().movePointRight(2))))
            .toList();
    return new Text("分档得分：" + String.join("；", each), "by steps: " + String.join("; ", each));
  }

  /** The comparison as a sign. */
  static String sign(Limit.Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> "≥";
      case AT_MOST -> "≤";
      case EQUALS -> "=";
      case ABOVE -> ">";
      case BELOW -> "<";
    };
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
