package io.junheng.publication.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.junheng.definition.Text;
import io.junheng.publication.Gold;
import io.junheng.publication.PublishedTables;
import io.junheng.table.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Loads gold into the mart, in one transaction: tables, views and rules as they are defined, then
 * the rows. Cut off at any moment, the database holds what it held before.
 *
 * @param audience for whom the rows are; a database holds those of one audience
 */
public record PublishToMart(String audience) {
  /** So long a view or table may be in use by others while it is changed. */
  private static final String PATIENCE = "SET LOCAL lock_timeout = '30s'";

  private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtext('junheng.mart'))";

  /**
   * Publishes and commits.
   *
   * @param connection to the database, of an account that is no superuser; stays open
   * @throws MartRefused if somebody else is publishing, or the database is another audience's
   */
  public Published apply(Connection connection, Gold gold) throws SQLException {
    connection.setAutoCommit(false);
    try {
      Mart mart = new Mart(connection);
      requirePlace(mart);
      define(mart, gold);
      Published published = load(mart, gold);
      connection.commit();
      return published;
    } finally {
      connection.rollback();
    }
  }

  private void requirePlace(Mart mart) throws SQLException {
    if (!mart.text(LOCK).orElseThrow().equals("t")) {
      throw new MartRefused(
          MartRefused.Reason.BUSY,
          new Text(
              "另一程序正在向该数据库发布;请稍后再试。",
              "Another program is publishing to this database. Try again later."));
    }
    if (mart.text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        .filter("t"::equals)
        .isPresent()) {
      throw new MartRefused(
          MartRefused.Reason.WRONG_PLACE,
          new Text(
              "mart.user 是超级用户,行级权限对其视图不起作用;请改用普通账号(CREATEROLE,且为数据库所有者)。",
              "mart.user is a superuser, behind whose views no row security holds. Use an account"
                  + " that owns the database and has CREATEROLE."));
    }
  }

  /** Tables and views are only touched if something about them is new: that takes locks. */
  private void define(Mart mart, Gold gold) throws SQLException {
    mart.execute(PATIENCE);
    mart.execute("CREATE SCHEMA IF NOT EXISTS " + Mart.ACCESS);
    mart.execute(
        "CREATE TABLE IF NOT EXISTS gold_access.publication (audience text NOT NULL,"
            + " definition text NOT NULL, periods text NOT NULL, published_at timestamptz NOT NULL)");
    mart.text("SELECT audience FROM gold_access.publication")
        .filter(there -> !there.equals(audience))
        .ifPresent(
            there -> {
              throw MartRefused.ofAudience(there, audience);
            });
    List<String> statements =
        new ArrayList<>(
            List.of("CREATE SCHEMA IF NOT EXISTS gold", "CREATE SCHEMA IF NOT EXISTS gold_zh"));
    List<Table> tables = new ArrayList<>(PublishedTables.all());
    tables.sort(Comparator.comparing(table -> !table.name().startsWith("dim_")));
    tables.forEach(table -> statements.addAll(MartTables.statements(table)));
    tables.forEach(table -> statements.addAll(MartTables.references(table)));
    List<View> views = new Views(gold).all();
    List<String> access = Access.statements(tables);
    String digest = digest(statements + "\n" + views + "\n" + access);
    boolean isThere =
        mart.text("SELECT definition FROM gold_access.publication")
            .filter(digest::equals)
            .isPresent();
    if (!isThere) {
      mart.execute(statements);
      for (View view : views) {
        view.put(mart);
      }
      mart.execute(access);
    }
    mart.execute("DELETE FROM gold_access.publication");
    mart.execute(
        "INSERT INTO gold_access.publication VALUES (%s, %s, %s, now())"
            .formatted(
                Sql.text(audience),
                Sql.text(digest),
                Sql.text(
                    String.join(",", gold.periods().stream().map(Object::toString).toList()))));
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Published load(Mart mart, Gold gold) throws SQLException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    long changed = 0;
    for (Table table : PublishedTables.all()) {
      List<Row> rows = PublishedTables.rows(gold, table);
      changed += new LoadTable(mart, table).apply(rows);
      counts.put(table.name(), rows.size());
    }
    return new Published(counts, changed);
  }
}
