package io.junheng.testing;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.job.JobRequest;
import io.junheng.job.MakeSample;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lake of the made-up province after the whole job with all shipped frameworks: 90 counties,
 * two periods, few pupils, a dozen planted faults. Made once for a test run by whoever asks first,
 * whichever of its JVMs that is; tests only read it.
 *
 * <p>Who works on what reads a lake saves the minute with {@code -Djunheng.sample.lake=DIR}, a lake
 * that was made before.
 */
public final class SampleLake {
  public static final List<Period> PERIODS =
      List.of(Period.parse("202210"), Period.parse("202310"));

  private static final int PUPILS = 24_000;

  private SampleLake() {}

  /** Root of the lake. */
  public static Path root() {
    String made = System.getProperty("junheng.sample.lake");
    return made == null ? Made.FOLDER.resolve("lake") : Path.of(made);
  }

  /** The definitions that it was worked out with. */
  public static Catalogue catalogue() {
    return ShippedConf.catalogue();
  }

  /** Makes the lake when it is first touched. */
  private static final class Made {
    private static final Path FOLDER = OncePerTestRun.folder("sample-lake", Made::make);

    private static void make(Path folder) {
      Path landing = folder.resolve("landing");
      new MakeSample(1, PUPILS, PERIODS, MakeSample.LIGHT)
          .run(catalogue(), landing, Watcher.NOBODY);
      JobRequest request =
          new JobRequest(
              catalogue(),
              folder.resolve("lake").toString(),
              Optional.of(landing.toString()),
              List.of(),
              folder.resolve("pseudonym.key").toString(),
              true,
              List.of("run"));
      SharedSpark.with(
          SharedSpark.COMPILED,
          () -> new RunJob().run(SharedSpark.session(), request, Watcher.NOBODY));
    }
  }
}
