package io.junheng.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code jobs/demo --fresh}, built before. */
record DemoBench(Ground ground) {
  /** What {@code jobs/demo} makes for each period, whatever other benchmarks are asked for. */
  static final int PUPILS = 300_000;

  Measured measure() throws IOException {
    Rounds rounds = new Rounds();
    for (int round = 1; round <= ground.rounds(); round++) {
      rounds.add("demo", LaunchedRun.of(ground, List.of("demo", "--fresh")).seconds());
      ground.say("demo: round %d of %d", round, ground.rounds());
    }
    return new Measured(Map.of(Figure.DEMO_SECONDS, rounds.of("demo")), rounds.all());
  }
}
