package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StoredTable;
import io.junheng.lake.TableUpkeep;
import io.junheng.lake.Tidy;
import io.junheng.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The weekly upkeep of a lake: small files brought together, checkpoints, removal of what nobody
 * needs, and a check that the lake is whole. Changes no row; can be cut off at any moment.
 */
final class MaintainJob {
  private final Retention retention;

  MaintainJob(Retention retention) {
    this.retention = retention;
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Watcher watcher) {
    return RunUnderWay.during(
        spark,
        request,
        watcher,
        Clock.systemUTC(),
        run -> {
          maintain(run);
          return List.of();
        });
  }

  private void maintain(RunUnderWay run) {
    run.take(List.of(LeasedWork.ALL));
    List<StoredTable> tables = tables(run);
    TableUpkeep upkeep =
        unchecked(() -> TableUpkeep.of(run.spark(), run.request().lake(), Clock.systemUTC()));
    run.step(
        "compact",
        new Text("合并小文件", "Small files brought together"),
        () -> forEach(tables, upkeep::compact));
    run.step(
        "checkpoint", new Text("检查点", "Checkpoints"), () -> forEach(tables, upkeep::checkpoint));
    run.step(
        "vacuum",
        new Text("清除旧版本文件", "Files of old versions removed"),
        () -> forEach(tables, table -> upkeep.vacuum(table, retention.versions())));
    run.step("tidy", new Text("清理日志与残留", "Logs and remains removed"), () -> tidy(run));
    run.step(
        "integrity",
        new Text("完整性检查", "Check that all is whole"),
        () -> new CheckLake(run).check(tables));
  }

  private Counted tidy(RunUnderWay run) {
    Tidy tidy = new Tidy(run.hadoop(), run.request().lake());
    Instant now = run.now();
    return unchecked(
        () ->
            Counted.of(
                Counted.Unit.FILES,
                tidy.logs(now.minus(retention.logs()))
                    + tidy.events(now.minus(retention.logs()))
                    + tidy.hashes(now.minus(retention.logs()))
                    + tidy.runs(now.minus(retention.runs()))));
  }

  private static List<StoredTable> tables(RunUnderWay run) {
    List<StoredTable> tables = new ArrayList<>();
    run.request().catalogue().contracts().forEach(c -> tables.add(SilverTable.of(c)));
    Tables.all().forEach(table -> tables.add(StoredTable.of(table)));
    return tables.stream().filter(run.lake()::exists).toList();
  }

  private static Counted forEach(List<StoredTable> tables, TableWork work) {
    Abreast.run(
        tables.stream()
            .<Runnable>map(
                table ->
                    () ->
                        unchecked(
                            () -> {
                              work.on(table);
                              return table;
                            }))
            .toList());
    return Counted.of(Counted.Unit.TABLES, tables.size());
  }

  private static <T> T unchecked(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is done with each table. */
  @FunctionalInterface
  private interface TableWork {
    void on(StoredTable table) throws IOException;
  }

  /** Work whose storage may fail. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }
}
