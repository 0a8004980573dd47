package io.junheng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/** The figures as a page to read. */
record PerformancePage(JsonNode figures, Map<String, JsonNode> measurements) {
  private static final String HEAD =
      """
      # Performance

      Written by `jobs/bench`; `performance.json` holds the same for programs. Ratios are taken round by round, each round doing both pieces of work one after the
      other; told is the median, with the smallest and the largest. Results are compared before times: where they differ there is no figure.

      | figure | measured | least–most | to keep | means |
      | --- | --- | --- | --- | --- |
      """;

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Figure figure : Figure.values()) {
      page.append(row(figure));
    }
    page.append("\n## What was measured\n");
    measurements.forEach((name, result) -> page.append(section(name, result)));
    if (measurements.isEmpty()) {
      page.append("\nNothing yet.\n");
    }
    return page.toString();
  }

  private String row(Figure figure) {
    JsonNode result = measurements.get(figure.benchmark());
    String limit = figure.told(number(figure.limit()));
    if (result == null) {
      return "| `%s` | not measured yet: `jobs/bench %s` | | %s | %s |\n"
          .formatted(figure.key(), figure.benchmark(), limit, figure.meaning());
    }
    JsonNode value = result.at("/figures/" + figure.key());
    double median = value.get("median").asDouble();
    boolean isKept =
        figure.isKept(median)
            || figure.isKeptInSeconds(
                result.at("/details/unchanged/median").asDouble(Double.MAX_VALUE));
    return "| `%s` | %s%s | %s–%s | %s | %s |\n"
        .formatted(
            figure.key(),
            number(median),
            isKept ? "" : " (missed)",
            number(value.get("least").asDouble()),
            number(value.get("most").asDouble()),
            limit,
            figure.meaning());
  }

  private static String section(String name, JsonNode result) {
    StringBuilder text = new StringBuilder("\n### %s\n\n".formatted(name));
    text.append(
        "`%s` on %s: %s pupils, %s rounds; %s, %s cores, %s GiB of memory, %s, Java %s, load before it %s.\n\n"
            .formatted(
                result.get("command").asText(),
                result.get("date").asText(),
                result.get("pupils").asText(),
                result.get("rounds").asText(),
                result.at("/machine/processor").asText(),
                result.at("/machine/cores").asText(),
                result.at("/machine/memory_gib").asText(),
                result.at("/machine/system").asText(),
                result.at("/machine/java").asText(),
                result.at("/machine/load_before").asText()));
    text.append("| piece | median | least–most |\n| --- | --- | --- |\n");
    result
        .get("details")
        .properties()
        .forEach(
            piece ->
                text.append(
                    "| %s | %s | %s–%s |\n"
                        .formatted(
                            piece.getKey(),
                            number(piece.getValue().get("median").asDouble()),
                            number(piece.getValue().get("least").asDouble()),
                            number(piece.getValue().get("most").asDouble()))));
    return text.toString();
  }

  private static String number(double value) {
    return value >= 1000 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.2f", value);
  }
}
