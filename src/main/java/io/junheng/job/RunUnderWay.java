package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.LeaseHeldException;
import io.junheng.lake.LeaseHolder;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.RunHead;
import io.junheng.lake.RunLease;
import io.junheng.lake.RunLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * A run from its lease to its line in {@code ops.run}. Steps tell the screen and the ledger; a run
 * that fails leaves its state behind and gives the lease back.
 */
final class RunUnderWay implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private final SparkSession spark;
  private final JobRequest request;
  private final Watcher watcher;
  private final Clock clock;
  private final String id;
  private final RunLease lease;
  private final RunLedger ledger;
  private final Lake lake;
  private final List<Text> messages = new ArrayList<>();
  private Outcome outcome = Outcome.DONE;
  private boolean ended;

  private RunUnderWay(
      SparkSession spark,
      JobRequest request,
      Watcher watcher,
      Clock clock,
      String id,
      RunLease lease)
      throws IOException {
    this.spark = spark;
    this.request = request;
    this.watcher = watcher;
    this.clock = clock;
    this.id = id;
    this.lease = lease;
    this.lake = new Lake(spark, request.lake());
    this.ledger =
        RunLedger.start(
            hadoop(),
            request.lake(),
            new RunHead(
                id,
                request.command().isEmpty() ? "" : request.command().get(0),
                request.command().stream().skip(1).toList(),
                codeVersion(),
                request.catalogue().digest()),
            clock);
  }

  /** Says that a run is alive; it {@linkplain #take takes} what it works at. */
  static RunUnderWay begin(SparkSession spark, JobRequest request, Watcher watcher, Clock clock) {
    String id = STAMP.format(clock.instant()) + "-" + UUID.randomUUID().toString().substring(0, 8);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    try {
      RunLease lease = RunLease.begin(hadoop, request.lake(), id, clock);
      try {
        return new RunUnderWay(spark, request, watcher, clock, id, lease);
      } catch (IOException | RuntimeException e) {
        lease.close();
        throw e;
      }
    } catch (LeaseHeldException e) {
      throw busy(e);
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text("无法写入数据湖 " + request.lake(), "The lake cannot be written: " + request.lake()),
          e);
    }
  }

  /** Tells who is at the same work. */
  static JobException busy(LeaseHeldException held) {
    return new JobException(
        Outcome.BUSY,
        new Text(
            "另一次运行正在处理相同内容:" + held.getMessage() + "。请待其结束后再运行。",
            "Another run holds the same work: "
                + held.getMessage()
                + ". Run again once it has ended."),
        held);
  }

  /**
   * Takes work that no other run may be at until this one ends; a {@link JobException} with {@link
   * Outcome#BUSY} names who is at some of it.
   */
  void take(Collection<LeasedWork> works) {
    try {
      lease.take(works);
    } catch (LeaseHeldException e) {
      throw busy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes what nobody is at; returns who is at the rest. */
  Map<LeasedWork, LeaseHolder> takeFree(Collection<LeasedWork> works) {
    try {
      return lease.takeFree(works);
    } catch (LeaseHeldException e) {
      throw busy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SparkSession spark() {
    return spark;
  }

  Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  JobRequest request() {
    return request;
  }

  Watcher watcher() {
    return watcher;
  }

  Lake lake() {
    return lake;
  }

  String id() {
    return id;
  }

  Instant now() {
    return clock.instant();
  }

  /** Does a step; what it counted goes to the screen and to the ledger. */
  void step(String name, Text title, Supplier<Counted> work) {
    Watcher.Step step = watcher.begin(title);
    boolean done = false;
    try {
      lease.requireHeld();
      ledger.stepBegins(name);
      Counted counted = work.get();
      ledger.stepEnds(name, counted.byName());
      step.end(counted.text());
      done = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!done) {
        step.fail();
      }
    }
  }

  /** Something short of success that does not stop the run. */
  void note(Outcome grave, Text message) {
    outcome = outcome.or(grave);
    messages.add(message);
  }

  Outcome outcome() {
    return outcome;
  }

  /**
   * Ends the run. One that wrote no table leaves its state file, but no line in {@code ops.run}.
   */
  JobReport end(List<Period> periods) {
    try {
      if (lake.versionsWritten().isEmpty()) {
        ledger.end(word(outcome), outcome.exitCode());
      } else {
        ledger.end(word(outcome), outcome.exitCode(), lake);
      }
      ended = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JobReport(outcome, id, periods, messages);
  }

  /** Gives the lease back; a run that did not come to its end is marked as failed. */
  @Override
  public void close() {
    try {
      if (!ended) {
        ledger.end("failed", Outcome.BUG.exitCode());
      }
    } catch (IOException e) {
      watcher.say(
          new Text(
              "运行状态未能写入:" + e.getMessage(),
              "The run's state could not be written: " + e.getMessage()));
    } finally {
      lease.close();
    }
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /** The version of the jar; «development» where classes run from a folder. */
  String codeVersion() {
    return Optional.ofNullable(RunUnderWay.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
