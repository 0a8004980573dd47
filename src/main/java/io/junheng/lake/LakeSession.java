package io.junheng.lake;

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
        .config("spark.databricks.delta.snapshotPartitions", "1");
  }
}
