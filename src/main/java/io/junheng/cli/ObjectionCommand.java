package io.junheng.cli;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Objections;
import io.junheng.job.Objections.Line;
import io.junheng.job.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng objection open|decide|list}: objections of counties. The claim and the decision
 * are what {@code --why} says.
 */
@Command(name = "objection", abbreviateSynopsis = true)
final class ObjectionCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Parameters(index = "0", paramLabel = "open|decide|list")
  private Action action;

  @Parameters(index = "1", arity = "0..1", paramLabel = "OBJECTION")
  private String id;

  @Option(names = "--county", paramLabel = "CODE")
  private String county;

  @Option(names = "--subject", paramLabel = "TEXT")
  private String subject;

  @Option(names = "--evidence", paramLabel = "TEXT", defaultValue = "")
  private String evidence;

  @Option(names = "--decision", paramLabel = "accepted|rejected|withdrawn")
  private Objections.Decision decision;

  @Mixin private final SignerOptions signer = new SignerOptions();

  /** What can be done with objections. */
  enum Action {
    OPEN,
    DECIDE,
    LIST
  }

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    String lake = setup.lake();
    Pipeline.requireLake(lake);
    junheng.logTo(LogPlace.of(lake));
    Objections objections = new Objections(setup.place().spark(), lake);
    switch (action) {
      case OPEN -> open(objections);
      case DECIDE -> decide(objections);
      case LIST -> list(objections.list(junheng.options().periods()));
    }
    return 0;
  }

  private void open(Objections objections) {
    List<Period> periods = junheng.options().periods();
    if (periods.size() != 1 || county == null || subject == null) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "请给出 --period(一个)、--county、--subject、--who 和 --why。",
              "Give one --period, --county, --subject, --who and --why."));
    }
    String opened = objections.open(periods.get(0), county, subject, evidence, signer.signer());
    done(
        opened,
        "open",
        new Text("✓ 申诉 %s 已受理".formatted(opened), "✓ Objection %s is open".formatted(opened)));
  }

  private void decide(Objections objections) {
    if (id == null || decision == null) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "请给出申诉编号、--decision、--who 和 --why。",
              "Give the number of the objection, --decision, --who and --why."));
    }
    objections.decide(id, decision, signer.signer());
    String word = decision.name().toLowerCase(java.util.Locale.ROOT);
    done(
        id,
        word,
        new Text("✓ 申诉 %s 已裁定:%s".formatted(id, word), "✓ Objection %s is %s".formatted(id, word)));
  }

  private void done(String which, String status, Text said) {
    junheng.screen().say(said);
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("objection_id", which)
          .with("status", status)
          .print(junheng.terminal().out());
    }
  }

  private void list(List<Line> lines) {
    if (junheng.options().isJson()) {
      new Json()
          .with("outcome", "done")
          .with("exit_code", 0)
          .with("objections", lines.stream().map(ObjectionCommand::json).toList())
          .print(junheng.terminal().out());
      return;
    }
    TextTable table =
        new TextTable(
            junheng.language() == Language.ZH
                ? List.of("申诉", "区县", "状态", "事项", "主张")
                : List.of("Objection", "County", "Status", "About", "Claim"),
            Collections.nCopies(5, TextTable.Side.LEFT));
    lines.forEach(
        line ->
            table.add(
                List.of(line.id(), line.county(), line.status(), line.subject(), line.claim())));
    table.lines(junheng.terminal().width()).forEach(junheng.terminal().out()::println);
  }

  private static Map<String, Object> json(Line line) {
    return new Json()
        .with("objection_id", line.id())
        .with("period", line.period().number())
        .with("county_code", line.county())
        .with("subject", line.subject())
        .with("claim", line.claim())
        .with("evidence", line.evidence())
        .with("status", line.status())
        .with("opened_by", line.openedBy())
        .with("opened_at", line.openedAt().toString())
        .with("decision", line.decision())
        .with("decided_by", line.decidedBy())
        .with("decided_at", line.decidedAt().map(Object::toString))
        .members();
  }
}
