package io.junheng.bench;

import java.util.Locale;

/** A number that the project is held to; its key stands in {@code docs/performance.json}. */
enum Figure {
  INGEST_OVER_DUCKDB(
      2.0, "intake", "landing to silver ÷ DuckDB's CSV to Parquet of the same columns"),
  COMPUTE_OVER_DUCKDB(
      1.5, "compute", "silver to gold, all indicators ÷ DuckDB's of 优质均衡 and the single ones"),
  NAIVE_OVER_OURS(10, "compute", "plain Spark SQL, one query for each indicator ÷ ours"),
  UNCHANGED_OVER_FULL(0.03, "rerun", "run again with nothing changed ÷ full run"),
  ONE_COUNTY_OVER_FULL(0.15, "rerun", "one county of 90 corrected ÷ full run"),
  MEASURES_500_OVER_20(8, "measures", "500 measures ÷ 20 measures of the same source"),
  DATA_4X_OVER_1X(4.2, "scale", "full run with four times the data ÷ once"),
  PEAK_HEAP_GIB(4, "rerun", "largest heap in use during a full run, GiB"),
  DEMO_SECONDS(45, "demo", "jobs/demo --fresh once built, seconds");

  private static final double UNCHANGED_SECONDS = 3;

  private final double limit;
  private final String benchmark;
  private final String meaning;

  Figure(double limit, String benchmark, String meaning) {
    this.limit = limit;
    this.benchmark = benchmark;
    this.meaning = meaning;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is to keep at most; for {@link #NAIVE_OVER_OURS} at least. */
  double limit() {
    return limit;
  }

  boolean isKept(double value) {
    return this == NAIVE_OVER_OURS ? value >= limit : value <= limit;
  }

  /**
   * Whether it is kept by what it is made of: a run that changes nothing may take three seconds.
   */
  boolean isKeptInSeconds(double unchanged) {
    return this == UNCHANGED_OVER_FULL && unchanged <= UNCHANGED_SECONDS;
  }

  /** What it is to keep, in words. */
  String told(String number) {
    return (this == NAIVE_OVER_OURS ? "at least " : "at most ")
        + number
        + (this == UNCHANGED_OVER_FULL ? ", or 3 s" : "");
  }

  /** The benchmark that finds it. */
  String benchmark() {
    return benchmark;
  }

  String meaning() {
    return meaning;
  }
}
