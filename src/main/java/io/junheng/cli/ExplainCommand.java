package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.explain.Explanation;
import io.junheng.job.Asked;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.PlainLake;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng explain COUNTY SUBJECT}: what a number is made of, and where it comes from. */
@Command(name = "explain", abbreviateSynopsis = true)
final class ExplainCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(index = "0", paramLabel = "COUNTY")
  private String county;

  @Parameters(index = "1", arity = "0..1", paramLabel = "SUBJECT")
  private String subject;

  @Option(names = "--framework", paramLabel = "ID")
  private String framework;

  @Option(names = "--school", paramLabel = "CODE")
  private String school;

  @Option(names = "--stage", paramLabel = "ID")
  private String stage;

  @Override
  public Integer call() {
    Explanation told = lake(junheng).explain(asked());
    if (junheng.options().isJson()) {
      Json json = new Json().with("outcome", "done").with("exit_code", 0);
      new RecordJson(junheng.language()).of(told).forEach(json::with);
      json.print(junheng.terminal().out());
    } else {
      new ExplainPrint(told, junheng.language(), junheng.terminal().width())
          .lines()
          .forEach(junheng.terminal().out()::println);
    }
    return 0;
  }

  /** The lake that is asked, without a look at the definitions. */
  static PlainLake lake(Junheng junheng) {
    WorkPlace place = WorkPlace.read(junheng);
    Pipeline.requireLake(place.lake());
    return new PlainLake(place.spark(), place.lake());
  }

  private Asked asked() {
    Optional<Asked> cell = subject == null ? Asked.ofCell(county) : Optional.empty();
    if (cell.isEmpty() && subject == null) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "请写明要解释什么:县名或代码,加条目、指标或评价体系;或单元格编号 评价体系/周期/县代码/条目[/学段]。",
              "Say what to explain: a county, then an item, indicator or framework; or the id of a"
                  + " cell, framework/period/county/item[/stage]."));
    }
    Asked typed =
        cell.orElseGet(
            () ->
                new Asked(
                    county,
                    subject,
                    onlyPeriod(),
                    Optional.ofNullable(framework),
                    Optional.empty(),
                    Optional.ofNullable(stage)));
    return new Asked(
        typed.area(),
        typed.subject(),
        typed.period(),
        typed.framework(),
        Optional.ofNullable(school),
        typed.stage());
  }

  private Optional<Period> onlyPeriod() {
    List<Period> periods = junheng.options().periods();
    if (periods.size() > 1) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text("explain 一次只解释一个周期。", "explain tells one period at a time."));
    }
    return periods.stream().findFirst();
  }
}
