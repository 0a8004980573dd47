package io.junheng.publication.disclosure;

import io.junheng.publication.disclosure.Figure.Access;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which figures must be hidden so that no small one is known: first the small ones themselves,
 * then the next smallest of every total that would give one away. A total gives a small figure away
 * if it follows from all that is published, by whatever combination of totals, or if the hidden
 * parts of one total are together still small.
 *
 * <p>A figure of 0 is neither small nor ever hidden: it would protect nothing.
 *
 * @param least sums of hidden parts below this give them away
 * @param <K> what tells figures apart; its order decides between equal figures
 */
record SuppressSmallCounts<K extends Comparable<K>>(
    BigDecimal least, Map<K, Figure> figures, List<Total<K>> totals) {
  SuppressSmallCounts {
    figures = Map.copyOf(figures);
    totals = List.copyOf(totals);
  }

  /** The shown figures that must be hidden. */
  Set<K> hidden() {
    Map<K, List<Total<K>>> totalsOf = totalsOf();
    Set<K> unknown = new HashSet<>();
    figures.forEach(
        (key, figure) -> {
          if (figure.access() == Access.ABSENT || isSecret(key)) {
            unknown.add(key);
          }
        });
    boolean isSafe = false;
    while (!isSafe) {
      Set<K> more = new HashSet<>();
      for (K given : givenAway(unknown)) {
        if (totalsOf.get(given).stream().flatMap(Total::figures).noneMatch(more::contains)) {
          nextSmallest(given, unknown, totalsOf).ifPresent(more::add);
        }
      }
      unknown.addAll(more);
      isSafe = more.isEmpty();
    }
    unknown.removeIf(key -> figures.get(key).access() != Access.SHOWN);
    return unknown;
  }

  private boolean isSecret(K key) {
    Figure figure = figures.get(key);
    return figure.isSmall() && figure.access() != Access.KNOWN;
  }

  private Map<K, List<Total<K>>> totalsOf() {
    Map<K, List<Total<K>>> totalsOf = new HashMap<>();
    for (Total<K> total : totals) {
      total
          .figures()
          .forEach(key -> totalsOf.merge(key, List.of(total), SuppressSmallCounts::both));
    }
    return totalsOf;
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
  }

  private Set<K> givenAway(Set<K> unknown) {
    List<Total<K>> open =
        totals.stream().filter(total -> total.figures().anyMatch(unknown::contains)).toList();
    Set<K> given = new TreeSet<>();
    Solved.from(open, unknown).stream().filter(this::isSecret).forEach(given::add);
    for (Total<K> total : open) {
      List<K> hidden = total.parts().stream().filter(unknown::contains).toList();
      if (!unknown.contains(total.whole()) && sum(hidden).compareTo(least) < 0) {
        hidden.stream().filter(this::isSecret).forEach(given::add);
      }
    }
    return given;
  }

  private BigDecimal sum(List<K> keys) {
    return keys.stream()
        .map(key -> figures.get(key).value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * The smallest figure that can still be hidden in the totals of the given one; if there is none,
   * in those that are joined to them by unknown figures.
   */
  private Optional<K> nextSmallest(K given, Set<K> unknown, Map<K, List<Total<K>>> totalsOf) {
    Deque<K> reach = new ArrayDeque<>(List.of(given));
    Set<K> seen = new HashSet<>(reach);
    while (!reach.isEmpty()) {
      List<K> near =
          totalsOf.get(reach.poll()).stream().flatMap(Total::figures).distinct().toList();
      Optional<K> smallest =
          near.stream()
              .filter(key -> !unknown.contains(key) && canBeHidden(key))
              .min(
                  Comparator.comparing((K key) -> figures.get(key).value())
                      .thenComparing(Comparator.naturalOrder()));
      if (smallest.isPresent()) {
        return smallest;
      }
      near.stream().filter(unknown::contains).filter(seen::add).forEach(reach::add);
    }
    return Optional.empty();
  }

  private boolean canBeHidden(K key) {
    Figure figure = figures.get(key);
    return figure.access() == Access.SHOWN && figure.value().signum() != 0;
  }
}
