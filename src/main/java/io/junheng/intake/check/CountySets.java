package io.junheng.intake.check;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The groups of rows of some counties, each with the figures that checks ask of it. */
final class CountySets {
  /** A period and county. */
  record Place(int period, String county) {}

  /**
   * A group's name within its county.
   *
   * @param grouping place of the columns that make it
   * @param key their values, joined by bars; empty for the county
   */
  record Name(int grouping, String key) {}

  /** What is known of a group: a part for each figure, null where there are no values. */
  static final class Group {
    private final Object[] parts;

    private Group(int figures) {
      parts = new Object[figures];
    }

    void add(int figure, SetFigure.Way way, Object part) {
      parts[figure] = way.with(parts[figure], part);
    }

    Object part(int figure) {
      return parts[figure];
    }
  }

  /** A county's groups, and the sources of which it has rows. */
  static final class County {
    private final int figures;
    private final Map<Name, Group> groups = new HashMap<>();
    private final BitSet delivered = new BitSet();

    private County(int figures) {
      this.figures = figures;
    }

    /** A group of which a source has rows. */
    Group group(Name name, int source) {
      delivered.set(source);
      return groups.computeIfAbsent(name, any -> new Group(figures));
    }

    Map<Name, Group> groups() {
      return groups;
    }

    boolean delivered(int source) {
      return delivered.get(source);
    }
  }

  private final int figures;
  private final SortedMap<Place, County> counties =
      new TreeMap<>(Comparator.comparingInt(Place::period).thenComparing(Place::county));

  /**
   * @param figures how many there are
   */
  CountySets(int figures) {
    this.figures = figures;
  }

  County county(Place place) {
    return counties.computeIfAbsent(place, any -> new County(figures));
  }

  SortedMap<Place, County> all() {
    return counties;
  }
}
