package io.junheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is judged, and by which rule. */
public sealed interface Framework {
  Head head();

  RankingRule ranking();

  /** Indicators by which it judges or ranks. */
  Set<String> indicators();

  default String id() {
    return head().id();
  }

  /** What is ranked: the framework, or one of its items. Names the places in the tables. */
  default String subject() {
    return id();
  }

  /**
   * The framework that a ranked subject belongs to: {@code single-indicators} of {@code
   * single-indicators/M07a}.
   *
   * @param subject as {@link #subject()} gives it
   */
  static String ofSubject(String subject) {
    int slash = subject.indexOf('/');
    return slash < 0 ? subject : subject.substring(0, slash);
  }

  /** What is assessed and ranked by itself: the framework as a whole, or its single items. */
  default List<Framework> parts() {
    return List.of(this);
  }

  /** Years before the assessed period whose figures it looks at, besides the year before. */
  default Set<Integer> yearsBefore() {
    return Set.of();
  }

  /**
   * What all frameworks have.
   *
   * @param areaSet id of the set of units that are judged and ranked
   * @param peerGroups ids of area sets that serve as peer groups
   * @param edition changes when items or limits change: places are only compared within one edition
   * @param disclosure what other areas and the public see of the results
   * @param periods for figures about each day or span, how many years before the assessed period
   *     theirs stands; what is not named is of the period itself
   */
  record Head(
      String id,
      Text title,
      Optional<Legal> legal,
      Origin origin,
      String edition,
      PeriodType periodType,
      String areaSet,
      List<String> peerGroups,
      Disclosure disclosure,
      Map<ReferenceDate, Integer> periods) {
    /** Says nothing of who may see its results; all figures are of the assessed period. */
    public Head(
        String id,
        Text title,
        Optional<Legal> legal,
        Origin origin,
        String edition,
        PeriodType periodType,
        String areaSet,
        List<String> peerGroups) {
      this(
          id,
          title,
          legal,
          origin,
          edition,
          periodType,
          areaSet,
          peerGroups,
          Disclosure.CAUTIOUS,
          Map.of());
    }

    public Head {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(disclosure, "disclosure");
      peerGroups = List.copyOf(peerGroups);
      periods = Map.copyOf(periods);
      if (periods.values().stream().anyMatch(years -> years < 0)) {
        throw new IllegalArgumentException(
            "framework '%s' cannot look at later periods".formatted(id));
      }
    }
  }

  /**
   * Pass or fail: every item must be met, or met in part as far as a class allows.
   *
   * @param scope id of the scope of schools that are tested; empty: all
   * @param vetoes evidence that must not be «met» (the forbidden thing was found)
   * @param preconditions evidence that must be met beforehand; not counted among the items
   * @param classes among those that pass, best first; without classes an item met in part keeps a
   *     unit from passing
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
      List<PassClass> classes,
      Optional<String> compositeCv,
      RankingRule ranking)
      implements Framework {
    public Conjunctive {
      items = List.copyOf(items);
      vetoes = List.copyOf(vetoes);
      preconditions = List.copyOf(preconditions);
      verdicts = Map.copyOf(verdicts);
      classes = List.copyOf(classes);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("framework '%s' needs items".formatted(head.id()));
      }
      if (!verdicts.keySet().containsAll(List.of(Verdict.values()))) {
        throw new IllegalArgumentException(
            "framework '%s' must name all verdicts".formatted(head.id()));
      }
    }

    @Override
    public Set<String> indicators() {
      Set<String> indicators = ranking.indicators();
      for (ItemTest test : items.stream().flatMap(item -> item.tests().stream()).toList()) {
        if (test instanceof ItemTest.OfSchools schools) {
          indicators.add(schools.indicator());
        } else if (test instanceof ItemTest.OfCounty county) {
          indicators.add(county.indicator());
        }
      }
      compositeCv.ifPresent(indicators::add);
      return indicators;
    }

    @Override
    public Set<Integer> yearsBefore() {
      return items.stream()
          .flatMap(item -> item.tests().stream())
          .filter(ItemTest.OfCounty.class::isInstance)
          .map(test -> ((ItemTest.OfCounty) test).yearsBefore())
          .collect(Collectors.toSet());
    }
  }

  /** Indicators that are watched one by one, each with a ranking of its own; never added up. */
  record Separate(Head head, List<SingleItem> items) implements Framework {
    public Separate {
      items = List.copyOf(items);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("framework '%s' needs items".formatted(head.id()));
      }
    }

    /** The framework as a whole ranks nobody. */
    @Override
    public RankingRule ranking() {
      return RankingRule.NONE;
    }

    @Override
    public Set<String> indicators() {
      return items.stream().map(SingleItem::indicator).collect(Collectors.toSet());
    }

    @Override
    public List<Framework> parts() {
      return items.stream().<Framework>map(item -> new Single(head, item)).toList();
    }
  }

  /** One item of {@link Separate}. */
  record Single(Head head, SingleItem item) implements Framework {
    @Override
    public RankingRule ranking() {
      return item.ranking();
    }

    @Override
    public Set<String> indicators() {
      return Set.of(item.indicator());
    }

    /** Framework and item: {@code single-indicators/M07a}. */
    @Override
    public String subject() {
      return id() + "/" + item.id();
    }
  }

  /**
   * A score from a tree of weighted indicators.
   *
   * @param adjustments points above and below the tree's score; with them a total may pass the
   *     maximum
   */
  record Weighted(
      Head head,
      ScoreRule score,
      List<ScoreNode> tree,
      List<Adjustment> adjustments,
      List<GradeBand> bands,
      RankingRule ranking)
      implements Framework {
    public Weighted {
      tree = List.copyOf(tree);
      adjustments = List.copyOf(adjustments);
      bands = List.copyOf(bands);
      if (tree.isEmpty()) {
        throw new IllegalArgumentException("framework '%s' needs a tree".formatted(head.id()));
      }
    }

    @Override
    public Set<String> indicators() {
      Set<String> indicators = ranking.indicators();
      leaves(tree).forEach(leaf -> indicators.add(leaf.indicator()));
      adjustments.forEach(a -> a.events().forEach(event -> indicators.add(event.indicator())));
      return indicators;
    }

    /** The items that are figures, in the tree's order. */
    public static List<ScoreNode.Leaf> leaves(List<ScoreNode> nodes) {
      List<ScoreNode.Leaf> leaves = new ArrayList<>();
      for (ScoreNode node : nodes) {
        if (node instanceof ScoreNode.Leaf leaf) {
          leaves.add(leaf);
        } else if (node instanceof ScoreNode.Branch branch) {
          leaves.addAll(leaves(branch.children()));
        }
      }
      return leaves;
    }

    /** Periods whose units give the parameters of a scale. */
    public Set<Period> basePeriods() {
      Set<Period> periods = new TreeSet<>();
      for (ScoreNode.Leaf leaf : leaves(tree)) {
        if (leaf.normalise().basis().orElse(null) instanceof Normalisation.OfPeriod of) {
          periods.add(of.period());
        }
      }
      return periods;
    }
  }

  /** Outcome of a conjunctive framework. */
  enum Verdict {
    PASSED,
    NOT_PASSED,
    UNDETERMINED
  }

  /**
   * Scale of the score, its shown decimals, and what is ranked.
   *
   * @param rankBy what places look at
   * @param gradeBy what grade bands look at
   * @param aggregation how the top nodes become the whole
   * @param missing what a missing top node does
   */
  record ScoreRule(
      BigDecimal max,
      int decimals,
      LookAt rankBy,
      LookAt gradeBy,
      Aggregation aggregation,
      MissingRule missing) {
    /** A weighted mean without a missing rule: without one of its parts there are only bounds. */
    public static ScoreRule mean(BigDecimal max, int decimals, LookAt lookAt) {
      return new ScoreRule(
          max, decimals, lookAt, lookAt, Aggregation.ARITHMETIC, new MissingRule.Bounds());
    }

    /** The score as it is or as printed. */
    public enum LookAt {
      UNROUNDED,
      PRINTED
    }
  }

  /**
   * A grade from a score upward, best first.
   *
   * @param lowFrom what the lowest that the score may be must reach as well; empty: only the score
   *     counts
   */
  record GradeBand(String grade, BigDecimal from, Optional<BigDecimal> lowFrom) {
    public GradeBand(String grade, BigDecimal from) {
      this(grade, from, Optional.empty());
    }
  }
}
