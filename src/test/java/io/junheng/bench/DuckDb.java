package io.junheng.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** DuckDB in memory, over Parquet files of the lake. */
final class DuckDb implements AutoCloseable {
  private final Connection connection;

  DuckDb() throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /** Files of a Delta table's current version under the table's name. */
  void view(String name, String[] files) throws SQLException {
    String list =
        Arrays.stream(files)
            .map(file -> "'" + file.replaceFirst("^file:/+", "/") + "'")
            .collect(Collectors.joining(", "));
    execute(
        """
        CREATE VIEW %s AS SELECT * REPLACE (CAST(period AS INTEGER) AS period)
        FROM read_parquet([%s], hive_partitioning = true, hive_types_autocast = false, union_by_name = true)
        """
            .formatted(name, list));
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Values by county, stage and indicator, of rows as {@link IndicatorSql} makes them. */
  Map<String, Double> values(String sql) throws SQLException {
    Map<String, Double> values = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.put(
            "%s %s %s".formatted(rows.getString(2), rows.getString(3), rows.getString(4)),
            rows.getDouble(5));
      }
    }
    return values;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
