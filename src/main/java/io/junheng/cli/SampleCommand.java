package io.junheng.cli;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.MakeSample;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng sample}: a made-up province, as counties deliver it. */
@Command(name = "sample", abbreviateSynopsis = true)
final class SampleCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1")
  private long seed;

  @Option(names = "--pupils", paramLabel = "N", defaultValue = "300000")
  private int pupils;

  @Option(names = "--periods", paramLabel = "P", split = ",", defaultValue = "202210,202310")
  private List<Period> periods;

  @Option(names = "--faults", paramLabel = "FILE|none|light", defaultValue = MakeSample.LIGHT)
  private String faults;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    MakeSample.Made made =
        new MakeSample(seed, pupils, periods, faults).run(setup.catalogue(), out, junheng.screen());
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("landing", out.toString())
          .with("files", made.files())
          .with("rows", made.rows())
          .with("planted_faults", made.faults())
          .with("expected_findings", made.findingsFile().toString())
          .print(junheng.terminal().out());
    }
    junheng
        .screen()
        .say(
            new Text(
                "  应查出的错误清单:" + made.findingsFile(),
                "  What must be found: " + made.findingsFile()));
    return 0;
  }
}
