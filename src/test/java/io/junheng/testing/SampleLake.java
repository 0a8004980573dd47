package io.junheng.testing;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.job.JobRequest;
import io.junheng.job.MakeSample;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The lake of the made-up province after the whole job with all shipped frameworks: 90 counties,
 * two periods, few pupils, a dozen planted faults. Made once for a test run by whoever asks first;
 * tests only read it.
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
    return made == null ? Made.ROOT : Path.of(made);
  }

  /** The definitions that it was worked out with. */
  public static Catalogue catalogue() {
    return Read.CATALOGUE;
  }

  private static final class Read {
    private static final Catalogue CATALOGUE =
        new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();
  }

  /** Makes the lake when it is first touched. */
  private static final class Made {
    private static final Path ROOT = make();

    private static Path make() {
      try {
        Path folder = Files.createDirectories(Path.of("target"));
        folder = Files.createTempDirectory(folder, "sample-lake-");
        Path landing = folder.resolve("landing");
        Path lake = folder.resolve("lake");
        new MakeSample(1, PUPILS, PERIODS, MakeSample.LIGHT)
            .run(catalogue(), landing, Watcher.NOBODY);
        JobRequest request =
            new JobRequest(
                catalogue(),
                lake.toString(),
                Optional.of(landing.toString()),
                List.of(),
                folder.resolve("pseudonym.key").toString(),
                true,
                List.of("run"));
        new RunJob().run(SharedSpark.session(), request, Watcher.NOBODY);
        return lake;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
