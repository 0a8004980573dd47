package io.junheng.assessment;

import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.PassClass;
import java.util.List;
import java.util.Optional;

/**
 * From a county's items, vetoes and preconditions to its verdict.
 *
 * @param classes best first; without any an item met in part blocks
 * @param decisive items as a whole, vetoes and preconditions
 */
record VerdictRule(List<PassClass> classes, List<ItemResult> decisive) {

  /** A county to which nothing applies has shown nothing: it does not pass. */
  Verdict verdict() {
    if (decisive.stream().anyMatch(this::blocks) || isOutOfClasses()) {
      return Verdict.NOT_PASSED;
    }
    boolean applies = decisive.stream().anyMatch(row -> row.isWhole() && isTested(row));
    return applies && !isOpen() ? Verdict.PASSED : Verdict.UNDETERMINED;
  }

  /** The best class that a county which passes reaches. */
  Optional<String> passClass() {
    return verdict() == Verdict.PASSED
        ? classes.stream().filter(this::isReached).map(PassClass::id).findFirst()
        : Optional.empty();
  }

  /** What keeps the county from passing, vetoes and preconditions by their statement. */
  List<String> blockingItems() {
    Verdict verdict = verdict();
    return decisive.stream()
        .filter(
            row ->
                switch (verdict) {
                  case PASSED -> false;
                  case NOT_PASSED -> blocks(row) || (isOutOfClasses() && row.grade().blocks());
                  case UNDETERMINED -> row.grade() == Grade.UNKNOWN;
                })
        .map(row -> row.isWhole() ? row.item() : row.test())
        .toList();
  }

  private boolean blocks(ItemResult row) {
    boolean mayBePartly = row.isWhole() && !classes.isEmpty();
    return row.grade() == Grade.NOT_MET || (row.grade() == Grade.PARTLY_MET && !mayBePartly);
  }

  /** True where no class can be reached any more, however the unknown turns out. */
  private boolean isOutOfClasses() {
    return !classes.isEmpty() && classes.stream().noneMatch(this::isReached);
  }

  /** As far as the unknown turns out well. */
  private boolean isReached(PassClass one) {
    long notCounted = count(Grade.NOT_MET) + count(Grade.PARTLY_MET);
    long met = decisive.stream().filter(ItemResult::isWhole).count() - notCounted;
    return met >= one.metAtLeast() && count(Grade.PARTLY_MET) <= one.partlyAtMost();
  }

  private long count(Grade grade) {
    return decisive.stream().filter(row -> row.isWhole() && row.grade() == grade).count();
  }

  private boolean isOpen() {
    return decisive.stream().anyMatch(row -> row.grade() == Grade.UNKNOWN);
  }

  private static boolean isTested(ItemResult row) {
    return row.grade() != Grade.NOT_APPLICABLE;
  }
}
