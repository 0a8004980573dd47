package io.junheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A copy of the sample lake that a test may write to, without what only Spark would read (of silver
 * its logs alone, of the archive nothing) and without the longest tables of gold.
 */
public final class LakeCopy {
  private static final Set<String> LEFT_OUT =
      Set.of("school_indicator", "school_item", "county_measure", "dispersion_split");

  private LakeCopy() {}

  /** Copies it into a folder and tells where its root is. */
  public static Path in(Path folder) {
    return copy(folder, LakeCopy::isNeeded);
  }

  /** Copies some tables of gold and nothing else. */
  public static Path gold(Path folder, Predicate<String> tables) {
    return copy(folder, file -> file.startsWith("gold") && tables.test(file.getName(1).toString()));
  }

  private static Path copy(Path folder, Predicate<Path> isNeeded) {
    Path from = SampleLake.root();
    Path to = folder.resolve("lake");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path inside = from.relativize(file);
        if (isNeeded.test(inside)) {
          Path copy = to.resolve(inside);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to;
  }

  private static boolean isNeeded(Path file) {
    return switch (file.getName(0).toString()) {
      case "gold" -> !LEFT_OUT.contains(file.getName(1).toString());
      case "ops", "runs" -> true;
      case "silver" -> file.toString().contains("_delta_log");
      default -> false;
    };
  }
}
