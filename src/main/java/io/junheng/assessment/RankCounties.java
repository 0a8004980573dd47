package io.junheng.assessment;

import io.junheng.definition.RankingRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Puts counties in order. Equal counties share a place as the rule says (1, 2, 2, 4 by default); a
 * veto ranks after all without one, among each other by the same keys. A county without a value in
 * some key keeps its line and gets no place.
 */
public record RankCounties(RankingRule rule) {

  /** Places of all entries, in the order of their codes. */
  public List<Place> apply(Collection<RankingEntry> entries) {
    requireDifferent(entries);
    List<Standing> standings =
        entries.stream()
            .filter(RankingEntry::takesPart)
            .map(
                entry ->
                    new Standing(
                        entry,
                        SortKey.now(entry, rule),
                        SortKey.atBest(entry, rule),
                        SortKey.atWorst(entry, rule)))
            .sorted(Comparator.comparing(Standing::now))
            .toList();
    Stream<Place> placed = standings.stream().map(standing -> place(standing, standings));
    Stream<Place> unplaced =
        entries.stream()
            .filter(entry -> !entry.takesPart())
            .map(entry -> withoutPlace(entry, standings.size(), whyNot(entry)));
    return Stream.concat(placed, unplaced).sorted(Comparator.comparing(Place::county)).toList();
  }

  /** A line for each entry, with its values and without a place: for rules that give none. */
  public List<Place> withoutPlaces(Collection<RankingEntry> entries) {
    return entries.stream()
        .map(entry -> withoutPlace(entry, 0, RankStatus.NOT_RANKED))
        .sorted(Comparator.comparing(Place::county))
        .toList();
  }

  /** A county that takes part, as it stands and as it may come to stand. */
  private record Standing(RankingEntry entry, SortKey now, SortKey best, SortKey worst) {
    boolean isFixed() {
      return best.compareTo(worst) == 0;
    }
  }

  /**
   * How many are ahead and level.
   *
   * @param groupsAhead different standings ahead, level ones counted once
   */
  private record Around(int ahead, int level, int groupsAhead) {}

  private Place place(Standing own, List<Standing> all) {
    Around now = around(own, all);
    BigDecimal low = placeOf(atBest(own, all));
    BigDecimal high = placeOf(atWorst(own, all));
    int behind = all.size() - 1 - now.ahead() - now.level();
    return new Place(
        own.entry().county(),
        valueAt(own.entry(), 0),
        valueAt(own.entry(), 1),
        Optional.of(placeOf(now)),
        all.size(),
        now.level() + 1,
        all.size() == 1 ? Optional.empty() : Optional.of(percent(behind, all.size() - 1)),
        pointsToNext(own, all),
        Optional.of(low),
        Optional.of(high),
        low.compareTo(high) == 0 ? RankStatus.RANKED : RankStatus.RANGE);
  }

  private static void requireDifferent(Collection<RankingEntry> entries) {
    if (entries.stream().map(RankingEntry::county).distinct().count() != entries.size()) {
      throw new IllegalArgumentException("a county stands twice in a ranking");
    }
  }

  private static RankStatus whyNot(RankingEntry entry) {
    boolean isMissing =
        entry.keys().stream().anyMatch(key -> key.value().isEmpty() && key.status() != ObsStatus.Z);
    return isMissing ? RankStatus.NO_VALUE : RankStatus.NOT_APPLICABLE;
  }

  private Place withoutPlace(RankingEntry entry, int rankOf, RankStatus why) {
    return new Place(
        entry.county(),
        valueAt(entry, 0),
        valueAt(entry, 1),
        Optional.empty(),
        rankOf,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        why);
  }

  private Optional<BigDecimal> valueAt(RankingEntry entry, int key) {
    return entry.keys().stream()
        .skip(key)
        .findFirst()
        .flatMap(RankingEntry.Key::value)
        .map(value -> SortKey.rounded(value, rule));
  }

  private static Around around(Standing own, List<Standing> all) {
    List<SortKey> ahead =
        all.stream().map(Standing::now).filter(key -> key.compareTo(own.now()) < 0).toList();
    long level = all.stream().filter(other -> other.now().compareTo(own.now()) == 0).count() - 1;
    return new Around(ahead.size(), (int) level, new TreeSet<>(ahead).size());
  }

  /**
   * Own unknowns well, the others' badly. How few groups may be ahead is told only roughly: those
   * that cannot move count, the others may all join one of them.
   */
  private static Around atBest(Standing own, List<Standing> all) {
    List<Standing> ahead =
        others(own, all).filter(other -> other.worst().compareTo(own.best()) < 0).toList();
    long level = others(own, all).filter(other -> other.worst().compareTo(own.best()) == 0).count();
    int fixed = fixedGroups(ahead);
    return new Around(ahead.size(), (int) level, Math.max(fixed, ahead.isEmpty() ? 0 : 1));
  }

  /** The other way round; each county that can move may become a group of its own. */
  private static Around atWorst(Standing own, List<Standing> all) {
    List<Standing> ahead =
        others(own, all).filter(other -> other.best().compareTo(own.worst()) < 0).toList();
    long level = others(own, all).filter(other -> other.best().compareTo(own.worst()) == 0).count();
    long moving = ahead.stream().filter(other -> !other.isFixed()).count();
    return new Around(ahead.size(), (int) level, fixedGroups(ahead) + (int) moving);
  }

  private static Stream<Standing> others(Standing own, List<Standing> all) {
    return all.stream().filter(other -> !other.entry().county().equals(own.entry().county()));
  }

  private static int fixedGroups(List<Standing> standings) {
    return (int) standings.stream().filter(Standing::isFixed).map(Standing::now).distinct().count();
  }

  private BigDecimal placeOf(Around around) {
    return switch (rule.ties()) {
      case COMPETITION -> BigDecimal.valueOf(1L + around.ahead());
      case COMPETITION_HIGH -> BigDecimal.valueOf(1L + around.ahead() + around.level());
      case DENSE -> BigDecimal.valueOf(1L + around.groupsAhead());
      case AVERAGE -> average(around);
    };
  }

  private static BigDecimal average(Around around) {
    BigDecimal halves = BigDecimal.valueOf(2L + 2L * around.ahead() + around.level());
    BigDecimal place = halves.divide(BigDecimal.valueOf(2));
    return place.stripTrailingZeros().scale() <= 0 ? place.setScale(0) : place;
  }

  private static BigDecimal percent(int part, int whole) {
    return BigDecimal.valueOf(100L * part)
        .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  private Optional<BigDecimal> pointsToNext(Standing own, List<Standing> all) {
    return all.stream()
        .filter(other -> other.now().compareTo(own.now()) < 0)
        .max(Comparator.comparing(Standing::now))
        .filter(ahead -> ahead.now().isVetoed() == own.now().isVetoed())
        .map(ahead -> ahead.now().values().get(0).subtract(own.now().values().get(0)).abs());
  }
}
