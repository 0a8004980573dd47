package io.junheng.publication.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Brings one table to new rows, within the transaction that is open: the rows go to a temporary
 * table, then those that are gone or differ are deleted and those that are missing inserted. What
 * is the same is not touched, so that nothing grows by publishing the same again, and readers, who
 * are never blocked, see all of it at once when the transaction commits.
 */
record LoadTable(Mart mart, Table table) {
  private static final int CHUNK = 1 << 16;

  /** Rows that changed: deleted and inserted ones. */
  long apply(List<Row> rows) throws SQLException {
    if (rows.isEmpty()) {
      return mart.update("DELETE FROM " + MartTables.name(table));
    }
    stage(rows);
    String all = Sql.names(table.columnNames());
    long gone =
        mart.update(
            "DELETE FROM %s AS g WHERE NOT EXISTS (SELECT FROM %s AS s WHERE %s AND (%s) IS NOT DISTINCT FROM (%s))"
                .formatted(MartTables.name(table), staged(), sameKey(), row("s"), row("g")));
    long come =
        mart.update(
            "INSERT INTO %s (%s) SELECT %s FROM %s AS s WHERE NOT EXISTS (SELECT FROM %s AS g WHERE %s)"
                .formatted(
                    MartTables.name(table), all, all, staged(), MartTables.name(table), sameKey()));
    return gone + come;
  }

  private String staged() {
    return "pg_temp." + Sql.name("new_" + table.name());
  }

  private void stage(List<Row> rows) throws SQLException {
    String columns =
        table.columns().stream()
            .map(column -> Sql.name(column.columnName()) + " " + Sql.type(column.type()))
            .collect(Collectors.joining(", "));
    mart.execute(
        "CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP"
            .formatted(Sql.name("new_" + table.name()), columns));
    CopyIn copy =
        mart.connection()
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s FROM STDIN".formatted(staged()));
    try {
      StringBuilder text = new StringBuilder();
      for (Row row : rows) {
        CopyText.append(text, row);
        if (text.length() > CHUNK) {
          send(copy, text);
        }
      }
      send(copy, text);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    mart.execute("ANALYZE " + staged());
  }

  private static void send(CopyIn copy, StringBuilder text) throws SQLException {
    byte[] bytes = text.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    text.setLength(0);
  }

  private String sameKey() {
    return table.key().stream().map(LoadTable::same).collect(Collectors.joining(" AND "));
  }

  private static String same(TableColumn column) {
    String name = Sql.name(column.columnName());
    return MartTables.mayBeEmpty(column)
        ? "s.%s IS NOT DISTINCT FROM g.%s".formatted(name, name)
        : "s.%s = g.%s".formatted(name, name);
  }

  private String row(String alias) {
    return "ROW(" + Sql.names(alias, table.columnNames()) + ")";
  }
}
