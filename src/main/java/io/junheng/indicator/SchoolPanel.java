package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.KEYS;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Scope;
import io.junheng.definition.Statistic;
import io.junheng.expression.ResolvedSql;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One row for each period, county, school and stage (groups and total included), with everything
 * that the school's attributes and measures decide: scopes, both sides of each ratio, values,
 * limits that depend on the school.
 *
 * <p>A school that delivered no attributes counts as in scope, so that the gap shows. Where a
 * county delivered a source and a school has no rows in it, its counts are 0; where the county did
 * not deliver it, they are unknown.
 *
 * <p>Made by a driver, which has Spark resolve the expressions of {@code conf/}; worked out in
 * tasks, county by county, in plain Java.
 */
final class SchoolPanel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String RUN_BY = "run_by";

  /**
   * Attributes by which the spread between schools is split, where the school contract has them.
   */
  private static final List<String> GROUPINGS = List.of("urban_rural", "ownership");

  private final PivotFigures figures;

  /** The places of the columns of {@link PanelColumns}, and of indicators by their ids. */
  private final HashMap<String, Integer> places = new HashMap<>();

  private final ArrayList<DataType> attributeTypes = new ArrayList<>();
  private final int firstAttribute;
  private final int firstDecided;
  private final int firstValue;
  private final int width;

  /** What attributes and figures decide. */
  private final ResolvedSql decided;

  private final ArrayList<Layer> layers = new ArrayList<>();

  /** Values that lean on those of earlier layers at most. */
  private record Layer(ArrayList<Quotient> quotients, ArrayList<Integer> derived, ResolvedSql sql)
      implements Serializable {}

  /**
   * above × times ÷ below; without {@code below} what stands above as it is.
   *
   * @param below {@link #NOWHERE} for a measure as it is
   */
  private record Quotient(int value, int above, BigDecimal times, int below)
      implements Serializable {
    /** Exact until the one division; null where the denominator is 0 or unknown. */
    Double of(SchoolStage school) {
      BigDecimal numerator = school.quantity(above);
      if (numerator == null) {
        return null;
      }
      if (below == NOWHERE) {
        return numerator.doubleValue();
      }
      BigDecimal denominator = school.quantity(below);
      return denominator == null || denominator.signum() == 0
          ? null
          : numerator.multiply(times).doubleValue() / denominator.doubleValue();
    }
  }

  static final int NOWHERE = -1;

  /**
   * @param schools silver rows of the contract that describes schools
   */
  SchoolPanel(Catalogue catalogue, Dataset<Row> schools) {
    figures = new PivotFigures(catalogue);
    List<String> names = new ArrayList<>(KEYS);
    names.addAll(figures.names());
    firstAttribute = names.size();
    List<String> attributes = attributes(catalogue);
    names.addAll(attributes);
    firstDecided = names.size();
    attributes.forEach(name -> attributeTypes.add(schools.schema().apply(name).dataType()));
    for (int i = 0; i < firstAttribute; i++) {
      places.put(names.get(i), i);
    }
    measures(catalogue)
        .forEach(m -> places.put(PanelColumns.figure(m.id()), names.indexOf(m.id())));
    Map<String, Column> columns = new LinkedHashMap<>();
    new Decided(catalogue, attributes).addTo(columns);
    int place = firstDecided;
    for (String name : columns.keySet()) {
      places.put(name, place++);
    }
    decided =
        new ResolvedSql(
            standIn(schools, names, this::typeOf), names, List.copyOf(columns.values()));
    Formulas formulas = new Formulas(catalogue);
    List<Indicator> indicators = formulas.ofSchools();
    firstValue = place;
    for (Indicator indicator : indicators) {
      places.put(indicator.id(), place++);
    }
    width = place;
    addLayers(formulas, indicators, schools);
  }

  private DataType typeOf(int place) {
    if (place == 0) {
      return DataTypes.IntegerType;
    }
    if (place < KEYS.size()) {
      return DataTypes.StringType;
    }
    return place < firstAttribute ? QUANTITY : attributeTypes.get(place - firstAttribute);
  }

  /** A plan of rows with these columns, for Spark to resolve expressions against. */
  private static Dataset<Row> standIn(
      Dataset<Row> any, List<String> names, IntFunction<DataType> types) {
    Column[] columns = new Column[names.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = lit(null).cast(types.apply(i)).alias(names.get(i));
    }
    return any.select(columns);
  }

  /** Values of indicators: ratios first, then what is derived from them. */
  private void addLayers(Formulas formulas, List<Indicator> indicators, Dataset<Row> any) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < firstValue; i++) {
      names.add("#" + i);
    }
    indicators.forEach(indicator -> names.add(indicator.id()));
    for (List<Indicator> layer : formulas.layers(indicators)) {
      ArrayList<Quotient> quotients = new ArrayList<>();
      ArrayList<Integer> derived = new ArrayList<>();
      List<Column> sql = new ArrayList<>();
      for (Indicator indicator : layer) {
        int value = place(indicator.id());
        if (indicator.formula() instanceof Formula.Derived of) {
          derived.add(value);
          sql.add(expr(of.value().sql()).cast(DataTypes.DoubleType).alias(indicator.id()));
        } else {
          boolean divides = !(indicator.formula() instanceof Formula.MeasureValue);
          quotients.add(
              new Quotient(
                  value,
                  place(formulas.above(indicator)),
                  formulas.times(indicator),
                  divides ? place(formulas.below(indicator)) : NOWHERE));
        }
      }
      layers.add(
          new Layer(
              quotients,
              derived,
              sql.isEmpty()
                  ? null
                  : new ResolvedSql(
                      standIn(any, names, anywhere -> DataTypes.DoubleType), names, sql)));
    }
  }

  /**
   * The place of a column; of an indicator by its id.
   *
   * @throws IllegalArgumentException if the panel has no such column
   */
  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("the panel of schools has no column " + column);
    }
    return place;
  }

  /** The attributes by which the spread between schools is split here. */
  static List<String> splitBy(Catalogue catalogue) {
    List<String> attributes = attributes(catalogue);
    return GROUPINGS.stream().filter(attributes::contains).toList();
  }

  /** The columns of the contract that describes schools, as the panel wants them. */
  static List<String> columnsOfSchools(Catalogue catalogue) {
    return Stream.concat(Stream.of(PERIOD, COUNTY, SCHOOL), attributes(catalogue).stream())
        .toList();
  }

  private static Stream<Measure> measures(Catalogue catalogue) {
    return catalogue.measureSets().stream()
        .filter(set -> set.per() == Grain.SCHOOL_STAGE)
        .map(MeasureSet::measures)
        .flatMap(List::stream);
  }

  /** Attributes under their own names; a measure of the same name stands before them. */
  private static List<String> attributes(Catalogue catalogue) {
    Set<String> taken = measures(catalogue).map(Measure::id).collect(Collectors.toSet());
    return catalogue.schoolContract().map(Contract::columns).orElse(List.of()).stream()
        .filter(io.junheng.definition.Column::isKept)
        .map(io.junheng.definition.Column::name)
        .filter(name -> !taken.contains(name) && !KEYS.contains(name))
        .toList();
  }

  // ---- what attributes and figures decide

  private record Decided(Catalogue catalogue, List<String> attributes) {
    void addTo(Map<String, Column> columns) {
      boolean countsPupils =
          measures(catalogue).anyMatch(measure -> measure.id().equals(Measure.PUPILS));
      put(
          PanelColumns.PUPILS,
          countsPupils ? col(Measure.PUPILS) : lit(null).cast(QUANTITY),
          columns);
      boolean knowsKeeper = attributes.contains(RUN_BY);
      put(
          PanelColumns.RUN_BY_COUNTY,
          knowsKeeper ? col(RUN_BY).equalTo("county") : lit(true),
          columns);
      groupings()
          .filter(attributes::contains)
          .forEach(name -> put(PanelColumns.group(name), col(name).cast("string"), columns));
      for (Scope scope : catalogue.scopes()) {
        put(
            PanelColumns.scope(scope.id()),
            coalesce(expr(scope.where().sql()), lit(true)),
            columns);
      }
      catalogue.indicators().forEach(indicator -> addConditions(indicator, columns));
      addLimits(columns);
    }

    private static void put(String name, Column column, Map<String, Column> columns) {
      columns.put(name, column.alias(name));
    }

    /** Attributes by which the spread between schools is split or told in parts. */
    private Stream<String> groupings() {
      Stream<String> told =
          catalogue.indicators().stream()
              .map(Indicator::formula)
              .filter(Formula.Dispersion.class::isInstance)
              .flatMap(formula -> ((Formula.Dispersion) formula).part().stream())
              .map(Statistic.Part::by);
      return Stream.concat(GROUPINGS.stream(), told).distinct();
    }

    /** Conditions, and sides of ratios that some schools bring only. */
    private void addConditions(Indicator indicator, Map<String, Column> columns) {
      if (indicator.formula() instanceof Formula.Ratio ratio
          && ratio.ofAmong().isPresent()
          && new Formulas(catalogue).countsSchools(ratio.of())) {
        Column of =
            col(
                catalogue.isOfOneSource(ratio)
                    ? PanelColumns.side(indicator.id(), ratio.of())
                    : ratio.of());
        put(PanelColumns.part(indicator.id()), part(ratio.ofAmong().get(), of), columns);
      }
      if (indicator.formula() instanceof Formula.ShareOfSchools share) {
        put(PanelColumns.condition(indicator.id()), expr(share.where().sql()), columns);
      }
    }

    /**
     * A school outside the scope that counts above the line has 0 there, if its figure is known.
     */
    private Column part(String scope, Column measure) {
      return when(coalesce(expr(catalogue.scope(scope).where().sql()), lit(true)), measure)
          .otherwise(measure.multiply(lit(0)).cast(QUANTITY));
    }

    private void addLimits(Map<String, Column> columns) {
      for (Framework framework : catalogue.frameworks()) {
        if (framework instanceof Framework.Conjunctive conjunctive) {
          for (FrameworkItem item : conjunctive.items()) {
            for (ItemTest test : item.tests()) {
              if (test instanceof ItemTest.OfSchools ofSchools
                  && ofSchools.limit().expression().isPresent()) {
                put(
                    PanelColumns.limit(framework.id(), item, test),
                    expr(ofSchools.limit().expression().get().sql()).cast(QUANTITY),
                    columns);
              }
            }
          }
        }
      }
    }
  }

  // ---- in a task

  /**
   * The rows of county after county.
   *
   * @param rows of {@code gold.school_measure}, all of each of their counties: {@link
   *     PivotFigures#COLUMNS}
   */
  Stream<List<SchoolStage>> counties(
      int period, Iterator<InternalRow> rows, SchoolAttributes attributes) {
    return figures.counties(rows).entrySet().stream()
        .map(
            county ->
                county(
                    period,
                    county.getKey(),
                    county.getValue(),
                    attributes.of(period, county.getKey())));
  }

  private List<SchoolStage> county(
      int period,
      UTF8String code,
      PivotFigures.County county,
      Map<UTF8String, InternalRow> attributes) {
    List<SchoolStage> rows = new ArrayList<>();
    figures.each(
        county,
        (school, stage, all) ->
            rows.add(row(new Object[] {period, code, school, stage}, all, attributes.get(school))));
    return rows;
  }

  private SchoolStage row(Object[] key, Decimal[] all, InternalRow attributes) {
    Object[] values = Arrays.copyOf(key, width);
    System.arraycopy(all, 0, values, key.length, all.length);
    for (int i = 0; attributes != null && i < attributeTypes.size(); i++) {
      values[firstAttribute + i] = attributes.get(KEYS.size() - 1 + i, attributeTypes.get(i));
    }
    SchoolStage school = new SchoolStage(values);
    InternalRow asked = decided.prepared(school.row());
    for (int place = firstDecided; place < firstValue; place++) {
      values[place] = decided.expression(place - firstDecided).eval(asked);
    }
    for (Layer layer : layers) {
      layer.quotients().forEach(one -> values[one.value()] = one.of(school));
      if (layer.sql() != null) {
        InternalRow before = layer.sql().prepared(school.row());
        for (int i = 0; i < layer.derived().size(); i++) {
          values[layer.derived().get(i)] = layer.sql().expression(i).eval(before);
        }
      }
    }
    return school;
  }
}
