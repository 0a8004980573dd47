package io.junheng.intake.format;

import io.junheng.definition.Column.CheckDigit;
import io.junheng.definition.Text;
import java.nio.CharBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;
import org.apache.spark.unsafe.Platform;

/** A text, as it is or brought to its code. */
final class TextCell extends Cell {
  private final Optional<Pattern> pattern;
  private final boolean namesNobody;
  private FileDay day = new FileDay(Optional.empty());
  private Optional<CodeTable> codes = Optional.empty();
  private Optional<Set<String>> references = Optional.empty();
  private byte[] bytes = new byte[0];
  private int length;

  TextCell(ColumnPlan plan, Masking masking) {
    super(plan, masking);
    pattern = Optional.ofNullable(plan.pattern()).map(Pattern::compile);
    namesNobody = masking.aboutPeople() && !plan.personal() && plan.isFreeText();
  }

  @Override
  void prepare(FileDay newDay, FilePlan file) {
    if (plan.reference() != null) {
      references = plan.reference().keysFor(file);
    }
    if (plan.codes() != null && (codes.isEmpty() || !newDay.equals(day))) {
      codes = Optional.of(newDay.codes(plan.codes()));
    }
    day = newDay;
  }

  @Override
  boolean isReferenceUnknown() {
    return plan.reference() != null && references.isEmpty();
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
    if (namesNobody && PersonalValue.is(chars, start, end)) {
      reject(Rule.PERSONAL_VALUE, Rule.PERSONAL_VALUE.message(), chars, start, end, problems);
      return;
    }
    if (plan.checkDigit() != null) {
      checkDigit(plan.checkDigit(), chars, start, end, problems);
    }
    checkWhole(chars, start, end, problems);
  }

  private void checkWhole(char[] chars, int start, int end, Consumer<Problem> problems) {
    boolean hasForm =
        pattern.isEmpty()
            || pattern.get().matcher(CharBuffer.wrap(chars, start, end - start)).matches();
    if (!hasForm) {
      Text message = Rule.PATTERN.message(pattern.get().pattern());
      reject(Rule.PATTERN, message, chars, start, end, problems);
    } else if (!isKnown(chars, start, end)) {
      refuseReference(chars, start, end, problems);
    }
  }

  private boolean isKnown(char[] chars, int start, int end) {
    return references.isEmpty() || references.get().contains(new String(chars, start, end - start));
  }

  private void refuseReference(char[] chars, int start, int end, Consumer<Problem> problems) {
    Rule rule = Rule.UNKNOWN_REFERENCE;
    Text message = rule.message(plan.reference().dataset());
    if (plan.reference().level() == Level.WARNING) {
      warn(rule, message, chars, start, end, problems);
    } else {
      reject(rule, message, chars, start, end, problems);
    }
  }

  private void parseCode(
      CodeTable table, char[] chars, int start, int end, Consumer<Problem> problems) {
    int at = table.find(chars, start, end);
    if (at == CodeTable.UNKNOWN) {
      length = 0;
      rejectCode(table, chars, start, end, problems);
      return;
    }
    bytes = table.code(at);
    length = bytes.length;
  }

  private void rejectCode(
      CodeTable table, char[] chars, int start, int end, Consumer<Problem> problems) {
    Optional<String> right = table.rightCodes(chars, start, end);
    if (right.isPresent()) {
      Rule rule = Rule.CODE_OUT_OF_TIME;
      Text message = rule.message(day.day().orElseThrow(), right.get());
      reject(rule, message, chars, start, end, problems);
      return;
    }
    boolean dated = plan.codes().areas() && day.day().isPresent();
    Rule rule = dated ? Rule.UNKNOWN_AREA : Rule.UNKNOWN_CODE;
    Text message = rule.message(dated ? day.day().get() : plan.codes().list());
    reject(rule, message, chars, start, end, problems);
  }

  private void checkDigit(
      CheckDigit kind, char[] chars, int start, int end, Consumer<Problem> problems) {
    if (length > 0 && bytes[length - 1] == 'x') {
      bytes[length - 1] = 'X';
    }
    boolean fits =
        switch (kind) {
          case CN_RESIDENT_ID -> ResidentId.isValid(chars, start, end);
          case CN_CREDIT_CODE -> CreditCode.isValid(chars, start, end);
        };
    if (!fits) {
      String standard = kind == CheckDigit.CN_RESIDENT_ID ? "GB 11643" : "GB 32100";
      Text message = Rule.CHECK_DIGIT.message(standard);
      reject(Rule.CHECK_DIGIT, message, chars, start, end, problems);
    }
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
