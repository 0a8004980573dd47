package io.junheng.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A full run with once, twice and four times the data, and on one core of the machine. */
record ScaleBench(Ground ground) {
  Measured scale() throws IOException {
    Rounds rounds = new Rounds();
    for (int round = 1; round <= ground.rounds(); round++) {
      for (int times : List.of(1, 2, 4)) {
        rounds.add("data × " + times, full(ground.with(ground.pupils() * times), List.of()));
      }
      ground.say("scale: round %d of %d", round, ground.rounds());
    }
    return new Measured(
        Map.of(Figure.DATA_4X_OVER_1X, rounds.ratio("data × 4", "data × 1")), rounds.all());
  }

  /** Without a figure of its own: what a second core brings. */
  Measured cores() throws IOException {
    Rounds rounds = new Rounds();
    for (int round = 1; round <= ground.rounds(); round++) {
      for (int cores : List.of(1, 2)) {
        rounds.add(
            "cores: " + cores,
            full(ground, List.of("--spark", "--master local[%d]".formatted(cores))));
      }
      ground.say("cores: round %d of %d", round, ground.rounds());
    }
    return new Measured(Map.of(), rounds.all());
  }

  private static double full(Ground ground, List<String> more) throws IOException {
    return LaunchedRun.of(
            ground, FullRun.command(ground, ground.landing(), ground.fresh("lake-scale"), more))
        .seconds();
  }
}
