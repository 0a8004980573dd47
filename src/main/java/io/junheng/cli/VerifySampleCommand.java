package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.job.VerifySchools.Drawn;
import io.junheng.release.DrawSchools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng verify sample}: draws schools by their leverage on a spread. */
@Command(name = "sample", abbreviateSynopsis = true)
final class VerifySampleCommand implements Callable<Integer> {
  @ParentCommand private VerifyCommand verify;

  @Option(names = "--indicator", paramLabel = "ID", required = true)
  private String indicator;

  @Option(names = "--stage", paramLabel = "STAGE", required = true)
  private String stage;

  @Option(names = "--county", paramLabel = "CODE", split = ",")
  private final List<String> counties = new ArrayList<>();

  @Option(names = "--count", paramLabel = "N", defaultValue = "3")
  private int count;

  @Option(names = "--seed", paramLabel = "N", required = true)
  private long seed;

  @Override
  public Integer call() {
    Junheng junheng = verify.junheng();
    List<Drawn> drawn =
        verify
            .schools()
            .sample(verify.onePeriod(), indicator, stage, counties, new DrawSchools(seed, count));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("seed", seed)
          .with("schools", drawn.stream().map(one -> json(one, junheng.language())).toList())
          .print(junheng.terminal().out());
      return 0;
    }
    TextTable table =
        new TextTable(
            junheng.language() == Language.ZH
                ? List.of("区县", "学校代码", "方差份额", "学校")
                : List.of("County", "School code", "Share", "School"),
            List.of(
                TextTable.Side.LEFT,
                TextTable.Side.LEFT,
                TextTable.Side.RIGHT,
                TextTable.Side.LEFT));
    for (Drawn one : drawn) {
      table.add(
          List.of(
              one.county(),
              one.school(),
              String.format(Locale.ROOT, "%.1f%%", 100 * one.share()),
              one.name().in(junheng.language())));
    }
    table.lines(junheng.terminal().width()).forEach(junheng.terminal().out()::println);
    return 0;
  }

  private static Map<String, Object> json(Drawn one, Language language) {
    return new Json()
        .with("county_code", one.county())
        .with("school_code", one.school())
        .with("school", one.name().in(language))
        .with("share", one.share())
        .members();
  }
}
