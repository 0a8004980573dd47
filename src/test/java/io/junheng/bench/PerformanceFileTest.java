package io.junheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theFileOfTheRepositoryHasEveryFigureOrSaysWhyNot() throws IOException {
    JsonNode file = JSON.readTree(Path.of("docs/performance.json").toFile());

    for (Figure figure : Figure.values()) {
      boolean isMeasured = file.path(figure.key()).isNumber();
      boolean isExplained = file.path("not_measured").path(figure.key()).isTextual();
      assertThat(isMeasured ^ isExplained).as(figure.key()).isTrue();
    }
  }

  @Test
  void whatWasKeptIsToldByItsMedian(@TempDir Path folder) throws IOException {
    Results results = new Results(folder.resolve("results"));
    Rounds rounds = new Rounds();
    List.of(3.0, 9.0, 4.0).forEach(seconds -> rounds.add("demo", seconds));
    Map<Figure, Sample> figures = Map.of(Figure.DEMO_SECONDS, rounds.of("demo"));

    results.keep("demo", 1000, 3, Map.of("cores", 2), new Measured(figures, rounds.all()));
    results.tell(folder);

    JsonNode told = JSON.readTree(folder.resolve("performance.json").toFile());
    assertThat(told.get("demo_seconds").asDouble()).isEqualTo(4);
    assertThat(told.get("peak_heap_gib").isNull()).isTrue();
    assertThat(Files.readString(folder.resolve("performance.md")))
        .contains("| `demo_seconds` | 4 | 3–9 | at most 45 |")
        .contains("jobs/bench demo --pupils 1000 --rounds 3");
  }

  @Test
  void ratiosAreTakenRoundByRound() {
    Rounds rounds = new Rounds();
    List.of(2.0, 20.0).forEach(seconds -> rounds.add("ours", seconds));
    List.of(1.0, 5.0).forEach(seconds -> rounds.add("theirs", seconds));

    assertThat(rounds.ratio("ours", "theirs").values()).containsExactly(2.0, 4.0);
    assertThat(rounds.ratio("ours", "theirs").median()).isEqualTo(3);
  }
}
