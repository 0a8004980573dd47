package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Column.ColumnType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found out about an expression is asked for once, as long as nothing changes. */
class RememberedSqlTest {
  private static final Vocabulary PUPILS = Vocabulary.of(List.of("pupils", "classes"), "BIGINT");
  private static final Map<String, BigDecimal> ROW =
      Map.of("pupils", BigDecimal.valueOf(45), "classes", BigDecimal.ONE);

  @TempDir private Path folder;

  /** Spark's answers, counted. */
  private static final class Counted implements Sql {
    private final Sql sql = new CatalystSql();
    private final List<String> asked = new ArrayList<>();

    @Override
    public SqlOutcome check(String text, Vocabulary vocabulary, Expected expected) {
      asked.add(text);
      return sql.check(text, vocabulary, expected);
    }

    @Override
    public Optional<Object> evaluate(
        String text, Vocabulary vocabulary, Map<String, BigDecimal> row) {
      asked.add(text);
      return sql.evaluate(text, vocabulary, row);
    }
  }

  private final Counted counted = new Counted();

  private RememberedSql sql() {
    return new RememberedSql(new SqlMemory(Optional.of(file())), () -> counted);
  }

  private Path file() {
    return folder.resolve("cache").resolve("expressions.txt");
  }

  @Test
  void theNextReadingGetsTheSameAnswersWithoutAsking() {
    RememberedSql first = sql();
    SqlOutcome condition = first.check("pupils > 45", PUPILS, Expected.CONDITION);
    Optional<Object> ratio = first.evaluate("pupils / nullif(classes, 0)", PUPILS, ROW);
    Optional<Object> none = first.evaluate("nullif(classes, 1)", PUPILS, ROW);
    Optional<Object> truth = first.evaluate("pupils > 45", PUPILS, ROW);
    first.keep();
    counted.asked.clear();

    RememberedSql second = sql();
    assertThat(second.check("pupils > 45", PUPILS, Expected.CONDITION)).isEqualTo(condition);
    assertThat(condition.type()).contains(ColumnType.BOOLEAN);
    assertThat(second.evaluate("pupils / nullif(classes, 0)", PUPILS, ROW).map(Object::toString))
        .contains("45.0")
        .isEqualTo(ratio.map(Object::toString));
    assertThat(second.evaluate("nullif(classes, 1)", PUPILS, ROW)).isEqualTo(none).isEmpty();
    assertThat(second.evaluate("pupils > 45", PUPILS, ROW)).isEqualTo(truth).contains(false);
    assertThat(counted.asked).isEmpty();
  }

  @Test
  void whateverAnAnswerRestsOnIsPartOfTheQuestion() {
    RememberedSql sql = sql();
    sql.check("pupils", PUPILS, Expected.NUMBER);
    sql.check("pupils", PUPILS, Expected.VALUE);
    sql.check("pupils", Vocabulary.of(List.of("pupils"), "DOUBLE"), Expected.NUMBER);
    sql.evaluate("pupils", PUPILS, ROW);
    sql.evaluate("pupils", PUPILS, Map.of("pupils", BigDecimal.TEN, "classes", BigDecimal.ONE));
    assertThat(counted.asked).hasSize(5);
  }

  @Test
  void whatIsWrongIsLookedAtEachTime() {
    for (int i = 0; i < 2; i++) {
      RememberedSql sql = sql();
      assertThat(sql.check("pupils >", PUPILS, Expected.CONDITION).findings()).isNotEmpty();
      sql.keep();
    }
    assertThat(counted.asked).hasSize(2);
  }

  @Test
  void answersOfOtherCodeAndABrokenFileAreForgotten() throws IOException {
    RememberedSql sql = sql();
    sql.check("pupils", PUPILS, Expected.NUMBER);
    sql.keep();
    String kept = Files.readString(file());
    for (String other : List.of("other code" + kept, kept.replace('\t', ' '), "")) {
      Files.writeString(file(), other);
      counted.asked.clear();
      sql().check("pupils", PUPILS, Expected.NUMBER);
      assertThat(counted.asked).hasSize(1);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenChangesNothing() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file in the folder's place");
    RememberedSql sql = sql();
    assertThat(sql.check("pupils", PUPILS, Expected.NUMBER).findings()).isEmpty();
    sql.keep();
    assertThat(Files.readString(folder.resolve("cache"))).startsWith("a file");
  }
}
