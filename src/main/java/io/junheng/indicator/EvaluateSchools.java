package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.KEYS;
import static io.junheng.indicator.PanelColumns.QUANTITY;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@code gold.school_indicator}: one row for each period, county, school, stage and indicator that
 * has a value or should have one.
 *
 * <p>Status A: a value; X: the school has pupils at the stage, but a side of the formula is missing
 * or the denominator is 0.
 */
public record EvaluateSchools(Catalogue catalogue) {
  /** Rows of {@code school_indicator} from the {@link SchoolPanel}. */
  public Dataset<Row> apply(Dataset<Row> panel) {
    Formulas formulas = new Formulas(catalogue);
    Column[] figures =
        formulas.ofSchools().stream().map(i -> figure(i, formulas)).toArray(Column[]::new);
    if (figures.length == 0) {
      figures = new Column[] {lit(null)};
    }
    List<Column> kept = new ArrayList<>(Arrays.asList(SchoolPanel.columns(KEYS)));
    kept.add(col(PanelColumns.PUPILS));
    kept.add(explode(array_compact(array(figures))).alias("figure"));
    Column value = col("figure.value");
    return panel
        .select(kept.toArray(Column[]::new))
        .where(value.isNotNull().or(coalesce(col(PanelColumns.PUPILS), lit(0)).gt(0)))
        .select(
            col(name(SchoolIndicator.PERIOD)),
            col(name(SchoolIndicator.COUNTY_CODE)),
            col(name(SchoolIndicator.SCHOOL_CODE)),
            col(name(SchoolIndicator.STAGE)),
            col("figure.indicator").alias(name(SchoolIndicator.INDICATOR)),
            value.alias(name(SchoolIndicator.VALUE)),
            col("figure.numerator").alias(name(SchoolIndicator.NUMERATOR)),
            col("figure.denominator").alias(name(SchoolIndicator.DENOMINATOR)),
            col(PanelColumns.PUPILS).alias(name(SchoolIndicator.PUPILS)),
            when(value.isNotNull(), lit("A"))
                .otherwise(lit("X"))
                .alias(name(SchoolIndicator.OBS_STATUS)),
            lit("F").alias(name(SchoolIndicator.CONF_STATUS)));
  }

  private static Column figure(Indicator indicator, Formulas formulas) {
    boolean divides = indicator.formula() instanceof Formula.Ratio;
    Column none = lit(null).cast(QUANTITY);
    return when(
        SchoolPanel.atStages(indicator.stages()),
        struct(
            lit(indicator.id()).alias("indicator"),
            col(indicator.id()).alias("value"),
            (divides ? col(formulas.above(indicator)) : none).alias("numerator"),
            (divides ? col(formulas.below(indicator)) : none).alias("denominator")));
  }

  private static String name(TableColumn column) {
    return column.columnName();
  }
}
