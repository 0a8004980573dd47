package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.LeaseHeldException;
import io.junheng.lake.LeaseHolder;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.RunHead;
import io.junheng.lake.RunHistory;
import io.junheng.lake.RunLease;
import io.junheng.lake.RunLedger;
import io.junheng.lake.RunState;
import io.junheng.lake.SmallTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * A run from its lease to its line in {@code ops.run}. Steps tell the screen and the ledger; a run
 * that fails says so in its state, with the exit code that its command will end with, and gives the
 * lease back.
 */
final class RunUnderWay {
  /** Something short of success that the user must know. */
  record Note(Outcome outcome, Text text) {}

  private final SparkOnDemand spark;
  private final JobRequest request;
  private final Watcher watcher;
  private final Clock clock;
  private final RunId id;
  private final RunLease lease;
  private final RunLedger ledger;
  private final StopWatcher stop;
  private final List<Note> notes = new ArrayList<>();
  private Optional<Lake> lake = Optional.empty();
  private Optional<SparkOfRun> sparkOfRun = Optional.empty();
  private String stepUnderWay = "";
  private Outcome outcome = Outcome.DONE;

  private RunUnderWay(
      SparkOnDemand spark,
      JobRequest request,
      Watcher watcher,
      Clock clock,
      RunId id,
      RunLease lease,
      RunLedger ledger) {
    this.spark = spark;
    this.request = request;
    this.watcher = watcher;
    this.clock = clock;
    this.id = id;
    this.lease = lease;
    this.ledger = ledger;
    this.stop =
        new StopWatcher(
            new RunHistory(spark.hadoop(), request.lake(), clock), id.text(), watcher, spark);
  }

  /**
   * Does the work; the run {@linkplain #take takes} what it works at. Whatever is thrown is a
   * {@link JobException} or a bug; one with {@link Outcome#BUSY} names who is at the same.
   *
   * @param work returns the periods that were worked on
   */
  static JobReport during(
      SparkOnDemand spark,
      JobRequest request,
      Watcher watcher,
      Clock clock,
      Function<RunUnderWay, List<Period>> work) {
    RunUnderWay run = begin(spark, request, watcher, clock);
    try {
      return run.end(work.apply(run));
    } catch (Throwable failure) {
      // Spark also throws checked exceptions that no signature tells of.
      throw run.failed(failure);
    } finally {
      run.giveBack();
    }
  }

  private static RunUnderWay begin(
      SparkOnDemand spark, JobRequest request, Watcher watcher, Clock clock) {
    RunId id = request.runId().orElseGet(() -> RunId.make(clock));
    RunHead head = request.head(id);
    Configuration hadoop = spark.hadoop();
    try {
      if (new RunHistory(hadoop, request.lake(), clock).find(id.text()).isPresent()) {
        throw usedBefore(id);
      }
      RunLease lease = RunLease.begin(hadoop, request.lake(), id.text(), clock);
      try {
        RunLedger ledger = RunLedger.start(hadoop, request.lake(), head, clock);
        return new RunUnderWay(spark, request, watcher, clock, id, lease, ledger);
      } catch (IOException | RuntimeException e) {
        lease.close();
        throw e;
      }
    } catch (LeaseHeldException e) {
      JobException busy = busy(e);
      new RunNotes(hadoop, request.lake(), clock).neverBegan(head, busy.outcome(), busy.text());
      throw busy;
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text("无法写入数据湖 " + request.lake(), "The lake cannot be written: " + request.lake()),
          e);
    }
  }

  private static JobException usedBefore(RunId id) {
    return new JobException(
        Outcome.CONFIGURATION,
        new Text(
            "运行编号 %s 已用过;每次运行需要新的编号。".formatted(id.text()),
            "There was a run %s before; each run needs an id of its own.".formatted(id.text())));
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

  /** Spark; it starts when somebody asks for it. */
  synchronized SparkSession spark() {
    SparkSession session = spark.session();
    if (sparkOfRun.isEmpty()) {
      SparkOfRun own = new SparkOfRun(session, id());
      own.in(stepUnderWay);
      ledger.sparkStarts(own.application(), own.eventLog());
      sparkOfRun = Optional.of(own);
    }
    return session;
  }

  Configuration hadoop() {
    return spark.hadoop();
  }

  JobRequest request() {
    return request;
  }

  Watcher watcher() {
    return watcher;
  }

  /** The lake for Spark. */
  synchronized Lake lake() {
    if (lake.isEmpty()) {
      lake = Optional.of(new Lake(spark(), request.lake()));
    }
    return lake.get();
  }

  /** The lake's small tables, which need no Spark. */
  SmallTables small() {
    return new SmallTables(hadoop(), request.lake());
  }

  String id() {
    return id.text();
  }

  Instant now() {
    return clock.instant();
  }

  /** Does a step; what it counted goes to the screen and to the ledger. */
  void step(String name, Text title, Supplier<Counted> work) {
    stop.requireNobodyAsked();
    Watcher.Step step = watcher.begin(name, title);
    boolean done = false;
    try {
      lease.requireHeld();
      ledger.stepBegins(name);
      enters(name);
      Counted counted = work.get();
      ledger.stepEnds(
          name, counted.byName(), lake.map(Lake::versionsWritten).orElseGet(TreeMap::new));
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

  private synchronized void enters(String step) {
    stepUnderWay = step;
    sparkOfRun.ifPresent(own -> own.in(step));
  }

  /** Something short of success that does not stop the run. */
  void note(Outcome grave, Text message) {
    outcome = outcome.or(grave);
    notes.add(new Note(grave, message));
    ledger.says(message);
  }

  /** How the work on a period ended. */
  void periodEnded(Period period, Outcome how) {
    ledger.periodEnds(period.number(), how.word());
  }

  /** What was noted so far. */
  List<Note> notes() {
    return List.copyOf(notes);
  }

  Outcome outcome() {
    return outcome;
  }

  /** Whether somebody asked the run to stop: what fails then is no failure. */
  boolean isAskedToStop() {
    return stop.exitCode().isPresent();
  }

  /** One that wrote no table leaves its state, but no line in {@code ops.run}. */
  private JobReport end(List<Period> periods) {
    stop.requireNobodyAsked();
    try {
      end(outcome, outcome.exitCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new JobReport(outcome, id.text(), periods, notes.stream().map(Note::text).toList());
  }

  private void end(Outcome how, int exitCode) throws IOException {
    sparkOfRun.ifPresent(own -> ledger.slowest(own.slowest()));
    if (lake.isEmpty() || lake.get().versionsWritten().isEmpty()) {
      ledger.end(how.word(), exitCode);
    } else {
      ledger.end(how.word(), exitCode, lake.get());
    }
  }

  private RuntimeException failed(Throwable failure) {
    if (stop.exitCode().isPresent()) {
      settle(Outcome.INTERRUPTED, stop.exitCode().getAsInt(), StopWatcher.TOLD);
      return StopWatcher.stopped(failure);
    }
    try {
      RuntimeException told = SparkFailures.told(failure);
      if (told instanceof JobException job) {
        settle(job.outcome(), job.outcome().exitCode(), job.text());
      } else {
        settle(Outcome.BUG, Outcome.BUG.exitCode(), bug(told));
      }
      return told;
    } catch (Error error) {
      settle(Outcome.BUG, Outcome.BUG.exitCode(), bug(error));
      throw error;
    }
  }

  /** The kind alone: its message may hold anything. */
  private static Text bug(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    return new Text("程序缺陷:" + kind, "A bug of ours: " + kind);
  }

  /** What was written stays recorded where that is still possible. */
  private void settle(Outcome how, int exitCode, Text why) {
    try {
      ledger.says(why);
      end(how, exitCode);
    } catch (IOException | RuntimeException e) {
      watcher.say(
          new Text(
              "运行状态未能写入:" + e.getMessage(),
              "The run's state could not be written: " + e.getMessage()));
    }
  }

  /** A run whose report cannot be written has ended as it has. */
  private void report() {
    try {
      Optional<RunState> state = new RunHistory(hadoop(), request.lake(), clock).find(id());
      if (state.isPresent()) {
        new WriteRunReport(small()).write(state.get());
      }
    } catch (IOException | RuntimeException e) {
      watcher.say(
          new Text(
              "运行报告未能写入:" + e.getMessage(),
              "The run's report could not be written: " + e.getMessage()));
    }
  }

  private void giveBack() {
    stop.close();
    sparkOfRun.ifPresent(SparkOfRun::close);
    report();
    try {
      lease.close();
    } catch (UncheckedIOException e) {
      watcher.say(
          new Text(
              "租约未能归还,两分钟后自动失效:" + e.getMessage(),
              "The lease could not be given back; it ends by itself within two minutes: "
                  + e.getMessage()));
    }
  }
}
