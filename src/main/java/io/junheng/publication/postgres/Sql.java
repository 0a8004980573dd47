package io.junheng.publication.postgres;

import io.junheng.publication.ShortNames;
import io.junheng.table.ColumnType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Names, texts and types as PostgreSQL writes them. */
final class Sql {
  /** PostgreSQL cuts longer names without a word. */
  private static final int LONGEST_NAME = 63;

  private Sql() {}

  static String name(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  static String names(Collection<String> names) {
    return names.stream().map(Sql::name).collect(Collectors.joining(", "));
  }

  /** Names of the columns of a table or alias. */
  static String names(String of, Collection<String> names) {
    return names.stream().map(name -> of + "." + name(name)).collect(Collectors.joining(", "));
  }

  static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String type(ColumnType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "integer";
      case LONG -> "bigint";
      case QUANTITY -> "numeric(28, 10)";
      case DOUBLE -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "timestamptz";
    };
  }

  /** The names, cut to what PostgreSQL keeps; of equal ones the later get a number. */
  static List<String> distinct(List<String> wanted) {
    return ShortNames.distinct(wanted, LONGEST_NAME);
  }
}
