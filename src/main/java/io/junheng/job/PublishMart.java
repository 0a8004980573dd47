package io.junheng.job;

import io.junheng.config.Environment;
import io.junheng.definition.Dialect;
import io.junheng.definition.Text;
import io.junheng.publication.Gold;
import io.junheng.publication.jdbc.PublishByDialect;
import io.junheng.publication.jdbc.UserDriver;
import io.junheng.publication.postgres.Database;
import io.junheng.publication.postgres.MartRefused;
import io.junheng.publication.postgres.PublishToMart;
import io.junheng.publication.postgres.Published;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Publishes gold of a lake to the mart: PostgreSQL, or a database that a dialect describes. Needs
 * no Spark session.
 *
 * @param mart where it is
 * @param password never shown
 * @param dialect empty: PostgreSQL
 */
public record PublishMart(
    PublishRequest request,
    Environment.Mart mart,
    Optional<String> password,
    Optional<Dialect> dialect) {
  /** What a database was brought to. */
  public record Loaded(int tables, long rows, long changed) {
    /** In words. */
    public Text counts() {
      return new Text(
          String.format(Locale.ROOT, "%d 张表 · %,d 行 · 变动 %,d 行", tables, rows, changed),
          String.format(Locale.ROOT, "%d tables · %,d rows · %,d changed", tables, rows, changed));
    }
  }

  /** Publishes, as a step on the watcher. */
  public Loaded run(Watcher watcher) {
    Watcher.Step step = watcher.begin("mart", new Text("发布到 " + place(), "Publish to " + place()));
    boolean isDone = false;
    try (Connection connection = connect()) {
      Gold gold = GoldToPublish.open(request);
      Published published = publish(connection, gold);
      Loaded loaded =
          new Loaded(
              published.rows().size(),
              published.rows().values().stream().mapToLong(Integer::longValue).sum(),
              published.changed());
      step.end(loaded.counts());
      isDone = true;
      return loaded;
    } catch (SQLException failure) {
      throw told(failure);
    } catch (UserDriver.Missing missing) {
      throw noDriver(missing);
    } catch (MartRefused refused) {
      throw new JobException(
          refused.reason() == MartRefused.Reason.BUSY ? Outcome.BUSY : Outcome.CONFIGURATION,
          refused.text(),
          refused);
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private Database database() {
    return new Database(mart.url(), mart.user(), password);
  }

  /** Without the password, for messages. */
  private String place() {
    return database().toString();
  }

  private Connection connect() throws SQLException, UserDriver.Missing {
    return dialect.isEmpty()
        ? database().connect()
        : new UserDriver(dialect.get().driver(), mart.driver().map(Path::of))
            .connect(mart.url(), mart.user(), password);
  }

  private Published publish(Connection connection, Gold gold) throws SQLException {
    String audience = request.audience().toString();
    return dialect.isEmpty()
        ? new PublishToMart(audience).apply(connection, gold)
        : new PublishByDialect(dialect.get(), audience).apply(connection, gold);
  }

  private JobException noDriver(UserDriver.Missing missing) {
    String driver = dialect.orElseThrow().driver();
    String jar = mart.driver().orElse("—");
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "找不到 JDBC 驱动 %s(mart.driver:%s)。请从数据库厂商处取得驱动,用 --set mart.driver=驱动.jar 指明。"
                .formatted(driver, jar),
            "There is no JDBC driver %s (mart.driver: %s). Get the jar from the maker of the database and name it with --set mart.driver=FILE.jar."
                .formatted(driver, jar)),
        missing);
  }

  /** A wrong account or database is a mistake of the configuration. */
  private JobException told(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    boolean isMistake = state.startsWith("28") || state.startsWith("3D") || state.equals("42501");
    String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return new JobException(
        isMistake ? Outcome.CONFIGURATION : Outcome.STORAGE,
        new Text(
            "数据库 %s:%s。数据库中仍是原有内容。".formatted(place(), words),
            "Database %s: %s. It still holds what it held.".formatted(place(), words)),
        failure);
  }
}
