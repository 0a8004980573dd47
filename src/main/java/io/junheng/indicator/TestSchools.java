package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.KEYS;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static io.junheng.indicator.PanelColumns.STAGE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.table.SchoolItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code gold.school_item}: every school in scope held against every standard: one row for each
 * period, framework, county, school, stage, item and test.
 *
 * <p>A ratio is compared as numerator × factor against standard × denominator in decimals. A
 * shortfall is what would have to be added to the numerator, in whole units.
 */
public record TestSchools(Catalogue catalogue) {
  /** Rows of {@code school_item} from the {@link SchoolPanel}. */
  public Dataset<Row> apply(Dataset<Row> panel) {
    List<Column> kept = new ArrayList<>(Arrays.asList(SchoolPanel.columns(KEYS)));
    Column[] tests = tests();
    Column all = tests.length == 0 ? array(lit(null)) : array(tests);
    kept.add(explode(array_compact(all)).alias("t"));
    return panel
        .where(col(PanelColumns.PUPILS).gt(0))
        .select(kept.toArray(Column[]::new))
        .select(
            col(SchoolItem.PERIOD.columnName()),
            col("t.framework").alias(SchoolItem.FRAMEWORK.columnName()),
            col(SchoolItem.COUNTY_CODE.columnName()),
            col(SchoolItem.SCHOOL_CODE.columnName()),
            col(SchoolItem.STAGE.columnName()),
            col("t.item").alias(SchoolItem.ITEM.columnName()),
            col("t.test").alias(SchoolItem.TEST.columnName()),
            col("t.value").alias(SchoolItem.VALUE.columnName()),
            col("t.standard").alias(SchoolItem.STANDARD.columnName()),
            col("t.floor").alias(SchoolItem.FLOOR.columnName()),
            col("t.is_met").alias(SchoolItem.IS_MET.columnName()),
            col("t.gap").alias(SchoolItem.GAP.columnName()),
            col("t.shortfall_qty").alias(SchoolItem.SHORTFALL_QTY.columnName()),
            col("t.shortfall_unit").alias(SchoolItem.SHORTFALL_UNIT.columnName()),
            col("t.decided_by_rounding").alias(SchoolItem.DECIDED_BY_ROUNDING.columnName()));
  }

  private Column[] tests() {
    List<Column> tests = new ArrayList<>();
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        for (FrameworkItem item : conjunctive.items()) {
          for (ItemTest test : item.tests()) {
            if (test instanceof ItemTest.OfSchools ofSchools) {
              tests.add(test(conjunctive, item, ofSchools));
            }
          }
        }
      }
    }
    return tests.toArray(Column[]::new);
  }

  private Column test(
      Framework.Conjunctive framework, FrameworkItem item, ItemTest.OfSchools test) {
    Indicator indicator = catalogue.indicator(test.indicator());
    Column applies = applies(framework, test, indicator);
    Column standard = standard(framework, item, test);
    Held held = new Held(catalogue, indicator, test.limit().comparison(), standard);
    Column floor =
        test.floorShare()
            .map(share -> standard.multiply(lit(share)).cast(QUANTITY))
            .orElse(lit(null).cast(QUANTITY));
    return when(
        applies,
        struct(
            lit(framework.id()).alias("framework"),
            lit(item.id()).alias("item"),
            lit(test.id()).alias("test"),
            held.value().alias("value"),
            standard.alias("standard"),
            floor.alias("floor"),
            held.isMet().alias("is_met"),
            held.gap().alias("gap"),
            held.shortfall().alias("shortfall_qty"),
            lit(held.shortfallUnit()).alias("shortfall_unit"),
            held.decidedByRounding().alias("decided_by_rounding")));
  }

  private static Column applies(
      Framework.Conjunctive framework, ItemTest.OfSchools test, Indicator indicator) {
    List<String> stages =
        test.limit().expression().isPresent()
            ? indicator.stages()
            : List.copyOf(test.limit().byStage().keySet());
    Column inScope =
        test.among()
            .or(framework::scope)
            .map(scope -> col(PanelColumns.scope(scope)))
            .orElse(lit(true));
    return SchoolPanel.atStages(stages).and(inScope);
  }

  private static Column standard(
      Framework.Conjunctive framework, FrameworkItem item, ItemTest.OfSchools test) {
    Limit limit = test.limit();
    if (limit.expression().isPresent()) {
      return col(PanelColumns.limit(framework.id(), item, test));
    }
    Column standard = lit(null).cast(QUANTITY);
    for (Map.Entry<String, BigDecimal> stage : limit.byStage().entrySet()) {
      standard =
          when(col(STAGE).equalTo(stage.getKey()), lit(stage.getValue()).cast(QUANTITY))
              .otherwise(standard);
    }
    return standard;
  }

  /** A school's value held against a standard. */
  private record Held(
      Catalogue catalogue, Indicator indicator, Limit.Comparison comparison, Column standard) {
    private Column above() {
      return col(new Formulas(catalogue).above(indicator));
    }

    private Column below() {
      return col(new Formulas(catalogue).below(indicator));
    }

    Column value() {
      return col(indicator.id());
    }

    /** Null where the value is unknown. */
    Column isMet() {
      if (indicator.formula() instanceof Formula.Ratio ratio) {
        Column left = above().multiply(lit(ratio.times()));
        return when(value().isNotNull(), holds(left, standard.multiply(below())));
      }
      return holds(value().cast(QUANTITY), standard);
    }

    private Column holds(Column left, Column right) {
      return switch (comparison) {
        case AT_LEAST -> left.geq(right);
        case AT_MOST -> left.leq(right);
        case EQUALS -> left.equalTo(right);
        case ABOVE -> left.gt(right);
        case BELOW -> left.lt(right);
      };
    }

    Column gap() {
      Column distance =
          comparison.wantsMore()
              ? standard.cast("double").minus(value())
              : value().minus(standard.cast("double"));
      return when(isMet(), lit(0d)).otherwise(greatest(distance, distance.unary_$minus()));
    }

    Column shortfall() {
      Column none = lit(null).cast(QUANTITY);
      if (comparison.wantsMore() && indicator.formula() instanceof Formula.Ratio ratio) {
        Column needed = standard.multiply(below()).divide(lit(ratio.times()));
        Column missing = needed.minus(above());
        return when(isMet(), none).otherwise(ceil(missing).cast(QUANTITY));
      }
      return none;
    }

    String shortfallUnit() {
      return comparison.wantsMore() && indicator.formula() instanceof Formula.Ratio ratio
          ? catalogue.measure(ratio.of()).unit()
          : null;
    }

    Column decidedByRounding() {
      Column shown = round(value().cast(QUANTITY), indicator.decimals());
      return coalesce(holds(shown, standard).notEqual(isMet()), lit(false));
    }
  }
}
