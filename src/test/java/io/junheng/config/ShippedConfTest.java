package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The definitions that ship, and those of the tests, have no problem. */
class ShippedConfTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"conf", "src/test/resources/conf/north-carolina", "src/test/resources/conf/small"})
  void hasNoProblem(String conf) {
    ConfResult result = new ConfReader(Path.of(conf)).read();
    assertThat(result.problems())
        .withFailMessage(() -> Problem.list(result.problems(), conf, Language.EN))
        .isEmpty();
  }
}
