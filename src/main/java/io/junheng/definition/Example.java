package io.junheng.definition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A worked example of an indicator; {@code validate} works it out again.
 *
 * @param rows one row of named figures for a ratio, a growth ({@code now}, {@code before}) or a
 *     derived value; one row a school for a dispersion or a share of schools
 * @param value what must come out, to the digits given
 */
public record Example(List<Map<String, BigDecimal>> rows, BigDecimal value) {
  public Example {
    rows = rows.stream().map(row -> Map.copyOf(new LinkedHashMap<>(row))).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("an example needs at least one row");
    }
  }
}
