package io.junheng.bench;

import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList;
import io.junheng.definition.Column;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Contract;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Delivered files of a contract to Parquet by DuckDB: the columns and types that silver has, codes
 * for words, a hash for the identifier, a folder for each period and county.
 */
record DuckDbStudents(Catalogue catalogue, Contract contract, Path landing, Path out) {
  /** Reads all files and writes Parquet. */
  void convert() throws SQLException {
    String columns =
        contract.columns().stream().flatMap(this::stored).collect(Collectors.joining(", "));
    execute(
        """
        COPY (SELECT %s, CAST(split_part(filename, '/', -3) AS INTEGER) AS period, filename AS _file_id
              FROM read_csv('%s/*/*/%s.csv', header = true, all_varchar = true, filename = true))
        TO '%s' (FORMAT parquet, PARTITION_BY (period, county_code))
        """
            .formatted(columns, landing, contract.id(), out));
  }

  private Stream<String> stored(Column column) {
    String cell = "nullif(trim(\"%s\"), '')".formatted(column.title().zh());
    if (column.isKept()) {
      return Stream.of(typed(column, cell) + " AS " + column.name());
    }
    return column.becomes().stream()
        .map(
            replacement ->
                column.isHashed()
                    ? "substr(sha256('a key of 32 bytes and more' || %s), 1, 26) AS %s"
                        .formatted(cell, replacement.name())
                    : "CAST(date_trunc('month', CAST(%s AS DATE)) AS DATE) AS %s"
                        .formatted(cell, replacement.name()));
  }

  private String typed(Column column, String cell) {
    if (column.type() == ColumnType.BOOLEAN) {
      return "CASE %s WHEN '是' THEN true WHEN '否' THEN false END".formatted(cell);
    }
    if (column.type() == ColumnType.INTEGER) {
      return "CAST(%s AS BIGINT)".formatted(cell);
    }
    Optional<String> list = column.codes().filter(name -> !name.equals("areas"));
    return list.map(name -> coded(name, cell)).orElse(cell);
  }

  private String coded(String list, String cell) {
    List<String> cases = new ArrayList<>();
    if (list.equals("stages")) {
      catalogue.stages().stages().forEach(stage -> cases.add(when(stage.title().zh(), stage.id())));
    } else {
      for (CodeList.Code code : catalogue.codeList(list).codes()) {
        Stream.concat(Stream.of(code.code(), code.title().zh()), code.aliases().stream())
            .distinct()
            .forEach(spelling -> cases.add(when(spelling, code.code())));
      }
    }
    return "CASE %s %s END".formatted(cell, String.join(" ", cases));
  }

  private static String when(String spelling, String code) {
    return "WHEN '%s' THEN '%s'".formatted(spelling.replace("'", "''"), code);
  }

  /** The lines of an aggregation over what was written. */
  List<String> lines(String aggregation) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                aggregation.formatted(
                    "read_parquet('%s/*/*/*.parquet', hive_partitioning = true)".formatted(out)))) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines;
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
