package io.junheng.publication.jdbc;

import io.junheng.definition.Dialect;
import io.junheng.publication.ShortNames;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements as a dialect writes them. */
record DialectSql(Dialect dialect) {
  /** A day from which something is valid may be empty, and such a column is in no primary key. */
  private static final String MAY_BE_EMPTY = "valid_from";

  /** The name as the database keeps it. */
  String stored(String name) {
    return dialect.names() == Dialect.NameCase.UPPER ? name.toUpperCase(Locale.ROOT) : name;
  }

  String name(String name) {
    String close = dialect.quotes().substring(1);
    return dialect.quotes().charAt(0) + stored(name).replace(close, close + close) + close;
  }

  private String names(Collection<String> names) {
    return names.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Makes a table with its comments; it must not be there. */
  List<String> create(Table table) {
    Stream<String> columns = table.columns().stream().map(column -> column(table, column));
    Stream<String> key =
        hasKey(table)
            ? Stream.of(
                "PRIMARY KEY (%s)"
                    .formatted(names(table.key().stream().map(TableColumn::columnName).toList())))
            : Stream.empty();
    String inline = isInline() ? " COMMENT = " + text(comment(table)) : "";
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE TABLE %s (\n  %s\n) %s%s"
            .formatted(
                name(table.name()),
                Stream.concat(columns, key).collect(Collectors.joining(",\n  ")),
                dialect.tableEnd(),
                inline)
            .strip());
    if (dialect.comments() == Dialect.CommentPlace.STATEMENT) {
      statements.add(
          "COMMENT ON TABLE %s IS %s".formatted(name(table.name()), text(comment(table))));
      table.columns().forEach(column -> statements.add(comment(table, column)));
    }
    return statements;
  }

  /** Adds a column to a table that is there. */
  List<String> add(Table table, TableColumn column) {
    String add = "ALTER TABLE %s ADD %s".formatted(name(table.name()), column(table, column));
    return dialect.comments() == Dialect.CommentPlace.STATEMENT
        ? List.of(add, comment(table, column))
        : List.of(add);
  }

  private static boolean hasKey(Table table) {
    return table.key().stream().noneMatch(column -> column.columnName().equals(MAY_BE_EMPTY));
  }

  private boolean isInline() {
    return dialect.comments() == Dialect.CommentPlace.INLINE;
  }

  private String column(Table table, TableColumn column) {
    boolean isKey = hasKey(table) && table.key().contains(column);
    String type = column.type().name().toLowerCase(Locale.ROOT);
    return name(column.columnName())
        + " "
        + dialect.types().get(isKey && type.equals("text") ? "key" : type)
        + (isKey ? " NOT NULL" : "")
        + (isInline() ? " COMMENT " + text(column.comment()) : "");
  }

  private String comment(Table table, TableColumn column) {
    return "COMMENT ON COLUMN %s.%s IS %s"
        .formatted(name(table.name()), name(column.columnName()), text(column.comment()));
  }

  private static String comment(Table table) {
    return table.title().zh() + "｜" + table.title().en();
  }

  /**
   * The table once more under Chinese names.
   *
   * @param columns those of the table, in the order in which the database has them, so that one
   *     that was added comes last in the view too
   */
  String view(String words, Table table, List<TableColumn> columns) {
    List<String> chinese =
        ShortNames.distinct(columns.stream().map(TableColumn::zh).toList(), dialect.longestName());
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      parts.add(name(columns.get(i).columnName()) + " AS " + name(chinese.get(i)));
    }
    return "%s %s AS SELECT\n  %s\nFROM %s"
        .formatted(
            words, name(table.title().zh()), String.join(",\n  ", parts), name(table.name()));
  }

  /** With a question mark for each column, in the order of the definition, once for each row. */
  String insert(Table table, int rows) {
    String row =
        table.columns().stream().map(any -> "?").collect(Collectors.joining(", ", "(", ")"));
    return "INSERT INTO %s (%s) VALUES %s"
        .formatted(
            name(table.name()),
            names(table.columnNames()),
            String.join(", ", Collections.nCopies(rows, row)));
  }

  String delete(Table table) {
    return "DELETE FROM " + name(table.name());
  }
}
