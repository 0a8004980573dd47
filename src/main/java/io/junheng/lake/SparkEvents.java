package io.junheng.lake;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Where Spark's event logs of a lake's runs lie; its History Server reads them there. */
public final class SparkEvents {
  private SparkEvents() {}

  /** Beside the tables of the ledger. */
  public static Path folder(String lakeRoot) {
    return new Path(lakeRoot, "ops/_spark_events");
  }

  /** Makes the folder: Spark writes into one that is there only. */
  public static void make(Configuration hadoop, Path folder) throws IOException {
    new LakeFiles(hadoop).system(folder).mkdirs(folder);
  }
}
