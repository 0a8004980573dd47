package io.junheng.cluster;

import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** A job of a test: code of its own in the executors, rows written to Delta and read again. */
public final class ClusterProbe {
  private ClusterProbe() {}

  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.shuffle.partitions", 1)
            .config("spark.databricks.delta.snapshotPartitions", 1)
            .getOrCreate();
    MapFunction<Long, Long> twice = number -> number * 2;
    spark.range(0, 1000, 1, 4).map(twice, Encoders.LONG()).write().format("delta").save(args[0]);
    Object sum =
        spark.read().format("delta").load(args[0]).agg(Map.of("value", "sum")).first().get(0);
    System.out.printf("sum %s on %s%n", sum, spark.sparkContext().master());
    spark.stop();
  }
}
