package io.junheng.bench;

import io.junheng.lake.LakeSession;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark as {@code conf/env/local.yaml} has it. */
final class BenchSpark {
  private BenchSpark() {}

  static SparkSession start() {
    SparkConf settings = new SparkConf();
    LakeSession.ofOneProcess().forEach(settings::set);
    return LakeSession.configure(SparkSession.builder().config(settings))
        .master("local[*]")
        .appName("junheng bench")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate();
  }
}
