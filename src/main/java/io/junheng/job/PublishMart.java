package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.publication.Gold;
import io.junheng.publication.postgres.Database;
import io.junheng.publication.postgres.MartRefused;
import io.junheng.publication.postgres.PublishToMart;
import io.junheng.publication.postgres.Published;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Publishes gold of a lake to the PostgreSQL mart. Needs no Spark session. */
public final class PublishMart {
  /** What a database was brought to. */
  public record Loaded(int tables, long rows, long changed) {
    /** In words. */
    public Text counts() {
      return new Text(
          String.format(Locale.ROOT, "%d 张表 · %,d 行 · 变动 %,d 行", tables, rows, changed),
          String.format(Locale.ROOT, "%d tables · %,d rows · %,d changed", tables, rows, changed));
    }
  }

  private final PublishRequest request;
  private final Database database;

  /**
   * @param url JDBC address of the database
   * @param password never shown
   */
  public PublishMart(
      PublishRequest request, String url, Optional<String> user, Optional<String> password) {
    this.request = request;
    this.database = new Database(url, user, password);
  }

  /** Publishes, as two steps on the watcher. */
  public Loaded run(Watcher watcher) {
    Watcher.Step step =
        watcher.begin("mart", new Text("发布到 " + database, "Publish to " + database));
    boolean isDone = false;
    try (Connection connection = database.connect()) {
      Gold gold = GoldToPublish.open(request);
      Published published =
          new PublishToMart(request.audience().toString()).apply(connection, gold);
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

  /** A wrong account or database is a mistake of the configuration. */
  private JobException told(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    boolean isMistake = state.startsWith("28") || state.startsWith("3D") || state.equals("42501");
    String words = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return new JobException(
        isMistake ? Outcome.CONFIGURATION : Outcome.STORAGE,
        new Text(
            "数据库 %s:%s。数据库中仍是原有内容。".formatted(database, words),
            "Database %s: %s. It still holds what it held.".formatted(database, words)),
        failure);
  }
}
