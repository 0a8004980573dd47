package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.explain.Compare;
import io.junheng.explain.Comparison;
import io.junheng.explain.Explain;
import io.junheng.explain.Explanation;
import io.junheng.lake.PlainRows;
import io.junheng.lake.SilverRows;
import io.junheng.table.DeliveredRows;
import io.junheng.table.StoredRows;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * What a lake answers while Spark would still be starting: from its own tables alone, without
 * {@code conf/}. Whatever fails comes out as a {@link JobException}.
 */
public final class PlainLake {
  private static final String OF_HADOOP = "spark.hadoop.";

  private final StoredRows rows;
  private final DeliveredRows delivered;
  private final String root;

  /**
   * @param start whose settings of Hadoop say how a distant lake's storage is reached
   * @param root of the lake
   */
  public PlainLake(SparkStart start, String root) {
    this.root = root;
    Configuration hadoop = hadoop(start, root);
    this.rows = new PlainRows(hadoop, root);
    this.delivered = new SilverRows(hadoop, root);
  }

  /** Spark's own way to these settings costs a second, and only distant storage needs it. */
  private static Configuration hadoop(SparkStart start, String root) {
    if (root.matches("(?!file:)[A-Za-z][\\w+.-]+:.*")) {
      return SparkHadoopUtil.get().newConfiguration(start.settings());
    }
    Configuration hadoop = new Configuration();
    start.usual().forEach((key, value) -> put(hadoop, key, value));
    start.typed().forEach((key, value) -> put(hadoop, key, value));
    return hadoop;
  }

  private static void put(Configuration hadoop, String key, String value) {
    if (key.startsWith(OF_HADOOP)) {
      hadoop.set(key.substring(OF_HADOOP.length()), value);
    }
  }

  /** Tells a number. */
  public Explanation explain(Asked asked) {
    return told(
        lake -> {
          Explanation answer =
              new Explain(lake, delivered).apply(new UnderstandAsked(lake, root).apply(asked));
          if (answer.isEmpty()) {
            throw UnderstandAsked.nothing(root, asked, answer.question().period());
          }
          return answer;
        });
  }

  /**
   * What changed between two periods.
   *
   * @param framework id or title; empty: all
   * @param county code or name; empty: all
   */
  public Comparison compare(
      Period before, Period after, Optional<String> framework, Optional<String> county) {
    return told(
        lake -> {
          UnderstandAsked words = new UnderstandAsked(lake, root);
          words.period(Optional.of(before));
          words.period(Optional.of(after));
          return new Compare(lake, before, after)
              .apply(framework.map(words::framework), county.map(words::area));
        });
  }

  private <T> T told(Function<StoredRows, T> question) {
    return SparkFailures.told(() -> question.apply(rows));
  }
}
