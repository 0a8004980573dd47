package io.junheng.testing;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.history.FsHistoryProvider;
import org.apache.spark.deploy.history.LoadedAppUI;
import org.apache.spark.status.api.v1.ApplicationInfo;

/** Spark's History Server without its pages: reads a folder of event logs as the server does. */
public final class HistoryServer {
  private static final long PATIENCE_MILLIS = 30_000;

  private HistoryServer() {}

  /**
   * One application that it found.
   *
   * @param jobs descriptions of its jobs
   */
  public record Application(String id, String name, List<String> jobs) {}

  /** All applications whose logs lie in a folder, with their jobs. */
  public static List<Application> applications(Path folder) throws InterruptedException {
    SparkConf conf =
        new SparkConf()
            .set("spark.history.fs.logDirectory", folder.toUri().toString())
            .set("spark.history.fs.numReplayThreads", "1");
    FsHistoryProvider provider = new FsHistoryProvider(conf);
    try {
      provider.checkForLogs();
      long limit = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (!provider.getListing().hasNext() && System.currentTimeMillis() < limit) {
        Thread.sleep(50);
      }
      return scala.jdk.javaapi.CollectionConverters.asJava(provider.getListing().toSeq()).stream()
          .map(found -> read(provider, found))
          .toList();
    } finally {
      provider.stop();
    }
  }

  private static Application read(FsHistoryProvider provider, ApplicationInfo found) {
    LoadedAppUI loaded = provider.getAppUI(found.id(), found.attempts().head().attemptId()).get();
    List<String> jobs =
        scala.jdk.javaapi.CollectionConverters.asJava(loaded.ui().store().jobsList(null)).stream()
            .map(job -> job.description().getOrElse(() -> ""))
            .toList();
    return new Application(found.id(), found.name(), jobs);
  }
}
