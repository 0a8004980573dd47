package io.junheng.bench;

import io.junheng.cluster.Finished;
import io.junheng.cluster.StandaloneCluster;
import io.junheng.oracle.GoldRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A full run on Spark's standalone cluster with one worker of one core and with two of them, on
 * this machine. Gold must be the same, row for row, before times are told.
 */
record ClusterBench(Ground ground) {
  /** Of executors and of the run's own process. */
  private static final int HEAP_MIB = 2048;

  Measured measure() throws IOException {
    Rounds rounds = new Rounds();
    for (int round = 1; round <= ground.rounds(); round++) {
      Map<String, List<String>> ofOne = run(1, rounds);
      if (!run(2, rounds).equals(ofOne)) {
        throw new IllegalStateException("two workers made another gold than one");
      }
      ground.say("cluster: round %d of %d", round, ground.rounds());
    }
    Map<String, Sample> details = rounds.all();
    details.put("one worker ÷ two", rounds.ratio(piece(1), piece(2)));
    return new Measured(Map.of(), details);
  }

  private static String piece(int workers) {
    return "workers: " + workers;
  }

  private Map<String, List<String>> run(int workers, Rounds rounds) throws IOException {
    Path lake = ground.fresh("lake-cluster");
    List<String> command = FullRun.command(ground, ground.landing(), lake, List.of());
    try (StandaloneCluster cluster =
        StandaloneCluster.start(new StandaloneCluster.Size(workers, 1, HEAP_MIB, HEAP_MIB))) {
      long began = System.nanoTime();
      Finished run = cluster.run(command.subList(1, command.size()).toArray(String[]::new));
      rounds.add(piece(workers), (System.nanoTime() - began) / 1e9);
      if (run.exitCode() > 1) {
        throw new IllegalStateException(run.stderr());
      }
    }
    return GoldRows.of(lake.toString());
  }
}
