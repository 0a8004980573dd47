package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.PublishFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng publish bulletin --period P --out FILE}: a Word draft whose numbers name their
 * rows.
 */
@Command(name = "bulletin", abbreviateSynopsis = true)
final class PublishBulletinCommand implements Callable<Integer> {
  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    List<Period> periods = junheng.options().periods();
    if (periods.size() != 1) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "请用 --period 指定一个周期,如 202304(2023 年第 4 季度)。",
              "Name one period with --period, for instance 202304 for the fourth quarter of 2023."));
    }
    Setup setup = Setup.read(junheng);
    new PublishFiles(
            options.request(junheng, setup).ofAllPeriods(), junheng.language(), junheng.screen())
        .bulletin(out, periods.get(0));
    junheng.screen().say(new Text("✓ 通报草稿 " + out, "✓ Draft of the bulletin " + out));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("out", out.toString())
          .print(junheng.terminal().out());
    }
    return 0;
  }
}
