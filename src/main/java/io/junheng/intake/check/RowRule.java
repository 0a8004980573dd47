package io.junheng.intake.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Check;
import io.junheng.definition.Text;
import io.junheng.definition.Threshold;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.RawColumns;
import io.junheng.intake.format.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * A rule over the typed columns of a row.
 *
 * @param column the delivered column to blame; empty where the row as a whole is meant
 * @param reads the columns that it looks at; where one of them is already wrong, the rule is not
 *     asked
 * @param fails true where the rule is broken; null counts as kept
 * @param refuseAbove how many rows may break it before the file is refused
 */
record RowRule(
    String id,
    String column,
    Level level,
    Text message,
    Set<String> reads,
    Column fails,
    Optional<Threshold> refuseAbove) {
  RowRule(Rule rule, Set<String> reads, Column fails) {
    this(
        rule.code(),
        reads.size() == 1 ? reads.iterator().next() : "",
        rule.level(),
        rule.message(),
        reads,
        fails,
        Optional.empty());
  }

  /** A contract's condition; none for one about whole files. */
  static Stream<RowRule> of(Check check) {
    if (check.level() == Check.Level.FILE) {
      return Stream.empty();
    }
    Level level = check.level() == Check.Level.ROW ? Level.ROW : Level.WARNING;
    Column fails = not(LenientSql.expression(check.require()));
    return Stream.of(
        new RowRule(
            check.id(),
            "",
            level,
            check.message(),
            check.require().names(),
            fails,
            check.refuseAbove()));
  }

  Column isBroken() {
    Column alreadyWrong =
        CheckDelivery.hasProblem(
            problem ->
                problem
                    .getField("column")
                    .isNull()
                    .or(problem.getField("column").isin(reads.stream().sorted().toArray())));
    return coalesce(fails, lit(false)).and(not(alreadyWrong));
  }

  /** The problem to note; null where the rule is kept. */
  Column problemIfBroken() {
    Column problem =
        struct(
            lit(id).as("rule"),
            (column.isEmpty() ? lit(null) : lit(column)).cast("string").as("column"),
            lit(level.code()).as("level"),
            lit(null).cast("string").as("masked_value"),
            lit(message.zh()).as("message_zh"),
            lit(message.en()).as("message_en"));
    return when(isBroken(), problem.cast(RawColumns.PROBLEM));
  }
}
