package io.junheng.cli;

import io.junheng.definition.Department;
import io.junheng.definition.Language;
import io.junheng.definition.SignatureStep;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import io.junheng.job.SignDeliveries;
import io.junheng.job.SignDeliveries.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code junheng signoff [STEP]}: signs deliveries, or tells how far they are signed. */
@Command(name = "signoff", abbreviateSynopsis = true)
final class SignoffCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(arity = "0..1", paramLabel = "reviewed|confirmed|countersigned|sealed")
  private SignatureStep step;

  @Option(names = "--county", paramLabel = "CODE", split = ",")
  private final List<String> counties = new ArrayList<>();

  @Option(names = "--dataset", paramLabel = "DATASET", split = ",")
  private final List<String> datasets = new ArrayList<>();

  @Option(names = "--department", paramLabel = "finance|personnel|statistics|disabled_federation")
  private Department department;

  @Mixin private final SignerOptions signer = new SignerOptions();

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    junheng.logTo(LogPlace.of(lake));
    SignDeliveries sign = new SignDeliveries(setup.place().spark(), lake, setup.catalogue());
    return step == null ? list(sign) : sign(sign);
  }

  private int sign(SignDeliveries sign) {
    if (junheng.options().periods().isEmpty()) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("请用 --period 指定周期。", "Name the periods with --period."));
    }
    int signed =
        sign.sign(
            new SignDeliveries.Order(
                step,
                junheng.options().periods(),
                counties,
                datasets,
                Optional.ofNullable(department),
                signer.signer()));
    junheng
        .screen()
        .say(
            new Text(
                "✓ 已签 %d 份报送(%s)".formatted(signed, step.code()),
                "✓ %d deliveries signed (%s)".formatted(signed, step.code())));
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("step", step.code())
          .with("signed", signed)
          .print(junheng.terminal().out());
    }
    return 0;
  }

  private int list(SignDeliveries sign) {
    List<Standing> standing = sign.standing(junheng.options().periods(), counties);
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("deliveries", standing.stream().map(SignoffCommand::json).toList())
          .print(junheng.terminal().out());
      return 0;
    }
    TextTable table =
        new TextTable(
            junheng.language() == Language.ZH
                ? List.of("周期", "区县", "数据集", "环节", "会签部门")
                : List.of("Period", "County", "Dataset", "Signed", "Departments"),
            Collections.nCopies(5, TextTable.Side.LEFT));
    for (Standing one : standing) {
      table.add(
          List.of(
              one.period().toString(),
              one.county(),
              one.dataset(),
              one.steps().stream().map(SignatureStep::code).collect(Collectors.joining(", ")),
              one.departments().stream()
                  .map(d -> d.title().in(junheng.language()))
                  .collect(Collectors.joining(", "))));
    }
    table.lines(junheng.terminal().width()).forEach(junheng.terminal().out()::println);
    return 0;
  }

  private static Map<String, Object> json(Standing one) {
    return new Json()
        .with("period", one.period().number())
        .with("county_code", one.county())
        .with("dataset", one.dataset())
        .with("steps", one.steps().stream().map(SignatureStep::code).toList())
        .with("departments", one.departments().stream().map(Department::code).toList())
        .members();
  }
}
