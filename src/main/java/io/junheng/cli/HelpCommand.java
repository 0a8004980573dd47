package io.junheng.cli;

import io.junheng.definition.Text;
import io.junheng.job.JobException;
import io.junheng.job.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code junheng help [COMMAND]}. */
@Command(name = "help", abbreviateSynopsis = true)
final class HelpCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "0..1")
  private String command;

  @Override
  public Integer call() {
    CommandLine all = spec.root().commandLine();
    CommandLine wanted = command == null ? all : all.getSubcommands().get(command);
    if (wanted == null) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text("没有命令“%s”。".formatted(command), "There is no command '%s'.".formatted(command)));
    }
    wanted.usage(junheng.terminal().out());
    return 0;
  }
}
