package io.junheng.indicator;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.SchoolRule;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolVerdict;
import io.junheng.table.TableColumn;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code gold.school_verdict}: which schools pass the school rule (at least six of seven items met
 * and the remaining one at its floor).
 *
 * <p>Three-valued: a school passes only if it does so whatever its unknown values are, and fails
 * only if it does so whatever they are; in between {@code is_passed} is null.
 */
public record JudgeSchools(Catalogue catalogue) {
  private static final String HAS_FLOOR = "reaches_floor";

  /** Rows of {@code school_verdict} from rows of {@code school_item}. */
  public Optional<Dataset<Row>> apply(Dataset<Row> schoolItem) {
    return catalogue.frameworks().stream()
        .filter(Framework.Conjunctive.class::isInstance)
        .map(Framework.Conjunctive.class::cast)
        .filter(framework -> framework.schoolRule().isPresent())
        .map(framework -> judge(framework.id(), framework.schoolRule().get(), schoolItem))
        .reduce(Dataset::unionByName);
  }

  private static Dataset<Row> judge(String framework, SchoolRule rule, Dataset<Row> schoolItem) {
    Column met = column(SchoolItem.IS_MET);
    Column metCount = count_if(coalesce(met, lit(false)));
    Column unknown = count_if(met.isNull());
    Column failing =
        array_join(
            array_sort(collect_list(when(met.equalTo(false), column(SchoolItem.ITEM)))), ",");
    return schoolItem
        .where(column(SchoolItem.FRAMEWORK).equalTo(framework))
        .where(column(SchoolItem.ITEM).isin(rule.of().toArray()))
        .withColumn(HAS_FLOOR, reachesFloor())
        .groupBy(
            column(SchoolItem.PERIOD),
            column(SchoolItem.FRAMEWORK),
            column(SchoolItem.COUNTY_CODE),
            column(SchoolItem.SCHOOL_CODE),
            column(SchoolItem.STAGE))
        .agg(
            metCount.cast(DataTypes.IntegerType).alias(SchoolVerdict.MET_COUNT.columnName()),
            count(lit(1)).cast(DataTypes.IntegerType).alias(SchoolVerdict.OF_COUNT.columnName()),
            passed(rule, metCount, unknown).alias(SchoolVerdict.IS_PASSED.columnName()),
            failing.alias(SchoolVerdict.FAILING_ITEMS.columnName()))
        .select(
            List.of(
                    SchoolVerdict.PERIOD,
                    SchoolVerdict.FRAMEWORK,
                    SchoolVerdict.COUNTY_CODE,
                    SchoolVerdict.SCHOOL_CODE,
                    SchoolVerdict.STAGE,
                    SchoolVerdict.MET_COUNT,
                    SchoolVerdict.OF_COUNT,
                    SchoolVerdict.IS_PASSED,
                    SchoolVerdict.FAILING_ITEMS)
                .stream()
                .map(JudgeSchools::column)
                .toArray(Column[]::new));
  }

  /** Whether an item is met or at least at its floor; null where the value is unknown. */
  private static Column reachesFloor() {
    return column(SchoolItem.IS_MET)
        .or(column(SchoolItem.VALUE).cast(PanelColumns.QUANTITY).geq(column(SchoolItem.FLOOR)));
  }

  private static Column passed(SchoolRule rule, Column metCount, Column unknown) {
    Column floors = rule.othersReachFloor() ? bool_and(col(HAS_FLOOR)) : lit(true);
    Column belowFloor =
        rule.othersReachFloor() ? count_if(col(HAS_FLOOR).equalTo(false)).gt(0) : lit(false);
    Column fails = metCount.plus(unknown).lt(rule.metAtLeast()).or(belowFloor);
    Column allFloorsKnown =
        rule.othersReachFloor() ? count_if(col(HAS_FLOOR).isNull()).equalTo(0) : lit(true);
    Column passes = metCount.geq(rule.metAtLeast()).and(floors).and(allFloorsKnown);
    return when(fails, lit(false)).when(passes, lit(true));
  }

  private static Column column(TableColumn column) {
    return col(column.columnName());
  }
}
