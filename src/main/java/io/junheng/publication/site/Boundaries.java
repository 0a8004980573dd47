package io.junheng.publication.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A map as pages draw it: for each area a path of SVG, in a picture that is {@link #WIDTH} wide and
 * whose upper left corner is 0, 0.
 */
record Boundaries(int width, int height, Map<String, Shape> shapes) {
  static final int WIDTH = 4000;

  /** A quarter of a point on a usual screen: nobody sees the difference. */
  private static final double FINEST = 2;

  /** Characters of all paths; more would make the first page slow. */
  private static final int MOST_TEXT = 400_000;

  /**
   * An area.
   *
   * @param x where a sign may stand, in its largest part
   * @param room how wide that part is, as the side of a square of its size
   */
  record Shape(String path, long x, long y, long room) {}

  /** Draws areas, as finely as the size of the page allows. */
  static Boundaries of(Map<String, List<List<Point>>> rings) {
    Frame frame = Frame.around(rings.values().stream().flatMap(Collection::stream).toList());
    Map<String, List<Outline>> outlines = new TreeMap<>();
    rings.forEach((code, parts) -> outlines.put(code, parts.stream().map(frame::place).toList()));
    double tolerance = FINEST;
    Map<String, Shape> shapes = draw(outlines, tolerance);
    while (size(shapes) > MOST_TEXT) {
      tolerance *= 1.5;
      shapes = draw(outlines, tolerance);
    }
    return new Boundaries(WIDTH, frame.height(), shapes);
  }

  private static int size(Map<String, Shape> shapes) {
    return shapes.values().stream().mapToInt(shape -> shape.path().length()).sum();
  }

  private static Map<String, Shape> draw(Map<String, List<Outline>> outlines, double tolerance) {
    Map<String, Shape> shapes = new TreeMap<>();
    outlines.forEach((code, parts) -> shapes.put(code, shape(parts, tolerance)));
    return shapes;
  }

  private static Shape shape(List<Outline> parts, double tolerance) {
    Outline largest =
        parts.stream()
            .reduce((one, other) -> other.area() > one.area() ? other : one)
            .orElseThrow();
    List<String> paths = new ArrayList<>();
    for (Outline part : parts) {
      if (part.equals(largest) || part.area() > tolerance * tolerance) {
        paths.add(part.simplified(tolerance).path());
      }
    }
    Point middle = largest.middle();
    return new Shape(
        String.join("", paths),
        Math.round(middle.x()),
        Math.round(middle.y()),
        Math.round(Math.sqrt(largest.area())));
  }

  /** A place in the file or in the picture. */
  record Point(double x, double y) {}

  /**
   * From the file's coordinates to the picture's. Degrees are drawn as distances are in the middle
   * of the map; what cannot be degrees is drawn as it is.
   */
  private record Frame(double left, double top, double across, double down, int height) {
    static Frame around(List<List<Point>> rings) {
      double left = Double.MAX_VALUE;
      double right = -Double.MAX_VALUE;
      double top = -Double.MAX_VALUE;
      double bottom = Double.MAX_VALUE;
      for (List<Point> ring : rings) {
        for (Point point : ring) {
          left = Math.min(left, point.x());
          right = Math.max(right, point.x());
          top = Math.max(top, point.y());
          bottom = Math.min(bottom, point.y());
        }
      }
      boolean isDegrees = left >= -180 && right <= 180 && bottom >= -90 && top <= 90;
      double narrowing = isDegrees ? Math.cos(Math.toRadians((top + bottom) / 2)) : 1;
      double width = Math.max((right - left) * narrowing, 1e-9);
      double scale = WIDTH / width;
      int height = (int) Math.max(1, Math.ceil((top - bottom) * scale));
      return new Frame(left, top, narrowing * scale, scale, height);
    }

    Outline place(List<Point> ring) {
      return new Outline(
          ring.stream()
              .map(point -> new Point((point.x() - left) * across, (top - point.y()) * down))
              .toList());
    }
  }
}
