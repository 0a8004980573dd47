package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.ByteOrderMark;
import io.junheng.lake.ExportFormat;
import io.junheng.lake.Lake;
import io.junheng.lake.RunHistory;
import io.junheng.lake.SilverTable;
import io.junheng.lake.SmallTables;
import io.junheng.lake.StoredTable;
import io.junheng.lake.TableExport;
import io.junheng.release.ReleaseId;
import io.junheng.table.Tables;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkStatusTracker;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Spark for the time of one command that may need it, for callers who know nothing of Spark.
 * Whatever fails comes out as a {@link JobException}; anything else that is thrown is a bug.
 */
public final class Session implements AutoCloseable {
  /** The jobs that a session can run. */
  public enum Work {
    INGEST,
    COMPUTE,
    RUN,
    BACKFILL
  }

  /** What stands in the file that a table is exported to. */
  public enum FileKind {
    /** With the mark by which spreadsheets know UTF-8. */
    CSV,
    CSV_WITHOUT_MARK,
    PARQUET,
    /** One object per line. */
    JSON
  }

  private final SparkOnDemand spark;

  private Session(SparkOnDemand spark) {
    this.spark = spark;
  }

  /**
   * Spark, or the one that spark-submit has prepared; it starts with the first work that needs it.
   */
  public static Session open(SparkStart start, Watcher watcher) {
    return SparkFailures.told(() -> new Session(SparkOnDemand.of(start, watcher)));
  }

  /** Tasks that were done, of those that the stages under way have. */
  public record Activity(int done, int tasks) {}

  /** What Spark is at this moment. */
  public Activity activity() {
    return spark.started().map(Session::activity).orElse(new Activity(0, 0));
  }

  private static Activity activity(SparkSession spark) {
    SparkStatusTracker tracker = spark.sparkContext().statusTracker();
    int done = 0;
    int tasks = 0;
    for (int stage : tracker.getActiveStageIds()) {
      SparkStageInfo info = tracker.getStageInfo(stage).getOrElse(() -> null);
      if (info != null) {
        done += info.numCompletedTasks();
        tasks += info.numTasks();
      }
    }
    return new Activity(done, tasks);
  }

  /** Takes an accepted delivery back. */
  public JobReport retract(JobRequest request, RetractJob.Delivery delivery, Watcher watcher) {
    return SparkFailures.told(() -> new RetractJob().run(spark, request, delivery, watcher));
  }

  /** Brings all pseudonyms to the key that the request names. */
  public JobReport rekey(JobRequest request, Watcher watcher) {
    return SparkFailures.told(() -> new RekeyJob().run(spark, request, watcher));
  }

  /** Keeps the lake quick, small and whole. */
  public JobReport maintain(Retention retention, JobRequest request, Watcher watcher) {
    return SparkFailures.told(() -> new MaintainJob(retention).run(spark, request, watcher));
  }

  /** Does what an earlier run left undone. */
  public JobReport retry(PastRun failed, JobRequest request, Watcher watcher) {
    return SparkFailures.told(() -> new RetryJob(failed).run(spark, request, watcher));
  }

  /**
   * Makes a release again and compares it.
   *
   * @param scratch folder for a lake of its own, which is removed afterwards
   */
  public ReproduceRelease.Result reproduce(
      String lake, ReleaseId release, String scratch, Watcher watcher) {
    return SparkFailures.told(
        () -> new ReproduceRelease(spark, lake, watcher).reproduce(release, scratch));
  }

  public JobReport run(Work work, JobRequest request, Watcher watcher) {
    return SparkFailures.told(
        () ->
            switch (work) {
              case INGEST -> new IngestJob().run(spark, request, watcher);
              case COMPUTE -> new ComputeJob().run(spark, request, watcher);
              case RUN -> new RunJob().run(spark, request, watcher);
              case BACKFILL -> new BackfillJob().run(spark, request, watcher);
            });
  }

  /** What a run did, from the lake: its steps, the tables it wrote, the files it saw. */
  public RunRecord record(String lake, String runId) {
    return SparkFailures.told(
        () -> new RunRecords(new SmallTables(spark.hadoop(), lake)).read(runId));
  }

  /** Where the report of a run lies; empty where it left none. */
  public Optional<String> reportOf(String lake, String runId) {
    return SparkFailures.told(
        () ->
            new RunHistory(spark.hadoop(), lake, Clock.systemUTC()).hasReport(runId)
                ? Optional.of(WriteRunReport.place(lake, runId))
                : Optional.empty());
  }

  /**
   * Writes a table as one file and tells how many rows.
   *
   * @param catalogue names the silver tables
   * @param table full name of a table of {@link KnownTables#of}
   * @param periods all if empty
   */
  public long export(
      String lake,
      Catalogue catalogue,
      String table,
      List<Period> periods,
      FileKind kind,
      String out) {
    return SparkFailures.told(
        () ->
            exported(
                new Lake(spark.session(), lake), stored(catalogue, table), periods, kind, out));
  }

  private static StoredTable stored(Catalogue catalogue, String table) {
    return Tables.find(table)
        .map(StoredTable::of)
        .orElseGet(
            () -> SilverTable.of(catalogue.contract(table.substring(table.indexOf('.') + 1))));
  }

  private long exported(
      Lake lake, StoredTable table, List<Period> periods, FileKind kind, String out)
      throws IOException {
    if (!lake.exists(table)) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "%s 中尚无表 %s。请先运行 run。".formatted(lake.root(), table.name()),
              "%s has no table %s yet. Type run first.".formatted(lake.root(), table.name())));
    }
    Dataset<Row> rows = periods.isEmpty() ? lake.read(table) : ofPeriods(lake, table, periods);
    ByteOrderMark mark =
        kind == FileKind.CSV_WITHOUT_MARK ? ByteOrderMark.LEFT_OUT : ByteOrderMark.WRITTEN;
    return new TableExport(spark.hadoop()).write(table, rows, format(kind), mark, new Path(out));
  }

  private static Dataset<Row> ofPeriods(Lake lake, StoredTable table, List<Period> periods) {
    if (!List.of(table.schema().fieldNames()).contains("period")) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "表 %s 不分周期,请去掉 --period。".formatted(table.name()),
              "Table %s is not kept by period; leave out --period.".formatted(table.name())));
    }
    return lake.read(table, periods);
  }

  private static ExportFormat format(FileKind kind) {
    return switch (kind) {
      case CSV, CSV_WITHOUT_MARK -> ExportFormat.CSV;
      case PARQUET -> ExportFormat.PARQUET;
      case JSON -> ExportFormat.JSON;
    };
  }

  /** Ends Spark and with it whatever is still under way. */
  @Override
  public void close() {
    spark.close();
  }
}
