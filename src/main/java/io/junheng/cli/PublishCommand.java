package io.junheng.cli;

import io.junheng.job.Outcome;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code junheng publish KIND}: brings results to where analysts read them. */
@Command(
    name = "publish",
    abbreviateSynopsis = true,
    subcommands = {
      PublishMartCommand.class,
      PublishSiteCommand.class,
      PublishFilesCommand.class,
      PublishFormsCommand.class,
      PublishBulletinCommand.class
    })
final class PublishCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;
  @Spec private CommandSpec spec;

  /** Without a kind: the help, as a mistake. */
  @Override
  public Integer call() {
    spec.commandLine().usage(junheng.terminal().err());
    return Outcome.CONFIGURATION.exitCode();
  }

  Junheng junheng() {
    return junheng;
  }
}
