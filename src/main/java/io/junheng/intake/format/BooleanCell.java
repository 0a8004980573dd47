package io.junheng.intake.format;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.codegen.UnsafeRowWriter;

/** Yes or no: 是/否, true/false, 1/0, Y/N, yes/no in any case. */
final class BooleanCell extends Cell {
  private static final CodeTable WORDS = CodeTable.of(words(), 0);

  private boolean value;

  BooleanCell(ColumnPlan plan, Masking masking) {
    super(plan, masking);
  }

  private static CodePlan words() {
    List<CodePlan.Entry> entries =
        Stream.concat(
                Stream.of("是", "true", "1", "y", "yes").map(w -> CodePlan.Entry.always(w, "1")),
                Stream.of("否", "false", "0", "n", "no").map(w -> CodePlan.Entry.always(w, "0")))
            .toList();
    return new CodePlan("boolean", false, entries, Map.of());
  }

  @Override
  void parse(char[] chars, int start, int end, Consumer<Problem> problems) {
    int at = WORDS.find(chars, start, end);
    if (at == CodeTable.UNKNOWN) {
      reject(Rule.NOT_BOOLEAN, Rule.NOT_BOOLEAN.message(), chars, start, end, problems);
    } else {
      value = WORDS.code(at)[0] == '1';
    }
  }

  @Override
  void write(UnsafeRowWriter row, int ordinal) {
    row.write(ordinal, value);
  }

  @Override
  long hash(long seed) {
    return XXH64.hashInt(value ? 1 : 0, seed);
  }
}
