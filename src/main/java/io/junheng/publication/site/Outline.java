package io.junheng.publication.site;

import io.junheng.publication.site.Boundaries.Point;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A closed line around a part of an area, or around a hole in it.
 *
 * @param points the first is the last again, or not
 */
record Outline(List<Point> points) {
  Outline {
    points = List.copyOf(points);
  }

  /** Without regard to the sense in which it goes round. */
  double area() {
    return Math.abs(twice()) / 2;
  }

  private double twice() {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      Point a = points.get(i);
      Point b = points.get((i + 1) % points.size());
      sum += a.x() * b.y() - b.x() * a.y();
    }
    return sum;
  }

  /** Centre of gravity. */
  Point middle() {
    double x = 0;
    double y = 0;
    for (int i = 0; i < points.size(); i++) {
      Point a = points.get(i);
      Point b = points.get((i + 1) % points.size());
      double cross = a.x() * b.y() - b.x() * a.y();
      x += (a.x() + b.x()) * cross;
      y += (a.y() + b.y()) * cross;
    }
    double three = 3 * twice();
    return three == 0 ? points.get(0) : new Point(x / three, y / three);
  }

  /**
   * Without points that lie no farther than so much from the line between those that stay (Ramer,
   * Douglas and Peucker).
   */
  Outline simplified(double tolerance) {
    int last = points.size() - 1;
    if (last < 4) {
      return this;
    }
    BitSet kept = new BitSet();
    kept.set(0);
    kept.set(last);
    int opposite = farthest(0, last, 0);
    Deque<int[]> spans = new ArrayDeque<>();
    if (opposite > 0) {
      kept.set(opposite);
      spans.push(new int[] {0, opposite});
      spans.push(new int[] {opposite, last});
    }
    while (!spans.isEmpty()) {
      int[] span = spans.pop();
      int middle = farthest(span[0], span[1], tolerance);
      if (middle > 0) {
        kept.set(middle);
        spans.push(new int[] {span[0], middle});
        spans.push(new int[] {middle, span[1]});
      }
    }
    return new Outline(kept.stream().mapToObj(points::get).toList());
  }

  /** The point farthest from the line between two, if it is farther than so much; else 0. */
  private int farthest(int from, int to, double least) {
    int found = 0;
    double most = least;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(points.get(i), points.get(from), points.get(to));
      if (distance > most) {
        most = distance;
        found = i;
      }
    }
    return found;
  }

  private static double distance(Point point, Point from, Point to) {
    double across = to.x() - from.x();
    double down = to.y() - from.y();
    double length = across * across + down * down;
    double along =
        length == 0
            ? 0
            : ((point.x() - from.x()) * across + (point.y() - from.y()) * down) / length;
    double nearest = Math.max(0, Math.min(1, along));
    return Math.hypot(
        point.x() - from.x() - nearest * across, point.y() - from.y() - nearest * down);
  }

  /** As SVG, in whole numbers and steps from point to point. */
  String path() {
    List<String> parts = new ArrayList<>();
    long x = 0;
    long y = 0;
    for (Point point : points) {
      long nextX = Math.round(point.x());
      long nextY = Math.round(point.y());
      if (parts.isEmpty()) {
        parts.add("M" + nextX + " " + nextY);
      } else if (nextX != x || nextY != y) {
        parts.add("l" + (nextX - x) + " " + (nextY - y));
      }
      x = nextX;
      y = nextY;
    }
    return String.join("", parts) + "z";
  }
}
