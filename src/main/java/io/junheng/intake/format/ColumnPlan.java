package io.junheng.intake.format;

import io.junheng.definition.Column.ColumnType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.List;

/**
 * What the reader needs to know of one delivered column; small and serializable, for it goes to
 * every executor.
 *
 * @param headers accepted header names, {@link HeaderName#normal normalised}
 * @param minimum null: none; so for {@code maximum}, {@code pattern} and {@code codes} ({@code
 *     Optional} does not travel)
 * @param unit as the contract writes it; empty: none
 * @param absent spellings that say «no value», {@link CellText unified}
 * @param personal whether its values may never be shown
 * @param hashed whether a keyed hash of it is stored
 * @param inKey whether it helps to tell rows apart
 */
record ColumnPlan(
    String name,
    String titleZh,
    String titleEn,
    List<String> headers,
    ColumnType type,
    int decimals,
    boolean required,
    BigDecimal minimum,
    BigDecimal maximum,
    String pattern,
    String unit,
    List<String> absent,
    CodePlan codes,
    boolean residentId,
    boolean personal,
    boolean hashed,
    boolean inKey)
    implements Serializable {
  /** Whether a cell says that there is no value. */
  boolean isAbsent(char[] chars, int start, int end) {
    for (String word : absent) {
      if (word.length() == end - start
          && word.contentEquals(CharBuffer.wrap(chars, start, end - start))) {
        return true;
      }
    }
    return false;
  }

  /** Whether any text is taken: neither codes nor a pattern say what may stand there. */
  boolean isFreeText() {
    return type == ColumnType.TEXT && codes == null && pattern == null;
  }
}
