package io.junheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A full run into an empty lake, the same again with nothing changed, and again with one county's
 * pupils corrected: each a process of its own, as a schedule starts it.
 */
record RerunBench(Ground ground) {
  Measured measure() throws IOException {
    Rounds rounds = new Rounds();
    List<Double> heaps = new ArrayList<>();
    List<Double> written = new ArrayList<>();
    for (int round = 1; round <= ground.rounds(); round++) {
      Path landing = ground.copy(ground.landing(), "landing-changing");
      Path lake = ground.fresh("lake-rerun");
      LaunchedRun full = run(landing, lake);
      rounds.add("full", full.seconds());
      heaps.add(full.peakHeapGib());
      written.add((double) Ground.bytes(lake));
      rounds.add("unchanged", run(landing, lake).seconds());
      correct(landing);
      rounds.add("one county", run(landing, lake).seconds());
      ground.say("rerun: round %d of %d", round, ground.rounds());
    }
    Map<String, Sample> details = rounds.all();
    details.put("bytes of the lake", new Sample(written));
    return new Measured(
        Map.of(
            Figure.UNCHANGED_OVER_FULL, rounds.ratio("unchanged", "full"),
            Figure.ONE_COUNTY_OVER_FULL, rounds.ratio("one county", "full"),
            Figure.PEAK_HEAP_GIB, new Sample(heaps)),
        details);
  }

  private LaunchedRun run(Path landing, Path lake) throws IOException {
    return LaunchedRun.of(ground, FullRun.command(ground, landing, lake, List.of()));
  }

  /** The first county sends its pupils again, without the last of them. */
  private static void correct(Path landing) throws IOException {
    try (Stream<Path> files = Files.walk(landing)) {
      Path file =
          files.filter(path -> path.endsWith("student.csv")).sorted().findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(file);
      Files.write(file, lines.subList(0, lines.size() - 1));
    }
  }
}
