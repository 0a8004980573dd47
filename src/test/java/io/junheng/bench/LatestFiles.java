package io.junheng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a Delta table's latest version, told from a log that has no checkpoint yet. */
final class LatestFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LatestFiles() {}

  static String[] of(Path table) throws IOException {
    Set<String> files = new LinkedHashSet<>();
    try (Stream<Path> log = Files.list(table.resolve("_delta_log"))) {
      List<Path> commits =
          log.filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
              .sorted()
              .toList();
      for (Path commit : commits) {
        for (String line : Files.readAllLines(commit)) {
          JsonNode action = JSON.readTree(line);
          if (action.has("add")) {
            files.add(path(action.get("add")));
          } else if (action.has("remove")) {
            files.remove(path(action.get("remove")));
          }
        }
      }
    }
    return files.stream()
        .map(file -> table.resolve(file).toAbsolutePath().toString())
        .toArray(String[]::new);
  }

  private static String path(JsonNode action) {
    return URLDecoder.decode(action.get("path").asText(), StandardCharsets.UTF_8);
  }
}
