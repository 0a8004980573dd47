package io.junheng.job;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Aggregation;
import io.junheng.definition.Expression;
import io.junheng.definition.Limit;
import io.junheng.definition.Measure;
import io.junheng.definition.MissingRule;
import io.junheng.definition.Normalisation;
import io.junheng.definition.ScoreNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rules in one line, by the ids and words of {@code conf/}: what dimensions keep as formulas. */
final class FormulaWords {
  private FormulaWords() {}

  /** {@code count where is_full_time}, {@code sum of value where item = 'budget'}. */
  static String of(Measure measure) {
    return of(measure.aggregate())
        + measure.where().map(where -> " where " + where.sql()).orElse("");
  }

  private static String of(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Count count) {
      return "count where " + count.condition().sql();
    } else if (aggregate instanceof Aggregate.Sum sum) {
      return "sum of " + sum.value().sql();
    } else if (aggregate instanceof Aggregate.Min min) {
      return "least of " + min.value().sql();
    } else if (aggregate instanceof Aggregate.Max max) {
      return "greatest of " + max.value().sql();
    } else if (aggregate instanceof Aggregate.CountDistinct distinct) {
      return "different values of " + distinct.value().sql();
    } else if (aggregate instanceof Aggregate.CountGroups groups) {
      return "groups by %s%s"
          .formatted(
              String.join(", ", groups.by()),
              groups.having().map(Expression::sql).map(" having "::concat).orElse(""));
    } else if (aggregate instanceof Aggregate.MaxOfGroups groups) {
      return "greatest %s of groups by %s".formatted(groups.of(), String.join(", ", groups.by()));
    }
    throw new IllegalStateException("no words for aggregate " + aggregate);
  }

  /** What a node of a tree makes of its children, and of one that is missing. */
  static String of(ScoreNode.Branch branch) {
    return "%s; missing: %s".formatted(word(branch.aggregation()), of(branch.missing()));
  }

  private static String of(MissingRule rule) {
    if (rule instanceof MissingRule.NoScore) {
      return "no_score";
    } else if (rule instanceof MissingRule.Bounds) {
      return "bounds";
    } else if (rule instanceof MissingRule.Reweight reweight) {
      return "reweight, least_share " + reweight.leastShare().toPlainString();
    } else if (rule instanceof MissingRule.Impute impute) {
      return "impute " + impute.source().code();
    }
    throw new IllegalStateException("no words for missing rule " + rule);
  }

  private static String word(Aggregation aggregation) {
    return aggregation.name().toLowerCase(Locale.ROOT);
  }

  /** How a value becomes a share of the full score. */
  static String of(Normalisation rule) {
    if (rule instanceof Normalisation.Attain attain) {
      return "attain %s, cap %s"
          .formatted(attain.target().toPlainString(), attain.cap().toPlainString());
    } else if (rule instanceof Normalisation.AllOrNothing limit) {
      return "all_or_nothing %s %s"
          .formatted(sign(limit.comparison()), limit.standard().toPlainString());
    } else if (rule instanceof Normalisation.Goalposts posts) {
      return "goalposts %s … %s%s"
          .formatted(
              posts.low().toPlainString(),
              posts.high().toPlainString(),
              posts.clip() == Normalisation.Clip.OPEN ? ", clip false" : "");
    } else if (rule instanceof Normalisation.Bands bands) {
      return bands.steps().stream()
          .map(FormulaWords::of)
          .collect(Collectors.joining("; ", "bands ", "; else 0"));
    } else if (rule instanceof Normalisation.Growth posts) {
      return "growth %s … %s %%"
          .formatted(posts.low().toPlainString(), posts.high().toPlainString());
    } else if (rule instanceof Normalisation.MinMax minMax) {
      return "min_max from " + of(minMax.from());
    } else if (rule instanceof Normalisation.ZScore z) {
      return "z_score from %s, centre %s, spread %s%s"
          .formatted(
              of(z.from()),
              z.centre().toPlainString(),
              z.spread().toPlainString(),
              z.limit().map(limit -> ", limit " + limit.toPlainString()).orElse(""));
    } else if (rule instanceof Normalisation.Distance distance) {
      return "distance to %s from %s, cap %s"
          .formatted(
              distance.target().toPlainString(),
              of(distance.from()),
              distance.cap().toPlainString());
    } else if (rule instanceof Normalisation.Ranked ranked) {
      return "rank " + ranked.method().name().toLowerCase(Locale.ROOT);
    }
    throw new IllegalStateException("no words for normalisation " + rule);
  }

  private static String of(Normalisation.Step step) {
    return "%s %s → %s"
        .formatted(
            sign(step.comparison()), step.standard().toPlainString(), step.share().toPlainString());
  }

  private static String of(Normalisation.ZBasis basis) {
    if (basis instanceof Normalisation.Fixed fixed) {
      return "mean %s, sd %s".formatted(fixed.mean().toPlainString(), fixed.sd().toPlainString());
    } else if (basis instanceof Normalisation.OfPeriod of) {
      return of.period().toString();
    } else if (basis instanceof Normalisation.OfYear year) {
      return "year" + year.outliers().map(FormulaWords::of).orElse("");
    }
    throw new IllegalStateException("no words for basis " + basis);
  }

  private static String of(Normalisation.Outliers outliers) {
    Optional<String> winsorise =
        Optional.of(outliers.winsorise()).filter(n -> n > 0).map(n -> "winsorise " + n);
    Optional<String> log = Optional.of("log").filter(any -> outliers.log());
    return " (%s)"
        .formatted(
            List.of(winsorise, log).stream()
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", ")));
  }

  /** {@code ≥}, {@code ≤}, {@code =}, {@code >}, {@code <}. */
  static String sign(Limit.Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST -> "≥";
      case AT_MOST -> "≤";
      case EQUALS -> "=";
      case ABOVE -> ">";
      case BELOW -> "<";
    };
  }
}
