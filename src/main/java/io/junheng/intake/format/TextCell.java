package io.junheng.intake.format;

import io.junheng.definition.Text;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.Platform;

/** A text, as it is or brought to its code. */
final class TextCell extends Cell {
  private final Optional<Pattern> pattern;
  private FileDay day = new FileDay(Optional.empty());
  private Optional<CodeTable> codes = Optional.empty();
  private byte[] bytes = new byte[0];
  private int length;

  // Neighbouring rows hold the same school, stage or county: what was found right once is not
  // checked again.
  private char[] good = new char[0];
  private boolean hasGood;
  private byte[] goodCode = new byte[0];

  TextCell(ColumnPlan plan, Masking masking) {
    super(plan, masking);
    pattern = Optional.ofNullable(plan.pattern()).map(Pattern::compile);
  }

  @Override
  void openFile(FileDay newDay) {
    if (plan.codes() != null && (codes.isEmpty() || !newDay.equals(day))) {
      codes = Optional.of(newDay.codes(plan.codes()));
      hasGood = false;
    }
    day = newDay;
  }

  @Override
  void parse(char[] chars, int start, int end, Consumer<Problem> problems) {
    if (codes.isPresent()) {
      parseCode(codes.get(), chars, start, end, problems);
      return;
    }
    bytes = text.bytes;
    length = text.length;
    if (hasControlCharacter(chars, start, end)) {
      reject(Rule.CONTROL_CHARACTER, Rule.CONTROL_CHARACTER.message(), chars, start, end, problems);
      return;
    }
    if (plan.residentId()) {
      checkResidentId(chars, start, end, problems);
    }
    if (pattern.isPresent()) {
      checkPattern(pattern.get(), chars, start, end, problems);
    }
  }

  private void parseCode(
      CodeTable table, char[] chars, int start, int end, Consumer<Problem> problems) {
    if (isGood(chars, start, end)) {
      bytes = goodCode;
      length = bytes.length;
      return;
    }
    int at = table.find(chars, start, end);
    if (at == CodeTable.UNKNOWN) {
      length = 0;
      boolean dated = plan.codes().dated() && day.day().isPresent();
      Rule rule = dated ? Rule.UNKNOWN_AREA : Rule.UNKNOWN_CODE;
      Text message = rule.message(dated ? day.day().get() : plan.codes().list());
      reject(rule, message, chars, start, end, problems);
      return;
    }
    bytes = table.code(at);
    length = bytes.length;
    goodCode = bytes;
    remember(chars, start, end);
  }

  private void checkResidentId(char[] chars, int start, int end, Consumer<Problem> problems) {
    if (length > 0 && bytes[length - 1] == 'x') {
      bytes[length - 1] = 'X';
    }
    if (!ResidentId.isValid(chars, start, end)) {
      reject(Rule.CHECK_DIGIT, Rule.CHECK_DIGIT.message(), chars, start, end, problems);
    }
  }

  private void checkPattern(
      Pattern wanted, char[] chars, int start, int end, Consumer<Problem> problems) {
    if (isGood(chars, start, end)) {
      return;
    }
    if (wanted.matcher(CharBuffer.wrap(chars, start, end - start)).matches()) {
      remember(chars, start, end);
    } else {
      reject(Rule.PATTERN, Rule.PATTERN.message(wanted.pattern()), chars, start, end, problems);
    }
  }

  private boolean isGood(char[] chars, int start, int end) {
    return hasGood && Arrays.equals(good, 0, good.length, chars, start, end);
  }

  private void remember(char[] chars, int start, int end) {
    if (good.length != end - start) {
      good = new char[end - start];
    }
    System.arraycopy(chars, start, good, 0, good.length);
    hasGood = true;
  }

  private static boolean hasControlCharacter(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = chars[i];
      if ((c < ' ' && !Blank.is(c)) || c == 0x7f) {
        return true;
      }
    }
    return false;
  }

  @Override
  void write(UnsafeRowWriter row, int ordinal) {
    row.write(ordinal, bytes, 0, length);
  }

  @Override
  long hash(long seed) {
    return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, length, seed);
  }
}
