package io.junheng.config;

import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an expression may read.
 *
 * @param types SQL type of each name
 * @param complete false where a definition behind it is itself wrong: unknown names are then not
 *     told
 */
record Vocabulary(Map<String, String> types, boolean complete) {
  /** The type of every measure. */
  static final String MEASURE = "DECIMAL(28,10)";

  /** The type of every indicator. */
  static final String INDICATOR = "DOUBLE";

  Vocabulary {
    types = Map.copyOf(types);
  }

  /** The columns as they are delivered. */
  static Vocabulary delivered(List<Column> columns, boolean complete) {
    Map<String, String> types = new LinkedHashMap<>();
    columns.forEach(column -> types.put(column.name(), typeOf(column)));
    return new Vocabulary(types, complete);
  }

  /**
   * The columns as they are stored: kept ones, replacements, and the period and area that every
   * table has.
   */
  static Vocabulary stored(Contract contract, boolean complete) {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("period", "INT");
    types.put("county_code", "STRING");
    for (Column column : contract.columns()) {
      if (column.isKept()) {
        types.put(column.name(), typeOf(column));
      }
      column.becomes().forEach(r -> types.put(r.name(), typeOf(r.type(), column.decimals())));
    }
    return new Vocabulary(types, complete);
  }

  /** All names with one type. */
  static Vocabulary of(Iterable<String> names, String type) {
    Map<String, String> types = new LinkedHashMap<>();
    names.forEach(name -> types.put(name, type));
    return new Vocabulary(types, true);
  }

  /** These names and others; where both have one, the other's counts. */
  Vocabulary and(Vocabulary other) {
    Map<String, String> both = new LinkedHashMap<>(types);
    both.putAll(other.types);
    return new Vocabulary(both, complete && other.complete);
  }

  /** Those of these names that are asked for; a plan of few columns is looked at sooner. */
  Vocabulary only(Set<String> names) {
    Map<String, String> some = new LinkedHashMap<>(types);
    some.keySet().retainAll(names);
    return new Vocabulary(some, complete);
  }

  private static String typeOf(Column column) {
    return typeOf(column.type(), column.decimals());
  }

  private static String typeOf(Column.ColumnType type, int decimals) {
    return switch (type) {
      case TEXT -> "STRING";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(20,%d)".formatted(decimals);
      case DATE -> "DATE";
      case BOOLEAN -> "BOOLEAN";
    };
  }
}
