package io.junheng.assessment;

import io.junheng.definition.RankingRule;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All that take part in a ranking, and who is around whom: as they stand, at best and at worst. */
final class Standings {
  private final List<Standing> all;
  private final SortedKeys now;
  private final SortedKeys groups;
  private final SortedKeys best;
  private final SortedKeys worst;

  /** Different standings of those that nothing unknown can move. */
  private final SortedKeys fixedGroups;

  /** Of those that can move, where they come at best. */
  private final SortedKeys movingAtBest;

  /** A county that takes part, as it stands and as it may come to stand. */
  record Standing(RankingEntry entry, SortKey now, SortKey best, SortKey worst) {
    boolean isFixed() {
      return best.compareTo(worst) == 0;
    }
  }

  /**
   * How many others are ahead and level.
   *
   * @param groupsAhead different standings ahead, level ones counted once
   */
  record Around(int ahead, int level, int groupsAhead) {}

  Standings(Collection<RankingEntry> entries, RankingRule rule) {
    this.all =
        entries.stream()
            .map(
                entry ->
                    new Standing(
                        entry,
                        SortKey.now(entry, rule),
                        SortKey.atBest(entry, rule),
                        SortKey.atWorst(entry, rule)))
            .toList();
    this.now = sorted(Standing::now);
    this.groups = SortedKeys.distinct(all.stream().map(Standing::now));
    this.best = sorted(Standing::best);
    this.worst = sorted(Standing::worst);
    this.fixedGroups =
        SortedKeys.distinct(all.stream().filter(Standing::isFixed).map(Standing::now));
    this.movingAtBest =
        SortedKeys.of(all.stream().filter(one -> !one.isFixed()).map(Standing::best));
  }

  private SortedKeys sorted(Function<Standing, SortKey> key) {
    return SortedKeys.of(all.stream().map(key));
  }

  List<Standing> all() {
    return all;
  }

  int size() {
    return all.size();
  }

  Around now(Standing own) {
    return new Around(
        now.before(own.now()), now.levelWith(own.now()) - 1, groups.before(own.now()));
  }

  /** The standing of the nearest county ahead. */
  Optional<SortKey> nextAhead(Standing own) {
    return now.lastBefore(own.now());
  }

  /**
   * Own unknowns well, the others' badly. How few groups may be ahead is told only roughly: those
   * that cannot move count, the others may all join one of them.
   */
  Around atBest(Standing own) {
    int ahead = worst.before(own.best());
    int itself = own.isFixed() ? 1 : 0;
    return new Around(
        ahead,
        worst.levelWith(own.best()) - itself,
        Math.max(fixedGroups.before(own.best()), Math.min(ahead, 1)));
  }

  /** The other way round; each county that can move may become a group of its own. */
  Around atWorst(Standing own) {
    int itselfLevel = own.isFixed() ? 1 : 0;
    int itselfAhead = own.isFixed() ? 0 : 1;
    return new Around(
        best.before(own.worst()) - itselfAhead,
        best.levelWith(own.worst()) - itselfLevel,
        fixedGroups.before(own.worst()) + movingAtBest.before(own.worst()) - itselfAhead);
  }
}
