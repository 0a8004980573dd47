package io.junheng.cli;

import io.junheng.job.JobRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * {@code junheng rekey}: brings all pseudonyms of the lake to the key that {@code key_file} names.
 */
@Command(name = "rekey", abbreviateSynopsis = true)
final class RekeyCommand implements Callable<Integer> {
  @ParentCommand private Junheng junheng;

  @Override
  public Integer call() {
    Setup setup = Setup.read(junheng);
    JobRequest request = setup.request(junheng);
    Pipeline.requireLake(request.lake());
    return new Pipeline(junheng)
        .run(
            setup,
            request,
            session -> session.rekey(request, junheng.screen()),
            Pipeline.NO_ENDING);
  }
}
