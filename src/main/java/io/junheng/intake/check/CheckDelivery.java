package io.junheng.intake.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Check;
import io.junheng.definition.Contract;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.RawColumns;
import io.junheng.intake.format.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Adds to raw rows where they belong ({@link #PERIOD}, {@link #AREA}) and which conditions of the
 * contract they break (more elements of {@code _problems}). A condition is not asked about a column
 * whose value was already found wrong.
 */
public record CheckDelivery(Contract contract) {
  /** Whole number: the row's period; null where the row names none. */
  public static final String PERIOD = "_period";

  /** Text: the row's area; null where the row names none. */
  public static final String AREA = "_area";

  /** The same rows, checked. */
  public Dataset<Row> apply(Dataset<Row> raw) {
    return LenientSql.analysed(
        raw,
        () ->
            raw.withColumns(
                Map.of(PERIOD, period(), AREA, area(), RawColumns.PROBLEMS, problems())));
  }

  /** All rules that are decided here rather than cell by cell. */
  List<RowRule> rules() {
    return Stream.concat(ownRules(), contract.checks().stream().flatMap(RowRule::of)).toList();
  }

  private Stream<RowRule> ownRules() {
    if (contract.period().isEmpty()) {
      Column isForeign = rowArea().notEqual(area());
      return Stream.of(new RowRule(Rule.FOREIGN_AREA, areaNames(), isForeign));
    }
    return Stream.of(
        new RowRule(Rule.MISSING_AREA, areaNames(), area().isNull()),
        new RowRule(Rule.BAD_PERIOD, contract.period().get().names(), not(isPeriod(period()))));
  }

  private Set<String> areaNames() {
    return contract.area().names();
  }

  private Column rowArea() {
    boolean stands = areaNames().stream().allMatch(name -> contract.column(name).isPresent());
    return (stands ? LenientSql.expression(contract.area()) : lit(null)).cast("string");
  }

  /** The row's area. */
  Column area() {
    return contract.period().isEmpty() ? col(RawColumns.FOLDER_AREA) : rowArea();
  }

  /** The row's period. */
  Column period() {
    return contract
        .period()
        .map(expression -> LenientSql.expression(expression).cast("int"))
        .orElse(col(RawColumns.FOLDER_PERIOD));
  }

  /** Whether it is a period of the contract's type; never null. */
  Column isPeriod(Column period) {
    Column kind = period.mod(lit(100));
    Column ofType =
        switch (contract.periodType()) {
          case CALENDAR_YEAR -> kind.equalTo(0);
          case QUARTER -> kind.between(1, 4);
          case HALF_YEAR -> kind.between(5, 6);
          case SCHOOL_YEAR -> kind.equalTo(10);
        };
    return coalesce(period.between(190000, 299999).and(ofType), lit(false));
  }

  /**
   * Whether some condition fails, be it only because its column is wrong already: where not, {@link
   * #problems} are those that were read. Never null.
   */
  Column mayBreak() {
    return rules().stream()
        .map(rule -> coalesce(rule.fails(), lit(false)))
        .reduce(lit(false), Column::or);
  }

  /** All problems of a row. */
  Column problems() {
    List<RowRule> rules = rules();
    Column read = col(RawColumns.PROBLEMS);
    Column anyBroken = rules.stream().map(RowRule::isBroken).reduce(lit(false), Column::or);
    Column[] broken = rules.stream().map(RowRule::problemIfBroken).toArray(Column[]::new);
    Column none = array().cast(DataTypes.createArrayType(RawColumns.PROBLEM));
    return when(
            col(RawColumns.ROW).gt(0).and(anyBroken),
            concat(coalesce(read, none), array_compact(array(broken))))
        .otherwise(read);
  }

  /** Rows that are set aside. */
  static Column isRejected() {
    return hasProblem(problem -> problem.getField("level").equalTo(Level.ROW.code()));
  }

  /** Whether the row has a problem of that kind; false, not null, for rows without problems. */
  static Column hasProblem(Function<Column, Column> kind) {
    Column problems = col(RawColumns.PROBLEMS);
    return problems.isNotNull().and(exists(problems, kind::apply));
  }

  /** Checks of whole files. */
  List<Check> fileChecks() {
    return contract.checks().stream().filter(check -> check.level() == Check.Level.FILE).toList();
  }
}
