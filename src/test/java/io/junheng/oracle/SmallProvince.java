package io.junheng.oracle;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.sample.ProgressListener;
import io.junheng.sample.SampleProvince;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A few counties of the sample province, as landing files, and the shipped definitions. */
public final class SmallProvince {
  /** The period of the files. */
  public static final Period PERIOD = Period.parse("202310");

  private static final int PUPILS = 18_000;
  private static final int COUNTIES = 6;

  private SmallProvince() {}

  /** The definitions that are shipped. */
  public static Catalogue catalogue() {
    return ShippedConf.catalogue();
  }

  /** Writes the first counties of a province from a seed; some have signed forms too. */
  public static Path landing(Path folder, long seed) throws IOException {
    Path whole = folder.resolve("whole");
    new SampleProvince(seed, PUPILS, List.of(PERIOD), Optional.empty())
        .writeTo(whole, catalogue(), ProgressListener.SILENT);
    Path landing = folder.resolve("landing");
    Path to = Files.createDirectories(landing.resolve(PERIOD.toString()));
    Random random = new Random(seed);
    for (Path county : entries(whole.resolve(PERIOD.toString())).subList(0, COUNTIES)) {
      Path copy = to.resolve(county.getFileName().toString());
      copy(county, copy);
      if (random.nextBoolean()) {
        SignedForms.write(copy, random);
      }
    }
    return landing;
  }

  /** The same deliveries with their rows in another order, the pupils' spread over three files. */
  public static Path shuffled(Path landing, Path to, long seed) throws IOException {
    Random random = new Random(seed);
    for (Path county : entries(landing.resolve(PERIOD.toString()))) {
      Path target =
          Files.createDirectories(
              to.resolve(PERIOD.toString()).resolve(county.getFileName().toString()));
      for (Path file : entries(county)) {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String header = lines.remove(0);
        Collections.shuffle(lines, random);
        String name = file.getFileName().toString().replace(".csv", "");
        int parts = name.equals("student") ? 3 : 1;
        for (int part = 0; part < parts; part++) {
          List<String> own = new ArrayList<>(List.of(header));
          for (int i = part; i < lines.size(); i += parts) {
            own.add(lines.get(i));
          }
          Files.write(target.resolve(parts == 1 ? name + ".csv" : name + "-" + part + ".csv"), own);
        }
      }
    }
    return to;
  }

  static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : entries(from)) {
      try {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
