package io.junheng.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is judged, and by which rule. */
public sealed interface Framework {
  Head head();

  RankingRule ranking();

  default String id() {
    return head().id();
  }

  /**
   * What all frameworks have.
   *
   * @param areaSet id of the set of units that are judged and ranked
   * @param peerGroups ids of area sets that serve as peer groups
   * @param edition changes when items or limits change: places are only compared within one edition
   */
  record Head(
      String id,
      Text title,
      Optional<Legal> legal,
      Origin origin,
      String edition,
      PeriodType periodType,
      String areaSet,
      List<String> peerGroups) {
    public Head {
      Objects.requireNonNull(title, "title");
      peerGroups = List.copyOf(peerGroups);
    }
  }

  /**
   * Pass or fail: every item must be met.
   *
   * @param scope id of the scope of schools that are tested; empty: all
   * @param vetoes evidence that must not be «met» (the forbidden thing was found)
   * @param preconditions evidence that must be met beforehand; not counted among the items
   * @param compositeCv id of the derived indicator shown as composite coefficient of variation
   */
  record Conjunctive(
      Head head,
      List<FrameworkItem> items,
      Optional<String> scope,
      Optional<SchoolRule> schoolRule,
      List<ItemTest.OfEvidence> vetoes,
      List<ItemTest.OfEvidence> preconditions,
      Map<Verdict, Text> verdicts,
      Optional<String> compositeCv,
      RankingRule ranking)
      implements Framework {
    public Conjunctive {
      items = List.copyOf(items);
      vetoes = List.copyOf(vetoes);
      preconditions = List.copyOf(preconditions);
      verdicts = Map.copyOf(verdicts);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("framework '%s' needs items".formatted(head.id()));
      }
      if (!verdicts.keySet().containsAll(List.of(Verdict.values()))) {
        throw new IllegalArgumentException(
            "framework '%s' must name all verdicts".formatted(head.id()));
      }
    }
  }

  /** A score from a tree of weighted indicators. */
  record Weighted(
      Head head, ScoreRule score, List<ScoreNode> tree, List<GradeBand> bands, RankingRule ranking)
      implements Framework {
    public Weighted {
      tree = List.copyOf(tree);
      bands = List.copyOf(bands);
      if (tree.isEmpty()) {
        throw new IllegalArgumentException("framework '%s' needs a tree".formatted(head.id()));
      }
    }
  }

  /** Outcome of a conjunctive framework. */
  enum Verdict {
    PASSED,
    NOT_PASSED,
    UNDETERMINED
  }

  /** Scale of the score, its shown decimals, and what is ranked. */
  record ScoreRule(BigDecimal max, int decimals, RankBy rankBy) {
    /** Whether places and bands look at the score as it is or as printed. */
    public enum RankBy {
      UNROUNDED,
      PRINTED
    }
  }

  /** A grade from a score upward, best first. */
  record GradeBand(String grade, BigDecimal from) {}
}
