package io.junheng.publication;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Reads the cells of a row by its columns; empty is a cell without a value. */
public final class Cells {
  private Cells() {}

  public static Optional<String> text(Row row, TableColumn column) {
    return value(row, column);
  }

  /** The text of a cell that is never empty, such as one of the key. */
  public static String code(Row row, TableColumn column) {
    return row.getAs(column.columnName());
  }

  public static Period period(Row row) {
    return new Period(row.<Integer>getAs("period"));
  }

  public static Optional<Integer> integer(Row row, TableColumn column) {
    return Cells.<Number>value(row, column).map(Number::intValue);
  }

  /** A number of any kind, with the digits that it has. */
  public static Optional<BigDecimal> number(Row row, TableColumn column) {
    return Cells.<Number>value(row, column)
        .map(
            number ->
                number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString()));
  }

  public static Optional<Boolean> flag(Row row, TableColumn column) {
    return value(row, column);
  }

  /** A text that stands in two columns. Empty if neither language has one. */
  public static Optional<Text> both(Row row, TableColumn zh, TableColumn en) {
    Optional<String> chinese = text(row, zh);
    Optional<String> english = text(row, en);
    return chinese.or(() -> english).map(any -> new Text(any, english.orElse(any)));
  }

  /** The text in one language, or nothing. */
  public static String in(Optional<Text> text, Language language) {
    return text.map(one -> one.in(language)).orElse("");
  }

  private static <T> Optional<T> value(Row row, TableColumn column) {
    return Optional.ofNullable(row.<T>getAs(column.columnName()));
  }
}
