package io.junheng.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The same work done by two tools: what came out must be equal before a time is told, and the ratio
 * must keep a limit.
 *
 * @param <R> one line of a result
 */
final class Comparison<R extends Comparable<R>> {
  private final Map<String, Duration> times = new LinkedHashMap<>();
  private final Map<String, List<R>> results = new LinkedHashMap<>();

  /** Does the work and notes how long it took. */
  void time(String tool, Callable<?> work) throws Exception {
    long began = System.nanoTime();
    work.call();
    times.put(tool, Duration.ofNanos(System.nanoTime() - began));
  }

  /** Notes what a tool came to, in any order; not timed. */
  void result(String tool, List<R> lines) {
    results.put(tool, lines.stream().sorted().toList());
  }

  /**
   * Prints times and ratio; true if the results are equal and the first tool took at most so many
   * times as long as the second.
   */
  boolean tell(PrintStream out, double limit) {
    List<String> tools = List.copyOf(times.keySet());
    List<R> ours = results.get(tools.get(0));
    List<R> theirs = results.get(tools.get(1));
    if (!ours.equals(theirs)) {
      out.printf(
          "results differ: %s has %d lines, %s %d%n",
          tools.get(0), ours.size(), tools.get(1), theirs.size());
      ours.stream()
          .filter(line -> !theirs.contains(line))
          .limit(3)
          .forEach(line -> out.println("  - " + line));
      theirs.stream()
          .filter(line -> !ours.contains(line))
          .limit(3)
          .forEach(line -> out.println("  + " + line));
      return false;
    }
    times.forEach((tool, time) -> out.printf(Locale.ROOT, "%-10s %8.1f s%n", tool, seconds(time)));
    double ratio = seconds(times.get(tools.get(0))) / seconds(times.get(tools.get(1)));
    out.printf(
        Locale.ROOT,
        "%-10s %8.2f   at most %.2f, on %d cores, %d MB of heap; %d lines of results are equal%n",
        "ratio",
        ratio,
        limit,
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        ours.size());
    return ratio <= limit;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
