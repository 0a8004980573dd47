package io.junheng.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import io.junheng.indicator.ReportingAreas.ReportingArea;
import io.junheng.table.ChangeStatus;
import io.junheng.table.ConfStatus;
import io.junheng.table.CountyIndicator;
import io.junheng.table.ObsStatus;
import io.junheng.table.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * {@code gold.county_indicator}: each value beside the one before and beside its province.
 *
 * <p>Every area of a period has a row for each indicator and stage that anybody has; one that
 * nothing is known of is null with a status. {@code province_value} is the ratio of sums, {@code
 * county_mean} and {@code county_median} are those of the counties' values.
 *
 * @param periods the periods to put out; rows of other periods only serve the comparison
 */
public record CompareAreas(ReportingAreas areas, Set<Integer> periods) implements Serializable {
  private static final StructType RESULT =
      new StructType()
          .add(CountyIndicator.PERIOD.columnName(), DataTypes.IntegerType)
          .add(CountyIndicator.AREA_CODE.columnName(), DataTypes.StringType)
          .add(CountyIndicator.STAGE.columnName(), DataTypes.StringType)
          .add(CountyIndicator.INDICATOR.columnName(), DataTypes.StringType)
          .add(CountyIndicator.BREAKDOWN.columnName(), DataTypes.StringType)
          .add(CountyIndicator.AREA_LEVEL.columnName(), DataTypes.StringType)
          .add(CountyIndicator.VALUE.columnName(), DataTypes.DoubleType)
          .add(CountyIndicator.NUMERATOR.columnName(), PanelColumns.QUANTITY)
          .add(CountyIndicator.DENOMINATOR.columnName(), PanelColumns.QUANTITY)
          .add(CountyIndicator.SCHOOL_COUNT.columnName(), DataTypes.IntegerType)
          .add(CountyIndicator.OBS_STATUS.columnName(), DataTypes.StringType)
          .add(CountyIndicator.CONF_STATUS.columnName(), DataTypes.StringType)
          .add(CountyIndicator.PREVIOUS_VALUE.columnName(), DataTypes.DoubleType)
          .add(CountyIndicator.CHANGE.columnName(), DataTypes.DoubleType)
          .add(CountyIndicator.CHANGE_STATUS.columnName(), DataTypes.StringType)
          .add(CountyIndicator.PROVINCE_VALUE.columnName(), DataTypes.DoubleType)
          .add(CountyIndicator.COUNTY_MEAN.columnName(), DataTypes.DoubleType)
          .add(CountyIndicator.COUNTY_MEDIAN.columnName(), DataTypes.DoubleType)
          .add(CountyIndicator.COVERAGE.columnName(), DataTypes.DoubleType);

  public CompareAreas {
    periods = Set.copyOf(periods);
  }

  /**
   * Rows of {@code county_indicator} from rows of {@link EvaluateAreas}, those of earlier periods
   * among them.
   */
  public Dataset<Row> apply(Dataset<Row> values) {
    return values
        .groupBy(
            col(CountyIndicator.STAGE.columnName()), col(CountyIndicator.INDICATOR.columnName()))
        .agg(collect_list(struct(SchoolPanel.columns(EvaluateAreas.columns()))))
        .flatMap(
            (FlatMapFunction<Row, Row>)
                series ->
                    new Series(series.getString(0), series.getString(1), series.getList(2))
                        .rows()
                        .iterator(),
            Encoders.row(RESULT));
  }

  /** One indicator at one stage: all areas, all periods. */
  private final class Series {
    private final String stage;
    private final String indicator;
    private final Map<Integer, Map<String, Row>> byPeriod = new HashMap<>();

    Series(String stage, String indicator, List<Row> rows) {
      this.stage = stage;
      this.indicator = indicator;
      rows.forEach(
          row ->
              byPeriod
                  .computeIfAbsent(row.getInt(0), period -> new HashMap<>())
                  .put(row.getString(1), row));
      byPeriod.keySet().forEach(this::addWeightedMeans);
    }

    /**
     * Areas above the counties, for an indicator whose counties carry weights: the weighted mean of
     * their values.
     */
    private void addWeightedMeans(int period) {
      Map<String, Row> rows = byPeriod.get(period);
      Map<String, double[]> sums = new HashMap<>();
      for (ReportingArea county : areas.of(period)) {
        Row row = rows.get(county.code());
        if (county.isCounty() && valueOf(row) != null && !row.isNullAt(11)) {
          double weight = row.getDecimal(11).doubleValue();
          for (String above : county.above()) {
            double[] sum = sums.computeIfAbsent(above, key -> new double[2]);
            sum[0] += weight * row.getDouble(5);
            sum[1] += weight;
          }
        }
      }
      sums.forEach(
          (area, sum) -> {
            if (sum[1] > 0) {
              rows.put(area, weightedMean(period, area, sum[0] / sum[1]));
            }
          });
    }

    private Row weightedMean(int period, String area, double value) {
      return RowFactory.create(
          period,
          area,
          null,
          stage,
          indicator,
          value,
          null,
          null,
          0,
          ObsStatus.NORMAL.code(),
          null,
          null);
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
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

    private Row row(int period, ReportingArea area, Neighbours neighbours) {
      Row own = of(period, area.code());
      Double value = valueOf(own);
      Double previous = valueOf(of(period - 100, area.code()));
      ChangeStatus comparable = comparable(period, area, value, previous);
      boolean compares = comparable == ChangeStatus.COMPARABLE;
      return RowFactory.create(
          period,
          area.code(),
          stage,
          indicator,
          Table.TOTAL,
          area.level(),
          value,
          own == null ? null : decimal(own, 6),
          own == null ? null : decimal(own, 7),
          own == null ? Integer.valueOf(0) : (Integer) own.getInt(8),
          own == null ? absent(period, area).code() : own.getString(9),
          ConfStatus.FREE.code(),
          compares ? previous : null,
          compares ? Double.valueOf(value - previous) : null,
          comparable.code(),
          neighbours.province(),
          neighbours.mean(),
          neighbours.median(),
          own == null || own.isNullAt(10) ? null : (Double) own.getDouble(10));
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

    private Row of(int period, String area) {
      return byPeriod.getOrDefault(period, Map.of()).get(area);
    }
  }

  private record Neighbours(Double province, Double mean, Double median) {}

  private static Double valueOf(Row row) {
    return row == null || row.isNullAt(5) ? null : row.getDouble(5);
  }

  private static BigDecimal decimal(Row row, int at) {
    return row.isNullAt(at) ? null : row.getDecimal(at);
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
