package io.junheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in plain text: columns side by side, as wide as they must be on the screen, the last one
 * cut to the room that is left.
 */
final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST = 8;

  /** On which side of its column a cell stands. */
  enum Side {
    LEFT,
    RIGHT
  }

  private final List<Side> sides;
  private final List<List<String>> lines = new ArrayList<>();

  TextTable(List<String> headers, List<Side> sides) {
    this.sides = List.copyOf(sides);
    add(headers);
  }

  void add(List<String> cells) {
    if (cells.size() != sides.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns: %s".formatted(cells.size(), sides.size(), cells));
    }
    lines.add(List.copyOf(cells));
  }

  /** Header, a rule, and the rows, each at most that wide. */
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> printed = new ArrayList<>();
    for (List<String> cells : lines) {
      printed.add(
          IntStream.range(0, widths.length)
              .mapToObj(i -> cell(cells.get(i), sides.get(i), widths[i]))
              .collect(Collectors.joining(GAP))
              .stripTrailing());
    }
    printed.add(1, IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
    return printed;
  }

  private static String cell(String text, Side side, int width) {
    String cut = DisplayWidth.cut(text, width);
    return side == Side.LEFT ? DisplayWidth.left(cut, width) : DisplayWidth.right(cut, width);
  }

  private int[] widths(int room) {
    int[] widths = new int[sides.size()];
    for (List<String> cells : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], DisplayWidth.of(cells.get(i)));
      }
    }
    int last = widths.length - 1;
    int before = IntStream.range(0, last).map(i -> widths[i] + GAP.length()).sum();
    widths[last] = Math.min(widths[last], Math.max(LEAST, room - before));
    return widths;
  }
}
