package io.junheng.publication.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection to the database, in a transaction that its user ends. */
record Mart(Connection connection) {
  static final String GOLD = "gold";
  static final String GOLD_ZH = "gold_zh";
  static final String ACCESS = "gold_access";

  void execute(String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  void execute(List<String> statements) throws SQLException {
    for (String statement : statements) {
      execute(statement);
    }
  }

  /** Rows that were touched. */
  long update(String statement) throws SQLException {
    try (Statement one = connection.createStatement()) {
      return one.executeLargeUpdate(statement);
    }
  }

  /** The first column of all rows. */
  List<String> texts(String query, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<String> texts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
      return texts;
    }
  }

  Optional<String> text(String query, String... parameters) throws SQLException {
    return texts(query, parameters).stream().findFirst();
  }

  /** The columns of a table or view as it stands, in its order; none if it is not there. */
  List<String> columns(String schema, String name) throws SQLException {
    return texts(
        """
        SELECT attname FROM pg_attribute
        WHERE attrelid = to_regclass(format('%I.%I', ?, ?)) AND attnum > 0 AND NOT attisdropped
        ORDER BY attnum""",
        schema, name);
  }
}
