package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.PublishRequest;
import io.junheng.job.PublishSite;
import io.junheng.job.Watcher;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng publish site --out DIR}: results as pages that open from a disk. */
@Command(name = "site", abbreviateSynopsis = true)
final class PublishSiteCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 10;

  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @ArgGroup(exclusive = false)
  private Boundaries boundaries;

  /** A map that the user brings. */
  static final class Boundaries {
    @Option(names = "--boundaries", paramLabel = "FILE", required = true)
    private Path file;

    @Option(names = "--boundaries-code", paramLabel = "PROPERTY")
    private String property;

    @Option(names = "--boundaries-note", paramLabel = "TEXT")
    private String note;

    private PublishSite.MapSource source() {
      return new PublishSite.MapSource(
          file, Optional.ofNullable(property), Optional.ofNullable(note));
    }
  }

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    PublishRequest request = options.request(junheng, Setup.read(junheng));
    Watcher.Step step =
        junheng.screen().begin("site", new Text("生成站点 → " + out, "Write the site → " + out));
    boolean isDone = false;
    try {
      PublishSite.Written written =
          new PublishSite()
              .run(request, out, Optional.ofNullable(boundaries).map(Boundaries::source));
      step.end(
          new Text(
              String.format(Locale.ROOT, "%,d 个文件 · %.1f MB", written.files(), megabytes(written)),
              String.format(
                  Locale.ROOT, "%,d files · %.1f MB", written.files(), megabytes(written))));
      isDone = true;
      written.map().ifPresent(map -> junheng.screen().say(about(map)));
      tell(junheng, written);
      return 0;
    } finally {
      if (!isDone) {
        step.fail();
      }
    }
  }

  private static Text about(PublishSite.Drawn map) {
    int missing = map.missing().size();
    String codes =
        map.missing().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
            + (missing > MOST_NAMED ? ", …" : "");
    return new Text(
        "地图:%d 个县(市、区),代码取自属性 %s;%d 个要素不是已发布的县(市、区),不画"
                .formatted(map.counties(), map.property(), map.others())
            + (missing == 0 ? "。" : ";%d 个没有边界,只在列表中:%s。".formatted(missing, codes)),
        "Map: %d counties, codes from property %s; %d features are no published county and not drawn"
                .formatted(map.counties(), map.property(), map.others())
            + (missing == 0
                ? "."
                : "; %d have no boundary and stand in the list alone: %s."
                    .formatted(missing, codes)));
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
