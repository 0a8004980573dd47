package io.junheng.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of a county that no record of the sample carries, drawn as {@code statistics.csv} says:
 * an amount within a range, or a part of another figure; a few counties fall into the weak range.
 */
record MonitoredFigures(CountyPlan county, Chance chance) {
  private static final double WEAK = 0.06;
  private static final int FIRST_YEAR = 2020;

  /** A figure with its unit. */
  record Figure(String item, String stage, double value, String unit) {}

  /**
   * How a figure is drawn.
   *
   * @param of figure that it is a part of, or the pupils of a stage; empty: an amount of its own
   * @param weak range of the few; empty: none are weak
   * @param growth what it is multiplied by each year
   */
  private record Draw(
      String item,
      String stage,
      String unit,
      String of,
      Range usual,
      Optional<Range> weak,
      double growth) {
    static Draw read(String line) {
      String[] cells = line.split(",", -1);
      return new Draw(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          Range.read(cells[4], cells[5]),
          cells[6].isEmpty() ? Optional.empty() : Optional.of(Range.read(cells[6], cells[7])),
          cells[8].isEmpty() ? 1 : Double.parseDouble(cells[8]));
    }

    /** Points are told to one decimal, all else in whole numbers. */
    double settled(double value) {
      return unit.equals("point") ? Math.round(value * 10) / 10.0 : Math.rint(value);
    }
  }

  private record Range(double low, double high) {
    static Range read(String low, String high) {
      return new Range(Double.parseDouble(low), Double.parseDouble(high));
    }

    double at(double share) {
      return low + (high - low) * share;
    }
  }

  /**
   * In the order of the file, in which the whole stands before its parts. What is a part of nothing
   * has nothing to report.
   *
   * @param known figures of the county's records that others are a part of
   */
  List<Figure> all(Map<String, Double> known) {
    Map<String, Double> values = new HashMap<>(known);
    values.put("", 1.0);
    List<Figure> figures = new ArrayList<>();
    for (Draw draw : draws()) {
      double whole = values.get(draw.of());
      double years = Math.pow(draw.growth(), county.year() - FIRST_YEAR);
      double value = draw.settled(drawn(draw) * whole * years);
      values.put(draw.item(), value);
      if (whole > 0) {
        figures.add(new Figure(draw.item(), draw.stage(), value, draw.unit()));
      }
    }
    return figures;
  }

  private static List<Draw> draws() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                MonitoredFigures.class.getResourceAsStream("statistics.csv"),
                StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(Draw::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the same part of its range each year, moving a little. */
  private double drawn(Draw draw) {
    String item = draw.item();
    boolean isWeak = chance.unit("weak" + item, county.number()) < WEAK;
    double lasting = chance.unit(item, county.number());
    double now = chance.unit(item, county.number(), county.year());
    return draw.weak().filter(weak -> isWeak).orElse(draw.usual()).at(0.75 * lasting + 0.25 * now);
  }
}
