package io.junheng.lake;

import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What a Spark session needs to read and write the lake, here and on a cluster alike. */
public final class LakeSession {
  private LakeSession() {}

  /**
   * Adds the lake's settings. The caller adds what depends on the machine: master, shuffle
   * partitions, memory.
   *
   * @return the same builder
   */
  public static SparkSession.Builder configure(SparkSession.Builder builder) {
    return builder
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        // Figures must not depend on where they are worked out, nor overflow in silence.
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.session.timeZone", "UTC")
        // Open to other readers: no table feature is switched on unasked.
        .config("spark.databricks.delta.properties.defaults.minReaderVersion", "1")
        .config("spark.databricks.delta.properties.defaults.minWriterVersion", "2")
        // A log of some dozen commits is read by one task; the default of 50 costs more than the
        // reading.
        .config("spark.databricks.delta.snapshotPartitions", "1")
        // A computation makes some hundred classes of its own. With the default of 100 a session
        // that
        // computes again finds none of them, and works in cold code for ever.
        .config("spark.sql.codegen.cache.maxEntries", "2000")
        // The optional checksum beside each commit is made from all that the table holds, and costs
        // more than the commit. Nobody here reads it.
        .config("spark.databricks.delta.writeChecksumFile.enabled", "false");
  }

  /**
   * Further settings where driver and executors are one process ({@code local[…]}): elsewhere an
   * executor may open files before it has our classes.
   */
  public static Map<String, String> ofOneProcess() {
    return Map.of(
        "spark.hadoop.fs.file.impl",
        LocalFiles.class.getName(),
        "spark.hadoop.fs.AbstractFileSystem.file.impl",
        LocalFiles.Context.class.getName(),
        // Opening a file costs little here; the default of 4 MB makes three tasks of what is one,
        // and
        // each task of a wide aggregation works out its code anew.
        "spark.sql.files.openCostInBytes",
        "262144",
        // A job that looks at some hundred files takes longer than looking at them one by one.
        "spark.sql.sources.parallelPartitionDiscovery.threshold",
        "10000");
  }
}
