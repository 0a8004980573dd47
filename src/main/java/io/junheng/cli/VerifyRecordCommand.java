package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.VerifySchools;
import io.junheng.job.VerifySchools.Recorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code junheng verify record}: keeps what was found on the spot, beside what was reported. */
@Command(name = "record", abbreviateSynopsis = true)
final class VerifyRecordCommand implements Callable<Integer> {
  @ParentCommand private VerifyCommand verify;

  @Mixin private final SignerOptions signer = new SignerOptions();

  @Option(names = "--county", paramLabel = "CODE", required = true)
  private String county;

  @Option(names = "--school", paramLabel = "CODE", required = true)
  private String school;

  @Option(names = "--stage", paramLabel = "STAGE", defaultValue = "_T")
  private String stage;

  @Option(names = "--measure", paramLabel = "ID", required = true)
  private String measure;

  @Option(names = "--verified", paramLabel = "VALUE", required = true)
  private BigDecimal verified;

  @Option(names = "--inspectors", paramLabel = "NAME", split = ",", required = true)
  private List<String> inspectors;

  @Option(names = "--document", paramLabel = "TEXT", required = true)
  private String document;

  @Option(names = "--on", paramLabel = "YYYY-MM-DD", required = true)
  private LocalDate on;

  @Override
  public Integer call() {
    Junheng junheng = verify.junheng();
    Recorded recorded =
        verify
            .schools()
            .record(
                new VerifySchools.Visit(
                    verify.onePeriod(),
                    county,
                    school,
                    stage,
                    measure,
                    verified,
                    inspectors,
                    document,
                    on,
                    signer.signer()));
    junheng.screen().say(said(recorded));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("verification_id", recorded.id())
          .with("reported_value", recorded.reported())
          .with("verified_value", recorded.verified())
          .with("is_confirmed", recorded.isConfirmed())
          .print(junheng.terminal().out());
    }
    return 0;
  }

  private static Text said(Recorded recorded) {
    String reported =
        recorded.reported().map(v -> v.stripTrailingZeros().toPlainString()).orElse("—");
    String now = recorded.verified().toPlainString();
    return recorded.isConfirmed()
        ? new Text(
            "✓ %s:核实与上报一致(%s)".formatted(recorded.id(), now),
            "✓ %s confirms what was reported (%s)".formatted(recorded.id(), now))
        : new Text(
            "! %s:上报 %s,核实 %s。报送更正前不能发布。".formatted(recorded.id(), reported, now),
            "! %s: reported %s, verified %s. No release until the delivery is corrected."
                .formatted(recorded.id(), reported, now));
  }
}
