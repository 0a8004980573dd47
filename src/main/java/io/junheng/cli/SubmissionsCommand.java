package io.junheng.cli;

import io.junheng.job.SubmissionOverview;
import io.junheng.job.SubmissionOverview.Line;
import io.junheng.job.SubmissionOverview.OfDataset;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng submissions}: who has delivered what, and who has not. */
@Command(name = "submissions", abbreviateSynopsis = true)
final class SubmissionsCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--county", paramLabel = "CODE")
  private String county;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    List<SubmissionOverview> overviews =
        setup.report(junheng, lake).submissions(setup.catalogue(), junheng.options().periods());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("periods", overviews.stream().map(this::json).toList())
          .print(junheng.terminal().out());
    } else {
      SubmissionsPrint print = new SubmissionsPrint(junheng.language(), junheng.terminal().width());
      PrintStream out = junheng.terminal().out();
      for (SubmissionOverview overview : overviews) {
        (county == null ? print.datasets(overview) : print.files(overview, county))
            .forEach(out::println);
      }
    }
    return 0;
  }

  private Map<String, Object> json(SubmissionOverview overview) {
    return new Json()
        .with("period", overview.period().number())
        .with("expected", overview.expected().size())
        .with("datasets", overview.datasets().stream().map(this::json).toList())
        .with(
            "files",
            overview.lines().stream()
                .filter(line -> county == null || line.county().code().equals(county))
                .map(this::json)
                .toList())
        .members();
  }

  private Map<String, Object> json(OfDataset dataset) {
    return new Json()
        .with("dataset", dataset.dataset())
        .with("title", dataset.title().in(junheng.language()))
        .with("delivered", dataset.delivered())
        .with("coverage", dataset.coverage())
        .with("missing", json(dataset.missing()))
        .with("last_day", dataset.lastDay().map(Object::toString))
        .with("late", json(dataset.late()))
        .with("refused_files", dataset.refused())
        .with("rows_accepted", dataset.rowsAccepted())
        .with("rows_set_aside", dataset.rowsSetAside())
        .with("last_received", dataset.lastReceived().map(Object::toString))
        .members();
  }

  private List<Map<String, Object>> json(List<SubmissionOverview.County> counties) {
    return counties.stream()
        .map(
            county ->
                new Json()
                    .with("county_code", county.code())
                    .with("county", county.name().in(junheng.language()))
                    .members())
        .toList();
  }

  private Map<String, Object> json(Line line) {
    return new Json()
        .with("dataset", line.dataset())
        .with("county_code", line.county().code())
        .with("county", line.county().name().in(junheng.language()))
        .with("file", line.file())
        .with("sha256", line.sha256())
        .with("bytes", line.bytes())
        .with("rows_read", line.rowsRead())
        .with("rows_accepted", line.rowsAccepted())
        .with("rows_set_aside", line.rowsSetAside())
        .with("state", line.state())
        .with("received_at", line.receivedAt().toString())
        .with("run_id", line.runId())
        .members();
  }
}
