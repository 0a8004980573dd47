package io.junheng.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Rollup;
import io.junheng.table.ObsStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Indicators that are derived from other indicators of the same area and stage.
 *
 * <p>Their formulas are expressions of {@code conf/}, so Spark works them out: the figures go to it
 * as rows in memory ({@link #inputs}), and come back with a column for each formula ({@link
 * #values}).
 */
public final class DeriveFigures {
  private static final String NUMBER = "number of the row";
  private static final String IS_COUNTY = "is a county";

  private final List<Indicator> derived;
  private final List<List<Indicator>> layers;
  private final TreeSet<String> inputs;
  private final Map<String, TreeSet<String>> inputsOf = new HashMap<>();

  public DeriveFigures(Catalogue catalogue) {
    Formulas formulas = new Formulas(catalogue);
    derived = formulas.derived();
    layers = formulas.layers(derived);
    inputs = inputsOf(derived);
    derived.forEach(i -> inputsOf.put(i.id(), inputsOf(List.of(i))));
  }

  /** What is known of one stage of one area: figures by indicator. */
  private record Known(AreaFigure.Place place, Unit unit, Map<String, AreaFigure> figures) {
    Double value(String indicator) {
      AreaFigure figure = figures.get(indicator);
      return figure == null ? null : figure.value();
    }

    int schools() {
      return figures.values().stream().mapToInt(AreaFigure::schools).max().orElse(0);
    }

    BigDecimal weight(String indicator) {
      AreaFigure figure = figures.get(indicator);
      return figure == null ? null : figure.weight();
    }
  }

  /** One row for each stage of each area, of {@link #schema}, in a fixed order. */
  public List<Row> inputs(Collection<AreaFigure> figures) {
    List<Row> rows = new ArrayList<>();
    for (Known area : known(figures)) {
      rows.add(
          RowFactory.create(
              Stream.concat(
                      Stream.of(rows.size(), area.place().isCounty()),
                      inputs.stream().map(area::value))
                  .toArray()));
    }
    return rows;
  }

  /** The number of the row, whether the area is a county, the values to derive from. */
  public StructType schema() {
    StructType schema =
        new StructType().add(NUMBER, DataTypes.IntegerType).add(IS_COUNTY, DataTypes.BooleanType);
    for (String input : inputs) {
      schema = schema.add(input, DataTypes.DoubleType);
    }
    return schema;
  }

  /** The number of each row and the values of the derived indicators. */
  public Dataset<Row> values(Dataset<Row> inputs) {
    Dataset<Row> with = inputs;
    for (List<Indicator> layer : layers) {
      Map<String, Column> columns = new LinkedHashMap<>();
      layer.forEach(indicator -> columns.put(indicator.id(), value(indicator)));
      with = with.withColumns(columns);
    }
    return with.select(
        Stream.concat(Stream.of(NUMBER), derived.stream().map(Indicator::id))
            .map(name -> col("`" + name + "`"))
            .toArray(Column[]::new));
  }

  /**
   * The figures with those that are derived from them.
   *
   * @param figures those of derived indicators only bring their weight
   * @param values rows of {@link #values} over these figures
   */
  public List<AreaFigure> apply(Collection<AreaFigure> figures, List<Row> values) {
    List<Known> known = known(figures);
    Set<String> ids = derived.stream().map(Indicator::id).collect(Collectors.toSet());
    List<AreaFigure> all = new ArrayList<>();
    figures.stream().filter(f -> !ids.contains(f.unit().indicator())).forEach(all::add);
    for (Row row : values) {
      Known area = known.get(row.getInt(0));
      for (int i = 0; i < derived.size(); i++) {
        if (isAsked(derived.get(i), area)) {
          Double value = row.isNullAt(i + 1) ? null : (Double) row.getDouble(i + 1);
          all.add(figure(derived.get(i), area, value));
        }
      }
    }
    return all;
  }

  private static List<Known> known(Collection<AreaFigure> figures) {
    Map<List<Object>, Known> byArea = new LinkedHashMap<>();
    for (AreaFigure figure : figures) {
      Unit unit = figure.unit();
      byArea
          .computeIfAbsent(
              List.of(unit.period(), figure.place(), unit.stage()),
              any -> new Known(figure.place(), unit, new HashMap<>()))
          .figures()
          .put(unit.indicator(), figure);
    }
    return List.copyOf(byArea.values());
  }

  private static boolean isAsked(Indicator indicator, Known area) {
    return indicator.stages().contains(area.unit().stage())
        && (area.place().isCounty() || isWorkedOutAbove(indicator));
  }

  private static Column value(Indicator indicator) {
    Column value =
        expr(((Formula.Derived) indicator.formula()).value().sql()).cast(DataTypes.DoubleType);
    return isWorkedOutAbove(indicator) ? value : when(col("`" + IS_COUNTY + "`"), value);
  }

  /** Above the counties, only what is to be worked out anew from sums; the rest is a mean. */
  private static boolean isWorkedOutAbove(Indicator indicator) {
    return indicator.rollup() instanceof Rollup.Add;
  }

  private AreaFigure figure(Indicator indicator, Known area, Double value) {
    Unit unit = area.unit();
    return new AreaFigure(
        area.place(),
        new Unit(unit.period(), unit.area(), unit.stage(), indicator.id()),
        value,
        null,
        null,
        area.schools(),
        status(indicator, area, value),
        null,
        area.weight(indicator.id()));
  }

  /**
   * The status of the inputs is passed on: not applicable before not available, low reliability
   * before normal.
   */
  private ObsStatus status(Indicator indicator, Known area, Double value) {
    if (value != null) {
      return hasInput(indicator, area, ObsStatus.LOW_RELIABILITY)
          ? ObsStatus.LOW_RELIABILITY
          : ObsStatus.NORMAL;
    }
    return area.schools() == 0 || hasInput(indicator, area, ObsStatus.NOT_APPLICABLE)
        ? ObsStatus.NOT_APPLICABLE
        : ObsStatus.NOT_AVAILABLE;
  }

  /** Whether one of the figures that an indicator is derived from has the status. */
  private boolean hasInput(Indicator indicator, Known area, ObsStatus status) {
    return inputsOf.get(indicator.id()).stream()
        .map(area.figures()::get)
        .anyMatch(input -> input != null && input.status() == status);
  }

  /** Indicators that others are derived from and that are not derived themselves. */
  private static TreeSet<String> inputsOf(List<Indicator> derived) {
    TreeSet<String> names = new TreeSet<>();
    derived.forEach(
        indicator -> names.addAll(((Formula.Derived) indicator.formula()).value().names()));
    derived.forEach(indicator -> names.remove(indicator.id()));
    return names;
  }
}
