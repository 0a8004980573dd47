package io.junheng.intake.format;

import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Text;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/**
 * The value of one column in the row at hand: reads the characters of a cell, holds the typed value
 * until the row is written, and reports what is wrong. Objects are reused from row to row, for
 * there may be ten million rows.
 */
abstract class Cell {
  final ColumnPlan plan;

  /**
   * The characters of the cell in UTF-8, where they are asked for: of texts and of identifiers to
   * be hashed.
   */
  final Utf8Bytes text = new Utf8Bytes();

  private final Masking masking;
  private final boolean keepsText;
  private boolean filled;
  private boolean broken;

  Cell(ColumnPlan plan, Masking masking) {
    this.plan = plan;
    this.masking = masking;
    keepsText = plan.hashed() || (plan.type() == ColumnType.TEXT && plan.codes() == null);
  }

  /** A cell for the column's type. */
  static Cell of(ColumnPlan plan, Masking masking) {
    return switch (plan.type()) {
      case TEXT -> new TextCell(plan, masking);
      case INTEGER, DECIMAL -> new NumberCell(plan, masking);
      case DATE -> new DateCell(plan, masking);
      case BOOLEAN -> new BooleanCell(plan, masking);
    };
  }

  /** Prepares for a file: codes that come and go hold or do not hold on this day. */
  void openFile(FileDay day) {}

  /** Holds nothing from now on. */
  final void clear() {
    filled = false;
    broken = false;
  }

  /** Reads a trimmed cell. */
  final void read(char[] chars, int start, int end, Consumer<Problem> problems) {
    clear();
    if (CellText.isPlain(chars, start, end)) {
      readUnified(chars, start, end, problems);
    } else {
      char[] unified = CellText.unified(chars, start, end);
      readUnified(unified, 0, unified.length, problems);
    }
  }

  private void readUnified(char[] chars, int start, int end, Consumer<Problem> problems) {
    if (start == end) {
      missing(problems);
      return;
    }
    filled = true;
    if (keepsText) {
      text.encode(chars, start, end);
    }
    Optional<Rule> objection = CellText.objection(chars, start, end, plan);
    if (objection.isPresent()) {
      Text message = objection.get().message(CellText.LONGEST);
      reject(objection.get(), message, chars, start, end, problems);
    } else {
      parse(chars, start, end, problems);
    }
  }

  /** There is no such cell, or it is empty. */
  final void missing(Consumer<Problem> problems) {
    if (plan.required()) {
      broken = true;
      problems.accept(problem(Rule.REQUIRED, "", Rule.REQUIRED.message()));
    }
  }

  final boolean isNull() {
    return !filled || broken;
  }

  /** Whether something was delivered, right or wrong. */
  final boolean isFilled() {
    return filled;
  }

  /** Whether the cell broke a rule; a key with such a part is not compared with others. */
  final boolean isBroken() {
    return broken;
  }

  /** Parses a cell that is not empty, or calls {@link #reject}. */
  abstract void parse(char[] chars, int start, int end, Consumer<Problem> problems);

  /** Writes the typed value, which is not null. */
  abstract void write(UnsafeRowWriter row, int ordinal);

  /** A hash of the typed value, which is not null. */
  abstract long hash(long seed);

  /** Notes that the value breaks a rule; it counts as null from now on. */
  final void reject(
      Rule rule, Text message, char[] chars, int start, int end, Consumer<Problem> problems) {
    broken = true;
    problems.accept(problem(rule, masking.show(plan.personal(), chars, start, end), message));
  }

  private Problem problem(Rule rule, String shown, Text message) {
    return new Problem(rule.code(), plan.name(), rule.level(), shown, message);
  }
}
