package io.junheng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What benchmarks found, each in a file of its own, so that they can be done one at a time; and the
 * page that tells the latest of all.
 *
 * @param folder {@code target/bench}
 */
record Results(Path folder) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Keeps what a benchmark found. */
  void keep(
      String benchmark, int pupils, int rounds, Map<String, Object> machine, Measured measured)
      throws IOException {
    ObjectNode result = JSON.createObjectNode();
    result.put("benchmark", benchmark);
    result.put(
        "command", "jobs/bench %s --pupils %d --rounds %d".formatted(benchmark, pupils, rounds));
    result.put("pupils", pupils);
    result.put("rounds", rounds);
    result.put("date", LocalDate.now(java.time.ZoneOffset.UTC).toString());
    result.set("machine", JSON.valueToTree(machine));
    ObjectNode figures = result.putObject("figures");
    measured.figures().forEach((figure, sample) -> put(figures, figure.key(), sample));
    ObjectNode details = result.putObject("details");
    measured.details().forEach((name, sample) -> put(details, name, sample));
    Files.createDirectories(folder);
    JSON.writeValue(folder.resolve(benchmark + ".json").toFile(), result);
  }

  private static void put(ObjectNode parent, String name, Sample sample) {
    ObjectNode node = parent.putObject(name);
    node.put("median", rounded(sample.median()));
    node.put("least", rounded(sample.least()));
    node.put("most", rounded(sample.most()));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  /** Writes {@code performance.json} and {@code performance.md} from all that was kept. */
  void tell(Path docs) throws IOException {
    Map<String, JsonNode> kept = new TreeMap<>();
    forEachKept(result -> kept.put(result.get("benchmark").asText(), result));
    ObjectNode all = JSON.createObjectNode();
    ObjectNode missing = JSON.createObjectNode();
    ObjectNode rests = JSON.createObjectNode();
    for (Figure figure : Figure.values()) {
      JsonNode result = kept.get(figure.benchmark());
      if (result == null) {
        all.putNull(figure.key());
        missing.put(
            figure.key(),
            "not measured yet on a machine that does nothing else; jobs/bench %s measures it"
                .formatted(figure.benchmark()));
      } else {
        all.put(figure.key(), result.at("/figures/" + figure.key() + "/median").asDouble());
      }
    }
    kept.forEach(rests::set);
    all.set("not_measured", missing);
    all.set("measurements", rests);
    Files.createDirectories(docs);
    JSON.writeValue(docs.resolve("performance.json").toFile(), all);
    Files.writeString(docs.resolve("performance.md"), new PerformancePage(all, kept).text());
  }

  private void forEachKept(Consumer<JsonNode> consumer) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.newDirectoryStream(folder, "*.json")) {
        for (Path file : files) {
          consumer.accept(JSON.readTree(file.toFile()));
        }
      }
    }
  }
}
