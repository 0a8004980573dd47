package io.junheng.intake.format;

import io.junheng.definition.Text;

/**
 * A broken rule of one row.
 *
 * @param rule code of a {@link Rule} or id of a contract's check
 * @param column delivered name; empty where the row as a whole is meant
 * @param shown the value after {@link Masking}; empty where there is none
 */
record Problem(String rule, String column, Level level, String shown, Text message) {
  /** The same, telling also on which line of the text the record begins. */
  Problem onLine(long line) {
    Text told =
        new Text(
            message.zh() + "(文本第" + line + "行)", message.en() + " (line " + line + " of the text)");
    return new Problem(rule, column, level, shown, told);
  }
}
