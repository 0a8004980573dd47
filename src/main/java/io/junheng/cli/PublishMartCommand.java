package io.junheng.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code junheng publish mart}: loads gold into the PostgreSQL mart. */
@Command(name = "mart", abbreviateSynopsis = true)
final class PublishMartCommand implements Callable<Integer> {
  @ParentCommand private PublishCommand publish;
  @Mixin private final PublishOptions options = new PublishOptions();

  @Override
  public Integer call() {
    Junheng junheng = publish.junheng();
    Setup setup = Setup.read(junheng);
    options.request(junheng, setup);
    return 0;
  }
}
