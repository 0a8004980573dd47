package io.junheng.config;

import io.junheng.definition.Column.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Remembers what was found out about sound expressions, on this machine, so that Spark's parser and
 * analyser are loaded only where something was written anew. An answer is known by all that it
 * rests on: the expression, every name and type that it may read, what it must give, the figures of
 * a row. What is wrong is never remembered.
 */
final class RememberedSql implements Sql {
  private static final String NULL = "null";
  private static final int KEY_BYTES = 16;

  private final SqlMemory memory;
  private final Supplier<Sql> asked;
  private final Map<String, String> answers;
  private final Map<Vocabulary, String> vocabularies = new HashMap<>();
  private Optional<Sql> sql = Optional.empty();

  /**
   * @param asked what is asked where nothing is remembered; made when it is first needed
   */
  RememberedSql(SqlMemory memory, Supplier<Sql> asked) {
    this.memory = memory;
    this.asked = asked;
    this.answers = memory.read();
  }

  @Override
  public SqlOutcome check(String text, Vocabulary vocabulary, Expected expected) {
    String key = key(List.of("check", text, expected.name(), digest(vocabulary)));
    String answer = answers.get(key);
    if (answer != null) {
      return outcome(answer);
    }
    SqlOutcome found = sql().check(text, vocabulary, expected);
    if (found.findings().isEmpty()) {
      answers.put(key, answer(found));
    }
    return found;
  }

  @Override
  public Optional<Object> evaluate(
      String text, Vocabulary vocabulary, Map<String, BigDecimal> row) {
    String figures = new TreeMap<>(row).toString();
    String key = key(List.of("evaluate", text, figures, digest(vocabulary)));
    String answer = answers.get(key);
    if (answer != null) {
      return value(answer);
    }
    Optional<Object> found = sql().evaluate(text, vocabulary, row);
    answers.put(key, found.map(Object::toString).orElse(NULL));
    return found;
  }

  /** Keeps what was found out anew. */
  void keep() {
    if (sql.isPresent()) {
      memory.write(answers);
    }
  }

  private Sql sql() {
    if (sql.isEmpty()) {
      sql = Optional.of(asked.get());
    }
    return sql.get();
  }

  private static String answer(SqlOutcome outcome) {
    return outcome.type().map(Enum::name).orElse(NULL) + " " + String.join(" ", outcome.names());
  }

  private static SqlOutcome outcome(String answer) {
    List<String> words = List.of(answer.strip().split(" "));
    Set<String> names = new TreeSet<>(words.subList(1, words.size()));
    Optional<ColumnType> type =
        words.get(0).equals(NULL)
            ? Optional.empty()
            : Optional.of(ColumnType.valueOf(words.get(0)));
    return new SqlOutcome(names, type, List.of());
  }

  private static Optional<Object> value(String answer) {
    return switch (answer) {
      case NULL -> Optional.empty();
      case "true", "false" -> Optional.of(Boolean.valueOf(answer));
      default -> Optional.of(new BigDecimal(answer));
    };
  }

  private String digest(Vocabulary vocabulary) {
    return vocabularies.computeIfAbsent(
        vocabulary,
        v ->
            key(
                List.of(
                    Boolean.toString(v.complete()),
                    new TreeMap<>(v.types())
                        .entrySet().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(",")))));
  }

  private static String key(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
