package io.junheng.job;

import io.junheng.definition.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * Spark for a run, started when it is first needed: a run that finds nothing to do ends without it.
 */
final class SparkOnDemand implements AutoCloseable {
  private final SparkStart start;
  private final Watcher watcher;
  private volatile SparkSession session;
  private volatile Configuration beforeSpark;
  private boolean isOurs;

  private SparkOnDemand(SparkStart start, Watcher watcher, SparkSession session) {
    this.start = start;
    this.watcher = watcher;
    this.session = session;
  }

  /** A session that is there already. */
  static SparkOnDemand of(SparkSession session) {
    return new SparkOnDemand(
        new SparkStart("", java.util.Map.of(), java.util.Map.of()), Watcher.NOBODY, session);
  }

  /**
   * One that starts when it is needed; the start is a step of its own. A driver within the cluster
   * starts it at once: YARN takes a driver that never did for a failed one.
   */
  static SparkOnDemand of(SparkStart start, Watcher watcher) {
    SparkOnDemand spark = new SparkOnDemand(start, watcher, null);
    if (start.isDriverInCluster()) {
      spark.session();
    }
    return spark;
  }

  /** The session; started here if nobody asked before. */
  synchronized SparkSession session() {
    if (session == null) {
      Watcher.Step step = watcher.begin("spark", new Text("启动 Spark", "Start Spark"));
      boolean isDone = false;
      try {
        isOurs = SparkSession.getDefaultSession().isEmpty();
        session = start.start();
        step.end(Text.same(where(session)));
        isDone = true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        if (!isDone) {
          step.fail();
        }
      }
    }
    return session;
  }

  private static String where(SparkSession session) {
    Optional<String> page =
        scala.jdk.javaapi.OptionConverters.toJava(session.sparkContext().uiWebUrl());
    return session.sparkContext().master() + page.map(url -> " · " + url).orElse("");
  }

  /** The session, if it was started; whoever asks while it starts is not kept waiting. */
  Optional<SparkSession> started() {
    return Optional.ofNullable(session);
  }

  /** How storage is reached, with or without a session. */
  Configuration hadoop() {
    return started()
        .map(spark -> spark.sparkContext().hadoopConfiguration())
        .orElseGet(this::hadoopBeforeSpark);
  }

  /** Kept, because its defaults take as long to read as a table; two at the same time are equal. */
  private Configuration hadoopBeforeSpark() {
    if (beforeSpark == null) {
      beforeSpark = SparkHadoopUtil.get().newConfiguration(start.settings());
    }
    return beforeSpark;
  }

  /**
   * Ends Spark and with it whatever is still under way. A session that was there before goes on:
   * others work with it.
   */
  @Override
  public synchronized void close() {
    started().filter(session -> isOurs).ifPresent(SparkSession::stop);
  }
}
