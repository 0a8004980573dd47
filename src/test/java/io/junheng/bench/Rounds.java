package io.junheng.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * How long the same pieces of work took, round by round. The pieces of a round follow each other,
 * so that a machine that is slow for a while is slow for all of them.
 */
final class Rounds {
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /** Does a piece and notes how long it took. */
  <T> T time(String piece, Callable<T> work) throws Exception {
    long began = System.nanoTime();
    T result = work.call();
    add(piece, (System.nanoTime() - began) / 1e9);
    return result;
  }

  void add(String piece, double took) {
    seconds.computeIfAbsent(piece, any -> new ArrayList<>()).add(took);
  }

  /** Seconds of a piece, in the order of the rounds. */
  Sample of(String piece) {
    return new Sample(seconds.getOrDefault(piece, List.of()));
  }

  /** One piece over another, round by round. */
  Sample ratio(String above, String below) {
    List<Double> ratios = new ArrayList<>();
    List<Double> others = of(below).values();
    List<Double> ones = of(above).values();
    for (int round = 0; round < Math.min(ones.size(), others.size()); round++) {
      ratios.add(ones.get(round) / others.get(round));
    }
    return new Sample(ratios);
  }

  /** All pieces with their seconds. */
  Map<String, Sample> all() {
    Map<String, Sample> all = new LinkedHashMap<>();
    seconds.forEach((piece, took) -> all.put(piece, new Sample(took)));
    return all;
  }
}
