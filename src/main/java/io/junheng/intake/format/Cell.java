package io.junheng.intake.format;

import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/**
 * The value of one column in the row at hand: reads the characters of a cell, holds the typed value
 * until the row is written, and reports what is wrong. Objects are reused from row to row, for
 * there may be ten million rows.
 */
abstract class Cell {
  private static final int NOTHING = -1;
  private static final int LONGEST_REMEMBERED = 24;

  final ColumnPlan plan;

  /**
   * The characters of the cell in UTF-8, where they are asked for: of texts and of identifiers to
   * be hashed.
   */
  final Utf8Bytes text = new Utf8Bytes();

  private final Masking masking;
  private final boolean keepsText;
  private final AbsenceWords absence;
  private boolean filled;
  private boolean broken;

  // Neighbouring rows hold the same school, class or answer: what was read without a word is not
  // read again.
  private final char[] last = new char[LONGEST_REMEMBERED];
  private int lastLength = NOTHING;
  private boolean lastFilled;
  private boolean told;

  Cell(ColumnPlan plan, Masking masking) {
    this.plan = plan;
    this.masking = masking;
    absence = new AbsenceWords(plan.absence());
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

  /** Prepares for a file. */
  final void openFile(FileDay day, FilePlan file) {
    lastLength = NOTHING;
    prepare(day, file);
  }

  /**
   * Looks up what the file decides: codes that come and go hold or do not hold on this day, and
   * other datasets have keys for its period and county.
   */
  void prepare(FileDay day, FilePlan file) {}

  /** Whether this column refers to a dataset of which nothing is known for the file at hand. */
  boolean isReferenceUnknown() {
    return false;
  }

  /** Holds nothing from now on. */
  final void clear() {
    filled = false;
    broken = false;
  }

  /** Reads a trimmed cell. */
  final void read(char[] chars, int start, int end, Consumer<Problem> problems) {
    if (lastLength == end - start && Arrays.equals(last, 0, lastLength, chars, start, end)) {
      filled = lastFilled;
      broken = false;
      return;
    }
    told = false;
    readNew(chars, start, end, problems);
    remember(chars, start, end);
  }

  private void remember(char[] chars, int start, int end) {
    int length = end - start;
    if (told || length > LONGEST_REMEMBERED) {
      lastLength = NOTHING;
      return;
    }
    System.arraycopy(chars, start, last, 0, length);
    lastLength = length;
    lastFilled = filled;
  }

  private void readNew(char[] chars, int start, int end, Consumer<Problem> problems) {
    clear();
    if (CellText.isPlain(chars, start, end)) {
      readUnified(chars, start, end, problems);
    } else {
      char[] unified = CellText.unified(chars, start, end);
      readUnified(unified, 0, unified.length, problems);
    }
  }

  private void readUnified(char[] chars, int start, int end, Consumer<Problem> problems) {
    AbsenceWords.Meaning meaning = absence.meaning(chars, start, end);
    if (start == end || meaning == AbsenceWords.Meaning.BLANK) {
      missing(problems);
      return;
    }
    filled = true;
    if (keepsText) {
      text.encode(chars, start, end);
    }
    Optional<Rule> objection =
        meaning == AbsenceWords.Meaning.REFUSED
            ? Optional.of(Rule.HIDDEN_ABSENCE)
            : CellText.objection(chars, start, end, plan);
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
      told = true;
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
    told = true;
    problems.accept(problem(rule, masking.show(plan.personal(), chars, start, end), message));
  }

  /** Notes what is doubtful about a value that stays. */
  final void warn(
      Rule rule, Text message, char[] chars, int start, int end, Consumer<Problem> problems) {
    told = true;
    String shown = masking.show(plan.personal(), chars, start, end);
    problems.accept(new Problem(rule.code(), plan.name(), Level.WARNING, shown, message));
  }

  private Problem problem(Rule rule, String shown, Text message) {
    return new Problem(rule.code(), plan.name(), rule.level(), shown, message);
  }
}
