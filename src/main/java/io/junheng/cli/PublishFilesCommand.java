package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.PublishFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng publish files --out DIR}: workbooks, CSV and Parquet in one folder. */
@Command(name = "files", abbreviateSynopsis = true)
final class PublishFilesCommand implements Callable<Integer> {
  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    Setup setup = Setup.read(junheng);
    new PublishFiles(options.request(junheng, setup), junheng.language(), junheng.screen())
        .files(out);
    junheng.screen().say(new Text("✓ 已发布到 " + out, "✓ Published to " + out));
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
