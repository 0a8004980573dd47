package io.junheng.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A row of one of our own tables as plain Java.
 *
 * @param values one for each column of the table, null where there is none: {@code String}, {@code
 *     Integer}, {@code Long}, {@code BigDecimal}, {@code Double}, {@code Boolean}, {@code
 *     LocalDate}, {@code Instant}, as the column's {@link ColumnType} says
 */
public record StoredRow(Table table, Object[] values) {
  public StoredRow {
    Objects.requireNonNull(table, "table");
    if (values.length != table.columns().size()) {
      throw new IllegalArgumentException(
          "%d values for %s".formatted(values.length, table.qualifiedName()));
    }
  }

  /** A text that may be missing. */
  public Optional<String> text(TableColumn column) {
    return value(column).map(String.class::cast);
  }

  /** A text that is always there. */
  public String require(TableColumn column) {
    return text(column)
        .orElseThrow(() -> new IllegalStateException("no %s in %s".formatted(column, this)));
  }

  /** A quantity or a fraction. */
  public Optional<BigDecimal> number(TableColumn column) {
    return value(column)
        .map(
            found ->
                found instanceof BigDecimal exact ? exact : BigDecimal.valueOf((Double) found));
  }

  /** A whole number of either size. */
  public Optional<Long> whole(TableColumn column) {
    return value(column).map(found -> ((Number) found).longValue());
  }

  /** A whole number that fits into 32 bits. */
  public Optional<Integer> integer(TableColumn column) {
    return whole(column).map(Math::toIntExact);
  }

  /** True or false, where it is known. */
  public Optional<Boolean> flag(TableColumn column) {
    return value(column).map(Boolean.class::cast);
  }

  /** A point in time. */
  public Optional<Instant> instant(TableColumn column) {
    return value(column).map(Instant.class::cast);
  }

  /** Whatever stands there. */
  public Optional<Object> value(TableColumn column) {
    return Optional.ofNullable(values[place(column)]);
  }

  private int place(TableColumn column) {
    int place = ((Enum<?>) column).ordinal();
    if (table.columns().get(place) != column) {
      throw new IllegalArgumentException(
          "%s has no column %s".formatted(table.qualifiedName(), column));
    }
    return place;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredRow row
        && table.equals(row.table)
        && Arrays.equals(values, row.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return table.qualifiedName() + Arrays.toString(values);
  }
}
