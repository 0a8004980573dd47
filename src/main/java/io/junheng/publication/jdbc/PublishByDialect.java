package io.junheng.publication.jdbc;

import io.junheng.definition.Dialect;
import io.junheng.publication.Gold;
import io.junheng.publication.PublishedTables;
import io.junheng.publication.postgres.MartRefused;
import io.junheng.publication.postgres.Published;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Loads gold into a database by its dialect, into the schema that the account works in. First come
 * the tables and columns that are missing, which stay empty until the rows of all tables are
 * replaced in one transaction: readers see the old or the new whole, and whatever cuts it off
 * leaves the old.
 *
 * @param audience for whom the rows are; a schema holds those of one audience
 */
public record PublishByDialect(Dialect dialect, String audience) {
  /** One row: for whom, which periods. */
  private static final String REGISTER = "junheng_publication";

  /**
   * Publishes and commits.
   *
   * @param connection stays open
   * @throws MartRefused if the schema is another audience's
   */
  public Published apply(Connection connection, Gold gold) throws SQLException {
    DialectSql sql = new DialectSql(dialect);
    connection.setAutoCommit(false);
    try {
      define(connection, sql);
      connection.commit();
      Published published = load(connection, sql, gold);
      connection.commit();
      return published;
    } finally {
      connection.rollback();
    }
  }

  private void define(Connection connection, DialectSql sql) throws SQLException {
    defineRegister(connection, sql);
    for (Table table : PublishedTables.all()) {
      List<String> there = columns(connection, sql.stored(table.name()));
      if (there.isEmpty()) {
        execute(connection, sql.create(table));
      } else {
        for (TableColumn column : table.columns()) {
          if (!there.contains(sql.stored(column.columnName()))) {
            execute(connection, sql.add(table, column));
          }
        }
      }
      if (dialect.view().isPresent()) {
        List<TableColumn> stored = stored(connection, sql, table);
        execute(connection, List.of(sql.view(dialect.view().get(), table, stored)));
      }
    }
  }

  /** The columns of the definition in the order in which the database has them. */
  private static List<TableColumn> stored(Connection connection, DialectSql sql, Table table)
      throws SQLException {
    Map<String, TableColumn> byName = new LinkedHashMap<>();
    table.columns().forEach(column -> byName.put(sql.stored(column.columnName()), column));
    return columns(connection, sql.stored(table.name())).stream()
        .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
        .toList();
  }

  private void defineRegister(Connection connection, DialectSql sql) throws SQLException {
    String register = sql.name(REGISTER);
    if (columns(connection, sql.stored(REGISTER)).isEmpty()) {
      String text = dialect.types().get("key");
      execute(
          connection,
          List.of(
              "CREATE TABLE %s (%s %s NOT NULL, %s %s NOT NULL)"
                  .formatted(register, sql.name("audience"), text, sql.name("periods"), text)));
    }
    try (Statement query = connection.createStatement();
        ResultSet there =
            query.executeQuery("SELECT %s FROM %s".formatted(sql.name("audience"), register))) {
      if (there.next() && !there.getString(1).equals(audience)) {
        throw MartRefused.ofAudience(there.getString(1), audience);
      }
    }
  }

  /** The row of the register is changed first: a second publication waits there for the first. */
  private Published load(Connection connection, DialectSql sql, Gold gold) throws SQLException {
    String register = sql.name(REGISTER);
    execute(connection, List.of("DELETE FROM " + register));
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO %s VALUES (?, ?)".formatted(register))) {
      insert.setString(1, audience);
      insert.setString(2, "%s–%s".formatted(first(gold), last(gold)));
      insert.executeUpdate();
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    long changed = 0;
    for (Table table : PublishedTables.all()) {
      List<Row> rows = PublishedTables.rows(gold, table);
      changed += new LoadByDialect(connection, sql).replace(table, rows);
      counts.put(table.name(), rows.size());
    }
    return new Published(counts, changed);
  }

  private static Object first(Gold gold) {
    return gold.periods().get(0);
  }

  private static Object last(Gold gold) {
    return gold.periods().get(gold.periods().size() - 1);
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement one = connection.createStatement()) {
      for (String statement : statements) {
        one.execute(statement);
      }
    }
  }

  /** The columns of a table in its order; none if it is not there. */
  private static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
      while (found.next()) {
        // An underscore in the name asked for stands for any character.
        if (found.getString("TABLE_NAME").equals(table)) {
          columns.add(found.getString("COLUMN_NAME"));
        }
      }
    }
    return columns;
  }
}
