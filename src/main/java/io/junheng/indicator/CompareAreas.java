package io.junheng.indicator;

import io.junheng.indicator.ReportingAreas.ReportingArea;
import io.junheng.table.ChangeStatus;
import io.junheng.table.ConfStatus;
import io.junheng.table.CountyIndicator;
import io.junheng.table.ObsStatus;
import io.junheng.table.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * {@code gold.county_indicator}: each value beside the one before and beside its province.
 *
 * <p>Every area of a period has a row for each indicator and stage that anybody has; one that
 * nothing is known of is null with a status. {@code province_value} is the ratio of sums, {@code
 * county_mean} and {@code county_median} are those of the counties' values.
 *
 * @param periods the periods to put out; rows of other periods only serve the comparison
 */
public record CompareAreas(ReportingAreas areas, Set<Integer> periods) {
  public CompareAreas {
    periods = Set.copyOf(periods);
  }

  /**
   * Rows of {@code county_indicator}, by the indicator and stage that they are about.
   *
   * @param figures of {@link DeriveFigures}, those of earlier periods among them
   */
  public Stream<Map<CountyIndicator, Object>> apply(Collection<AreaFigure> figures) {
    Map<List<String>, Series> series =
        new TreeMap<>(
            Comparator.comparing((List<String> key) -> key.get(0))
                .thenComparing(key -> key.get(1)));
    for (AreaFigure figure : figures) {
      Unit unit = figure.unit();
      series
          .computeIfAbsent(
              List.of(unit.stage(), unit.indicator()),
              any -> new Series(unit.stage(), unit.indicator()))
          .add(figure);
    }
    return series.values().stream().flatMap(one -> one.rows().stream());
  }

  /** A figure as it stands in {@code county_indicator}. */
  public static AreaFigure figure(Row row) {
    int value = CountyIndicator.VALUE.ordinal();
    String area = row.getString(CountyIndicator.AREA_CODE.ordinal());
    String level = row.getString(CountyIndicator.AREA_LEVEL.ordinal());
    return new AreaFigure(
        new AreaFigure.Place(area, level, false),
        new Unit(
            row.getInt(CountyIndicator.PERIOD.ordinal()),
            area,
            row.getString(CountyIndicator.STAGE.ordinal()),
            row.getString(CountyIndicator.INDICATOR.ordinal())),
        row.isNullAt(value) ? null : (Double) row.getDouble(value),
        row.getDecimal(CountyIndicator.NUMERATOR.ordinal()),
        row.getDecimal(CountyIndicator.DENOMINATOR.ordinal()),
        row.getInt(CountyIndicator.SCHOOL_COUNT.ordinal()),
        ObsStatus.of(row.getString(CountyIndicator.OBS_STATUS.ordinal())),
        null,
        null);
  }

  /** One indicator at one stage: all areas, all periods. */
  private final class Series {
    private final String stage;
    private final String indicator;
    private final Map<Integer, Map<String, AreaFigure>> byPeriod = new HashMap<>();

    Series(String stage, String indicator) {
      this.stage = stage;
      this.indicator = indicator;
    }

    void add(AreaFigure figure) {
      byPeriod
          .computeIfAbsent(figure.unit().period(), period -> new HashMap<>())
          .put(figure.unit().area(), figure);
    }

    /**
     * Areas above the counties, for an indicator whose counties carry weights: the weighted mean of
     * their values.
     */
    private void addWeightedMeans(int period) {
      Map<String, AreaFigure> figures = byPeriod.get(period);
      Map<String, double[]> sums = new HashMap<>();
      for (ReportingArea county : areas.of(period)) {
        AreaFigure figure = figures.get(county.code());
        if (county.isCounty() && valueOf(figure) != null && figure.weight() != null) {
          double weight = figure.weight().doubleValue();
          for (String above : county.above()) {
            double[] sum = sums.computeIfAbsent(above, key -> new double[2]);
            sum[0] += weight * figure.value();
            sum[1] += weight;
          }
        }
      }
      sums.forEach(
          (area, sum) -> {
            if (sum[1] > 0) {
              figures.put(area, weightedMean(period, area, sum[0] / sum[1]));
            }
          });
    }

    private AreaFigure weightedMean(int period, String area, double value) {
      return new AreaFigure(
          new AreaFigure.Place(area, null, false),
          new Unit(period, area, stage, indicator),
          value,
          null,
          null,
          0,
          ObsStatus.NORMAL,
          null,
          null);
    }

    List<Map<CountyIndicator, Object>> rows() {
      byPeriod.keySet().forEach(this::addWeightedMeans);
      List<Map<CountyIndicator, Object>> rows = new ArrayList<>();
      for (int period : new TreeSet<>(periods)) {
        Map<String, Neighbours> neighbours = new HashMap<>();
        for (ReportingArea area : areas.of(period)) {
          rows.add(
              row(
                  period,
                  area,
                  neighbours.computeIfAbsent(area.top(), top -> neighbours(period, top))));
        }
      }
      return rows;
    }

    private Map<CountyIndicator, Object> row(
        int period, ReportingArea area, Neighbours neighbours) {
      AreaFigure own = of(period, area.code());
      Double value = valueOf(own);
      Double previous = valueOf(of(period - 100, area.code()));
      ChangeStatus comparable = comparable(period, area, value, previous);
      Map<CountyIndicator, Object> row = new EnumMap<>(CountyIndicator.class);
      row.put(CountyIndicator.PERIOD, period);
      row.put(CountyIndicator.AREA_CODE, area.code());
      row.put(CountyIndicator.STAGE, stage);
      row.put(CountyIndicator.INDICATOR, indicator);
      row.put(CountyIndicator.BREAKDOWN, Table.TOTAL);
      row.put(CountyIndicator.AREA_LEVEL, area.level());
      row.put(CountyIndicator.VALUE, value);
      row.put(CountyIndicator.SCHOOL_COUNT, 0);
      row.put(CountyIndicator.OBS_STATUS, absent(period, area).code());
      if (own != null) {
        row.put(CountyIndicator.NUMERATOR, own.numerator());
        row.put(CountyIndicator.DENOMINATOR, own.denominator());
        row.put(CountyIndicator.SCHOOL_COUNT, own.schools());
        row.put(CountyIndicator.OBS_STATUS, own.status().code());
        row.put(CountyIndicator.COVERAGE, own.coverage());
      }
      row.put(CountyIndicator.CONF_STATUS, ConfStatus.FREE.code());
      if (comparable == ChangeStatus.COMPARABLE) {
        row.put(CountyIndicator.PREVIOUS_VALUE, previous);
        row.put(CountyIndicator.CHANGE, value - previous);
      }
      row.put(CountyIndicator.CHANGE_STATUS, comparable.code());
      row.put(CountyIndicator.PROVINCE_VALUE, neighbours.province());
      row.put(CountyIndicator.COUNTY_MEAN, neighbours.mean());
      row.put(CountyIndicator.COUNTY_MEDIAN, neighbours.median());
      return row;
    }

    /**
     * A county has yet to bring what others brought, unless it has no school of the stage; above
     * the counties some figures have no sum.
     */
    private ObsStatus absent(int period, ReportingArea area) {
      return area.isCounty() && !areas.isWithoutSchools(period, area.code(), stage)
          ? ObsStatus.NOT_AVAILABLE
          : ObsStatus.NOT_APPLICABLE;
    }

    private ChangeStatus comparable(int period, ReportingArea area, Double value, Double previous) {
      if (!byPeriod.containsKey(period - 100)) {
        return ChangeStatus.NO_PREVIOUS;
      }
      Optional<ReportingArea> before = areas.find(period - 100, area.code());
      if (before.isPresent() && !before.get().boundary().equals(area.boundary())) {
        return ChangeStatus.OTHER_BOUNDARY;
      }
      return value == null || previous == null
          ? ChangeStatus.VALUE_MISSING
          : ChangeStatus.COMPARABLE;
    }

    private Neighbours neighbours(int period, String top) {
      List<Double> values =
          areas.of(period).stream()
              .filter(area -> area.isCounty() && area.top().equals(top))
              .sorted(Comparator.comparing(ReportingArea::code))
              .map(area -> valueOf(of(period, area.code())))
              .filter(value -> value != null)
              .toList();
      return new Neighbours(valueOf(of(period, top)), mean(values), median(values));
    }

    private AreaFigure of(int period, String area) {
      return byPeriod.getOrDefault(period, Map.of()).get(area);
    }
  }

  private record Neighbours(Double province, Double mean, Double median) {}

  private static Double valueOf(AreaFigure figure) {
    return figure == null ? null : figure.value();
  }

  private static Double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.isEmpty() ? null : sum / values.size();
  }

  private static Double median(List<Double> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
