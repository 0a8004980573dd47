package io.junheng.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Where answers about expressions are remembered: one file of this machine's user, which may be
 * deleted at any time. It holds for the code that found the answers and for no other. Where it
 * cannot be read or written nothing is remembered, and nothing else changes.
 *
 * @param file empty: nothing is remembered
 */
record SqlMemory(Optional<Path> file) {
  private static final List<String> CODE =
      List.of(
          "/spark-version-info.properties",
          "CatalystAnalysis.class",
          "CatalystSql.class",
          "CatalystSql$Walk.class",
          "Expected.class",
          "SqlParts.class",
          "SqlWords.class");

  /**
   * In the folder that {@code -Djunheng.cache} or the environment's {@code JUNHENG_CACHE} names, or
   * {@code junheng} in the user's folder of caches.
   */
  static SqlMemory ofMachine() {
    return new SqlMemory(folder().map(folder -> folder.resolve("expressions.txt")));
  }

  private static Optional<Path> folder() {
    Optional<Path> told =
        Stream.of(System.getProperty("junheng.cache"), System.getenv("JUNHENG_CACHE"))
            .filter(name -> name != null && !name.isEmpty())
            .map(Path::of)
            .findFirst();
    Optional<Path> caches =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .or(() -> Optional.ofNullable(System.getenv("HOME")).map(h -> Path.of(h, ".cache")));
    return told.or(() -> caches.map(folder -> folder.resolve("junheng")));
  }

  /** The answers by their keys. */
  Map<String, String> read() {
    Map<String, String> answers = new HashMap<>();
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return answers;
    }
    try {
      List<String> lines = Files.readAllLines(file.get());
      if (!lines.isEmpty() && lines.get(0).equals(code())) {
        lines.stream()
            .skip(1)
            .map(line -> line.split("\t", 2))
            .filter(parts -> parts.length == 2)
            .forEach(parts -> answers.put(parts[0], parts[1]));
      }
    } catch (IOException e) {
      answers.clear();
    }
    return answers;
  }

  /** Replaces what is remembered, at once; the last of several writers counts. */
  void write(Map<String, String> answers) {
    if (file.isEmpty()) {
      return;
    }
    Stream<String> lines =
        new TreeMap<>(answers).entrySet().stream().map(a -> a.getKey() + "\t" + a.getValue());
    try {
      Files.createDirectories(file.get().getParent());
      Path fresh = Files.createTempFile(file.get().getParent(), "expressions", ".new");
      try {
        Files.write(fresh, Stream.concat(Stream.of(code()), lines).toList());
        Files.move(fresh, file.get(), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      // Without a memory the next reading takes longer; that is all.
      return;
    }
  }

  /** Names the code that the answers come from. */
  private static String code() throws IOException {
    CRC32C sum = new CRC32C();
    StringBuilder code = new StringBuilder();
    for (String name : CODE) {
      try (InputStream in = SqlMemory.class.getResourceAsStream(name)) {
        byte[] bytes = in == null ? name.getBytes(StandardCharsets.UTF_8) : in.readAllBytes();
        sum.reset();
        sum.update(bytes, 0, bytes.length);
        code.append(Long.toHexString(sum.getValue())).append(' ');
      }
    }
    return code.toString().strip();
  }
}
