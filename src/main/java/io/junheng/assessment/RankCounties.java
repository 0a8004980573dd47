package io.junheng.assessment;

import io.junheng.assessment.Standings.Around;
import io.junheng.assessment.Standings.Standing;
import io.junheng.definition.RankingRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    Standings standings =
        new Standings(entries.stream().filter(RankingEntry::takesPart).toList(), rule);
    Stream<Place> placed = standings.all().stream().map(own -> place(own, standings));
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

  private Place place(Standing own, Standings all) {
    Around now = all.now(own);
    BigDecimal low = placeOf(all.atBest(own));
    BigDecimal high = placeOf(all.atWorst(own));
    int others = all.size() - 1;
    return new Place(
        own.entry().county(),
        valueAt(own.entry(), 0),
        valueAt(own.entry(), 1),
        Optional.of(placeOf(now)),
        all.size(),
        now.level() + 1,
        others == 0
            ? Optional.empty()
            : Optional.of(percent(others - now.ahead() - now.level(), others)),
        all.nextAhead(own).flatMap(next -> distance(own.now(), next)),
        Optional.of(low),
        Optional.of(high),
        low.compareTo(high) == 0 ? RankStatus.RANKED : RankStatus.RANGE);
  }

  /** None across a veto: no value lifts it. */
  private static Optional<BigDecimal> distance(SortKey own, SortKey next) {
    return own.isVetoed() == next.isVetoed()
        ? Optional.of(next.values().get(0).subtract(own.values().get(0)).abs())
        : Optional.empty();
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
}
