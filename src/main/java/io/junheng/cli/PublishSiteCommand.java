package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.PublishRequest;
import io.junheng.job.PublishSite;
import io.junheng.job.Watcher;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng publish site --out DIR}: results as pages that open from a disk. */
@Command(name = "site", abbreviateSynopsis = true)
final class PublishSiteCommand implements Callable<Integer> {
  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    PublishRequest request = options.request(junheng, Setup.read(junheng));
    Watcher.Step step =
        junheng.screen().begin("site", new Text("生成站点 → " + out, "Write the site → " + out));
    boolean isDone = false;
    try {
      PublishSite.Written written = new PublishSite().run(request, out);
      step.end(
          new Text(
              String.format(Locale.ROOT, "%,d 个文件 · %.1f MB", written.files(), megabytes(written)),
              String.format(
                  Locale.ROOT, "%,d files · %.1f MB", written.files(), megabytes(written))));
      isDone = true;
      tell(junheng, written);
      return 0;
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private void tell(Junheng junheng, PublishSite.Written written) {
    Path first = out.resolve("index.html");
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("audience", options.audience().toString())
          .with("files", written.files())
          .with("bytes", written.bytes())
          .with("open", first.toString())
          .print(junheng.terminal().out());
    } else {
      junheng.terminal().out().println(first);
    }
  }

  private static double megabytes(PublishSite.Written written) {
    return written.bytes() / 1e6;
  }
}
