package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.JobReport;
import io.junheng.job.JobRequest;
import io.junheng.job.Outcome;
import io.junheng.job.RunRecord;
import io.junheng.job.Session;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a job that changes the lake, and tells how it ended. */
record Pipeline(Junheng junheng) {
  private static final Set<Session.Work> NEEDS_LANDING =
      EnumSet.of(Session.Work.INGEST, Session.Work.RUN);

  /** Nothing. */
  static final Runnable NO_ENDING = () -> {};

  /**
   * Runs ingest, compute or both.
   *
   * @param ending what is done when the tables are there, such as printing a league table
   */
  int run(Setup setup, Session.Work work, JobRequest request, Runnable ending) {
    requireInput(work, request);
    return run(setup, request, session -> session.run(work, request, junheng.screen()), ending);
  }

  /** Runs any job, and tells how it ended. */
  int run(Setup setup, JobRequest request, Function<Session, JobReport> job, Runnable ending) {
    return new SparkWork(junheng, setup)
        .with(
            setup.place().spark().ofRun(junheng.runId(), request.lake()),
            request.lake(),
            session -> {
              JobReport report = told(session, request, job);
              tell(report);
              if (report.outcome() == Outcome.DONE || report.outcome() == Outcome.REFUSED) {
                ending.run();
              }
              if (junheng.options().isJson()) {
                json(request, session.record(request.lake(), report.runId()), report)
                    .print(junheng.terminal().out());
              }
              return report.outcome().exitCode();
            });
  }

  /** Does the job; where its report lies is said however it ends. */
  private JobReport told(Session session, JobRequest request, Function<Session, JobReport> job) {
    try {
      return job.apply(session);
    } finally {
      session
          .reportOf(request.lake(), junheng.runId().text())
          .ifPresent(
              place ->
                  junheng
                      .screen()
                      .say(new Text("  运行报告:" + place, "  Report of the run: " + place)));
    }
  }

  /** What is plainly not there is told at once. */
  private static void requireInput(Session.Work work, JobRequest request) {
    if (NEEDS_LANDING.contains(work)) {
      requireLanding(request);
    } else {
      requireLake(request.lake());
    }
  }

  /** A command that looks at deliveries needs their folder. */
  static void requireLanding(JobRequest request) {
    String landing = request.landing().orElse("");
    if (LogPlace.isMissing(landing)) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "没有报送文件夹 %s。请用 --landing 指定,或先用 sample 生成演示数据。".formatted(landing),
              "There is no folder of deliveries at %s. Name it with --landing, or make sample data"
                      .formatted(landing)
                  + " with sample."));
    }
  }

  /** A command that reads a lake needs one. */
  static void requireLake(String lake) {
    if (LogPlace.isMissing(lake)) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "没有数据湖 %s。请用 --lake 指定,或先运行 run。".formatted(lake),
              "There is no lake at %s. Name it with --lake, or type run first.".formatted(lake)));
    }
  }

  private void tell(JobReport report) {
    for (Text message : report.messages()) {
      junheng.screen().complain(new Text("! " + message.zh(), "! " + message.en()));
    }
    junheng.screen().say(ended(report));
  }

  private static Text ended(JobReport report) {
    String list = report.periods().stream().map(Object::toString).collect(Collectors.joining(", "));
    String zh = (list.isEmpty() ? "" : " · 周期 " + list) + " · 运行编号 " + report.runId();
    String en = (list.isEmpty() ? "" : " · periods " + list) + " · run " + report.runId();
    int exitCode = report.outcome().exitCode();
    return exitCode == 0
        ? new Text("✓ 完成" + zh, "✓ Done" + en)
        : new Text("! 结束,退出码 " + exitCode + zh, "! Ended with exit code " + exitCode + en);
  }

  private Json json(JobRequest request, RunRecord left, JobReport report) {
    return new Json()
        .with("outcome", report.outcome().name().toLowerCase(Locale.ROOT))
        .with("exit_code", report.outcome().exitCode())
        .with("run_id", report.runId())
        .with("lake", request.lake())
        .with("periods", report.periods().stream().map(period -> period.number()).toList())
        .with(
            "messages",
            report.messages().stream().map(text -> text.in(junheng.language())).toList())
        .with("files", left.files().stream().map(Pipeline::json).toList())
        .with("tables_written", left.tablesWritten())
        .with("steps", steps());
  }

  private static Map<String, Object> json(RunRecord.FileState file) {
    return new Json()
        .with("period", file.period())
        .with("county", file.county())
        .with("dataset", file.dataset())
        .with("file", file.file())
        .with("state", file.state())
        .with("rows_read", file.rowsRead())
        .with("rows_accepted", file.rowsAccepted())
        .with("rows_set_aside", file.rowsSetAside())
        .members();
  }

  private List<Map<String, Object>> steps() {
    return junheng.screen().finished().stream()
        .map(
            step ->
                new Json()
                    .with("step", step.title().in(junheng.language()))
                    .with("counts", step.counts().in(junheng.language()))
                    .with("seconds", step.seconds())
                    .with("done", step.isDone())
                    .members())
        .toList();
  }
}
