package io.junheng.bench;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.job.MakeSample;
import io.junheng.job.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where benchmarks work.
 *
 * @param work a folder that is kept: samples are made once for each size
 * @param pupils of the sample province
 * @param rounds how often each piece is done
 */
record Ground(Path work, int pupils, int rounds, Catalogue catalogue) {
  static final Period PERIOD = new Period(202310);
  private static final int SEED = 20240901;

  static Ground of(Path work, int pupils, int rounds) {
    return new Ground(
        work.toAbsolutePath(),
        pupils,
        rounds,
        new ConfReader(Path.of("conf")).read().catalogue().orElseThrow());
  }

  Ground with(int otherPupils) {
    return new Ground(work, otherPupils, rounds, catalogue);
  }

  /** One year's deliveries of a made-up province without faults, 90 counties. */
  Path landing() throws IOException {
    Path landing = work.resolve("landing-" + pupils);
    if (!Files.exists(landing)) {
      Path making = fresh("making").resolve("landing");
      new MakeSample(SEED, pupils, List.of(PERIOD), MakeSample.NONE)
          .run(catalogue, making, Watcher.NOBODY);
      Files.move(making, landing);
    }
    return landing;
  }

  /** The files of one dataset alone, as links. */
  Path landing(String dataset) throws IOException {
    Path whole = landing();
    Path part = work.resolve("landing-%d-%s".formatted(pupils, dataset));
    if (!Files.exists(part)) {
      Path making = fresh("making");
      try (Stream<Path> files = Files.walk(whole)) {
        for (Path file : files.filter(path -> path.endsWith(dataset + ".csv")).toList()) {
          Path place = making.resolve(whole.relativize(file).toString());
          Files.createDirectories(place.getParent());
          Files.createLink(place, file);
        }
      }
      Files.move(making, part);
    }
    return part;
  }

  /** Made here, so that any benchmark can be the first. */
  Path key() {
    Path key = work.resolve("pseudonym.key");
    if (!Files.exists(key)) {
      try {
        Files.writeString(key, "5a".repeat(32));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return key;
  }

  /** An empty folder of that name. */
  Path fresh(String name) throws IOException {
    Path folder = work.resolve(name);
    clear(folder);
    Files.createDirectories(folder);
    return folder;
  }

  /** A copy that may be changed. */
  Path copy(Path folder, String name) throws IOException {
    Path copy = fresh(name);
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted().toList()) {
        Path place = copy.resolve(folder.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(place);
        } else {
          Files.copy(path, place, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return copy;
  }

  static long bytes(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      long bytes = 0;
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(path);
      }
      return bytes;
    }
  }

  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  void say(String words, Object... values) {
    System.err.printf(Locale.ROOT, words + "%n", values);
  }
}
