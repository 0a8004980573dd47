package io.junheng.publication.disclosure;

import io.junheng.definition.Stages;
import io.junheng.publication.disclosure.Figure.Access;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One quantity of one period over areas and stages, with the totals that run through it: a group is
 * the sum of its stages, an area the sum of the areas in it. What a total holds beside its parts in
 * the table (others' rows that are not published, a stage that is not worked out) is one more
 * figure, which nobody publishes.
 */
final class CountTable {
  /** A place in the table; {@code rest} tells the unpublished rests of totals apart. */
  record Cell(String area, String stage, String rest) implements Comparable<Cell> {
    private static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::area).thenComparing(Cell::stage).thenComparing(Cell::rest);

    static Cell of(HiddenFigures.Key key) {
      return new Cell(key.area(), key.stage(), "");
    }

    @Override
    public int compareTo(Cell other) {
      return ORDER.compare(this, other);
    }
  }

  private final Stages stages;
  private final Territory territory;
  private final Map<Cell, Figure> figures = new TreeMap<>();

  CountTable(Stages stages, Territory territory) {
    this.stages = stages;
    this.territory = territory;
  }

  /** Adds a figure; where several indicators have it, one that must not be known decides. */
  void add(HiddenFigures.Key key, Figure figure) {
    figures.merge(Cell.of(key), figure, CountTable::stricter);
  }

  private static Figure stricter(Figure one, Figure other) {
    Access access = one.access() == Access.ABSENT ? other.access() : one.access();
    return new Figure(one.value().min(other.value()), one.isSmall() || other.isSmall(), access);
  }

  /**
   * The cells that must be hidden.
   *
   * @param least hidden parts of a total that sum to less are given away by it; also what the
   *     unpublished rest of a total must not be below
   * @param addsUp without it there are no totals, and only small figures are hidden
   */
  Set<Cell> hidden(BigDecimal least, boolean addsUp) {
    Set<Cell> small =
        figures.entrySet().stream()
            .filter(entry -> entry.getValue().isSmall())
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(HashSet::new));
    if (!addsUp) {
      return small;
    }
    Map<Cell, Figure> all = new HashMap<>();
    figures.forEach(
        (cell, figure) -> {
          if (figure.access() != Access.ABSENT) {
            all.put(cell, figure);
          }
        });
    List<Sum> sums = sums(all.keySet());
    List<Total<Cell>> totals =
        sums.stream().flatMap(sum -> total(sum, least, all).stream()).toList();
    if (all.values().stream().anyMatch(Figure::isSmall)) {
      small.addAll(new SuppressSmallCounts<>(least, all, totals).hidden());
    }
    return small;
  }

  /** A cell and those that it may be the sum of: its stages, or the areas in it. */
  private record Sum(Cell whole, List<Cell> parts, String by) {}

  private List<Sum> sums(Set<Cell> published) {
    List<Sum> sums = new ArrayList<>();
    Map<Cell, List<Cell>> inArea = new TreeMap<>();
    for (Cell cell : new TreeSet<>(published)) {
      List<String> members = stages.membersOf(cell.stage());
      if (!members.equals(List.of(cell.stage()))) {
        sums.add(
            new Sum(
                cell,
                members.stream().map(stage -> new Cell(cell.area(), stage, "")).toList(),
                "stages"));
      }
      territory
          .parent(cell.area())
          .map(parent -> new Cell(parent, cell.stage(), ""))
          .filter(published::contains)
          .ifPresent(parent -> inArea.computeIfAbsent(parent, p -> new ArrayList<>()).add(cell));
    }
    inArea.forEach((whole, parts) -> sums.add(new Sum(whole, parts, "areas")));
    return sums;
  }

  private static Optional<Total<Cell>> total(Sum sum, BigDecimal least, Map<Cell, Figure> all) {
    Cell whole = sum.whole();
    List<Cell> parts = new ArrayList<>(sum.parts().stream().filter(all::containsKey).toList());
    BigDecimal rest =
        parts.stream()
            .map(part -> all.get(part).value())
            .reduce(all.get(whole).value(), BigDecimal::subtract);
    if (parts.isEmpty() || rest.signum() < 0) {
      return Optional.empty();
    }
    if (rest.signum() > 0) {
      Cell beside = new Cell(whole.area(), whole.stage(), sum.by());
      all.put(beside, new Figure(rest, rest.compareTo(least) < 0, Access.ABSENT));
      parts.add(beside);
    }
    return Optional.of(new Total<>(whole, parts));
  }
}
