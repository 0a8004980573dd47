package io.junheng.config;

import java.util.Comparator;

/**
 * Where something stands in {@code conf/}.
 *
 * @param file the path as the user would type it, with forward slashes
 * @param line counted from 1
 * @param column counted from 1, in characters
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

  /** The place some characters further right on the same line. */
  Place right(int characters) {
    return new Place(file, line, column + characters);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
