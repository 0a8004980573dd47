package io.junheng.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a counted or summed figure takes of each row, read from the formula that {@code dim_measure}
 * keeps: {@code count where is_full_time}, {@code sum of value where item = 'budget'}. It
 * understands comparisons, {@code IN}, {@code BETWEEN}, {@code IS NULL}, {@code AND}, {@code OR},
 * {@code NOT}, {@code coalesce} and sums and differences, with SQL's unknown; whoever uses it holds
 * the result against the figure.
 *
 * @param value what a row adds
 * @param conditions all of them must be true of a row
 * @param columns that are looked at
 */
record RowFormula(RowTerm value, List<RowTerm> conditions, Set<String> columns) {
  RowFormula {
    conditions = List.copyOf(conditions);
    columns = Set.copyOf(columns);
  }

  /** The formula in these words; empty where it says anything else. */
  static Optional<RowFormula> of(String formula) {
    try {
      return Optional.of(read(new RowTermReader(formula)));
    } catch (RowTermReader.NotUnderstood e) {
      return Optional.empty();
    }
  }

  private static RowFormula read(RowTermReader words) {
    RowTerm value;
    if (words.skips("SUM")) {
      words.require("OF");
      value = words.value();
    } else {
      words.require("COUNT");
      value = row -> Optional.of(BigDecimal.ONE);
    }
    List<RowTerm> conditions = new ArrayList<>();
    while (words.skips("WHERE")) {
      conditions.add(words.condition());
    }
    words.requireEnd();
    return new RowFormula(value, conditions, new TreeSet<>(words.columns()));
  }

  /** What a row adds; empty where it is not counted. */
  Optional<BigDecimal> adds(Map<String, Object> row) {
    return conditions.stream().allMatch(one -> one.of(row).equals(Optional.of(true)))
        ? value.of(row).map(BigDecimal.class::cast)
        : Optional.empty();
  }
}
