package io.junheng.publication.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.table.ColumnType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (String name : wanted) {
      String free = cut(name, LONGEST_NAME);
      for (int number = 2; !taken.add(free); number++) {
        String suffix = "_" + number;
        free = cut(name, LONGEST_NAME - suffix.length()) + suffix;
      }
      names.add(free);
    }
    return names;
  }

  private static String cut(String name, int bytes) {
    String cut = name;
    while (cut.getBytes(UTF_8).length > bytes) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }
}
