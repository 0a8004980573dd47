package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.KEYS;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.broadcast;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * One row for each period, county, school and stage (groups and total included), with everything
 * that the school's attributes and measures decide: scopes, both sides of each ratio, values,
 * limits that depend on the school.
 *
 * <p>A school that delivered no attributes counts as in scope, so that the gap shows. Where a
 * county delivered a source and a school has no rows in it, its counts are 0; where the county did
 * not deliver it, they are unknown.
 *
 * <p>Each of Spark's partitions holds whole counties, one after the other.
 */
public record SchoolPanel(Catalogue catalogue) {
  private static final String RUN_BY = "run_by";

  /**
   * Attributes by which the spread between schools is split, where the school contract has them.
   */
  private static final List<String> GROUPINGS = List.of("urban_rural", "ownership");

  /**
   * The panel.
   *
   * @param schoolMeasure rows of {@code gold.school_measure}
   * @param schools silver rows of the contract that describes schools
   */
  public Dataset<Row> apply(Dataset<Row> schoolMeasure, Dataset<Row> schools) {
    Dataset<Row> wide = new PivotFigures(catalogue).apply(schoolMeasure);
    // Any other join could move schools: the panel keeps a county's together (SumSchools).
    Dataset<Row> attributes = broadcast(attributes(schools));
    return withValues(wide.join(attributes, joinKeys(), "left").select(prepared(schools)));
  }

  /** The attributes by which the spread between schools is split here. */
  List<String> splitBy() {
    List<String> attributes = attributeNames();
    return GROUPINGS.stream().filter(attributes::contains).toList();
  }

  private static scala.collection.immutable.Seq<String> joinKeys() {
    return scala.jdk.javaapi.CollectionConverters.asScala(List.of(PERIOD, COUNTY, SCHOOL)).toSeq();
  }

  private List<Measure> measures() {
    return catalogue.measureSets().stream()
        .filter(set -> set.per() == Grain.SCHOOL_STAGE)
        .map(MeasureSet::measures)
        .flatMap(List::stream)
        .toList();
  }

  /** Attributes under their own names; a measure of the same name stands before them. */
  private Dataset<Row> attributes(Dataset<Row> schools) {
    List<String> names = new ArrayList<>(List.of(PERIOD, COUNTY, SCHOOL));
    names.addAll(attributeNames());
    return schools.select(columns(names));
  }

  private List<String> attributeNames() {
    Set<String> taken =
        measures().stream()
            .map(Measure::id)
            .collect(Collectors.toCollection(java.util.HashSet::new));
    taken.addAll(KEYS);
    return catalogue.schoolContract().map(Contract::columns).orElse(List.of()).stream()
        .filter(io.junheng.definition.Column::isKept)
        .map(io.junheng.definition.Column::name)
        .filter(name -> !taken.contains(name))
        .toList();
  }

  private Column[] prepared(Dataset<Row> schools) {
    List<Column> columns = new ArrayList<>(Arrays.asList(columns(KEYS)));
    boolean countsPupils = measures().stream().anyMatch(m -> m.id().equals(Measure.PUPILS));
    columns.add(
        (countsPupils ? col(Measure.PUPILS) : lit(null).cast(QUANTITY)).alias(PanelColumns.PUPILS));
    boolean knowsKeeper = Arrays.asList(schools.columns()).contains(RUN_BY);
    columns.add(
        (knowsKeeper ? col(RUN_BY).equalTo("county") : lit(true))
            .alias(PanelColumns.RUN_BY_COUNTY));
    groupings()
        .filter(attributeNames()::contains)
        .forEach(name -> columns.add(col(name).cast("string").alias(PanelColumns.group(name))));
    for (Scope scope : catalogue.scopes()) {
      columns.add(
          coalesce(expr(scope.where().sql()), lit(true)).alias(PanelColumns.scope(scope.id())));
    }
    measures().forEach(m -> columns.add(col(m.id()).alias(PanelColumns.figure(m.id()))));
    catalogue.indicators().forEach(indicator -> addSides(indicator, columns));
    addLimits(columns);
    return columns.toArray(Column[]::new);
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

  /** Conditions, and sides of ratios that are not a measure as it is. */
  private void addSides(Indicator indicator, List<Column> columns) {
    if (indicator.formula() instanceof Formula.Ratio ratio
        && new Formulas(catalogue).countsSchools(ratio.of())) {
      Column of = col(ratio.of());
      if (catalogue.isOfOneSource(ratio)) {
        of = col(PanelColumns.side(indicator.id(), ratio.of()));
        columns.add(of);
        columns.add(col(PanelColumns.side(indicator.id(), ratio.per())));
      }
      if (ratio.ofAmong().isPresent()) {
        columns.add(part(ratio.ofAmong().get(), of).alias(PanelColumns.part(indicator.id())));
      }
    }
    if (indicator.formula() instanceof Formula.ShareOfSchools share) {
      columns.add(expr(share.where().sql()).alias(PanelColumns.condition(indicator.id())));
    }
  }

  /** A school outside the scope that counts above the line has 0 there, if its figure is known. */
  private Column part(String scope, Column measure) {
    return when(coalesce(expr(scope(scope)), lit(true)), measure)
        .otherwise(measure.multiply(lit(0)).cast(QUANTITY));
  }

  private String scope(String id) {
    return catalogue.scope(id).where().sql();
  }

  private void addLimits(List<Column> columns) {
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        for (FrameworkItem item : conjunctive.items()) {
          for (ItemTest test : item.tests()) {
            if (test instanceof ItemTest.OfSchools ofSchools
                && ofSchools.limit().expression().isPresent()) {
              columns.add(
                  expr(ofSchools.limit().expression().get().sql())
                      .cast(QUANTITY)
                      .alias(PanelColumns.limit(framework.id(), item, test)));
            }
          }
        }
      }
    }
  }

  /** Values under the indicators' ids: ratios first, then what is derived from them. */
  private Dataset<Row> withValues(Dataset<Row> prepared) {
    Formulas formulas = new Formulas(catalogue);
    Dataset<Row> panel = prepared;
    for (List<Indicator> layer : formulas.layers(formulas.ofSchools())) {
      Map<String, Column> values = new LinkedHashMap<>();
      layer.forEach(indicator -> values.put(indicator.id(), value(indicator, formulas)));
      panel = panel.withColumns(values);
    }
    return panel;
  }

  private static Column value(Indicator indicator, Formulas formulas) {
    if (indicator.formula() instanceof Formula.Derived derived) {
      return expr(derived.value().sql()).cast(DataTypes.DoubleType);
    }
    Column numerator = col(formulas.above(indicator));
    if (indicator.formula() instanceof Formula.MeasureValue) {
      return numerator.cast(DataTypes.DoubleType);
    }
    return Formulas.ratio(numerator, formulas.times(indicator), col(formulas.below(indicator)));
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }

  static Column atStages(List<String> stages) {
    return col(STAGE).isin(stages.toArray());
  }
}
