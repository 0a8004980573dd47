package io.junheng.table;

import java.util.Map;

/**
 * A row of a delivered dataset as silver keeps it; there may be very many, so nothing is copied.
 *
 * @param file SHA-256 of the file that it stood in
 * @param row its number in the file
 * @param values of the columns asked for that have one: {@code String}, {@code Boolean}, {@code
 *     java.math.BigDecimal}; other kinds of column are left out
 */
public record DeliveredRow(String file, long row, Map<String, Object> values) {}
