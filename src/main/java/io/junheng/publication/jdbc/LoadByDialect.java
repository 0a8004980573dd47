package io.junheng.publication.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.publication.ShortNames;
import io.junheng.table.ColumnType;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.apache.spark.sql.Row;

/** Replaces the rows of a table within the transaction that is open. */
record LoadByDialect(Connection connection, DialectSql sql) {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final String CUT = "…";

  /** Rows that were deleted and inserted. */
  long replace(Table table, List<Row> rows) throws SQLException {
    long changed = rows.size();
    try (Statement delete = connection.createStatement()) {
      changed += Math.max(0, delete.executeUpdate(sql.delete(table)));
    }
    int atOnce = sql.dialect().rowsAtOnce();
    int even = rows.size() - rows.size() % atOnce;
    insert(table, rows.subList(0, even), atOnce);
    insert(table, rows.subList(even, rows.size()), 1);
    return changed;
  }

  /**
   * @param atOnce rows of one statement, of which there is a whole number
   */
  private void insert(Table table, List<Row> rows, int atOnce) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<ColumnType> types = table.columns().stream().map(column -> column.type()).toList();
    try (PreparedStatement insert = connection.prepareStatement(sql.insert(table, atOnce))) {
      int statements = 0;
      for (int i = 0; i < rows.size(); i++) {
        set(insert, i % atOnce * types.size(), types, rows.get(i));
        if ((i + 1) % atOnce == 0) {
          insert.addBatch();
          statements++;
        }
        if (statements * atOnce >= ROWS_AT_ONCE) {
          insert.executeBatch();
          statements = 0;
        }
      }
      if (statements > 0) {
        insert.executeBatch();
      }
    }
  }

  private void set(PreparedStatement insert, int before, List<ColumnType> types, Row row)
      throws SQLException {
    for (int i = 0; i < types.size(); i++) {
      set(insert, before + i + 1, types.get(i), row.get(i));
    }
  }

  private void set(PreparedStatement insert, int at, ColumnType type, Object value)
      throws SQLException {
    if (value == null) {
      insert.setNull(at, typeOf(type));
      return;
    }
    switch (type) {
      case TEXT -> insert.setString(at, fitting((String) value));
      case INTEGER -> insert.setInt(at, ((Number) value).intValue());
      case LONG -> insert.setLong(at, ((Number) value).longValue());
      case QUANTITY -> insert.setBigDecimal(at, (BigDecimal) value);
      case DOUBLE -> insert.setDouble(at, ((Number) value).doubleValue());
      case BOOLEAN -> insert.setBoolean(at, (Boolean) value);
      case DATE -> insert.setDate(at, (Date) value);
      case TIMESTAMP -> insert.setTimestamp(at, (Timestamp) value);
    }
  }

  private String fitting(String text) {
    int longest = sql.dialect().longestText().orElse(Integer.MAX_VALUE);
    return text.length() <= longest / 4 || text.getBytes(UTF_8).length <= longest
        ? text
        : ShortNames.cut(text, longest - CUT.getBytes(UTF_8).length) + CUT;
  }

  private static int typeOf(ColumnType type) {
    return switch (type) {
      case TEXT -> Types.VARCHAR;
      case INTEGER -> Types.INTEGER;
      case LONG -> Types.BIGINT;
      case QUANTITY -> Types.DECIMAL;
      case DOUBLE -> Types.DOUBLE;
      case BOOLEAN -> Types.BOOLEAN;
      case DATE -> Types.DATE;
      case TIMESTAMP -> Types.TIMESTAMP;
    };
  }
}
