package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each problem code has a folder with broken files, which are laid over the small valid conf/, and
 * the lines that must be printed. {@code -Djunheng.renew=true} writes the lines anew, for review.
 */
class InvalidConfTest {
  private static final Path CASES = Path.of("src/test/resources/conf/invalid");
  private static final String EXPECTED = "expected.txt";

  @TempDir private Path folder;

  static Stream<String> codes() {
    return Arrays.stream(ProblemCode.values()).map(ProblemCode::code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void tellsWhatIsWrongWhereAndWhatToDo(String code) throws IOException {
    Path files = CASES.resolve(code);
    OverlaidConf conf = OverlaidConf.in(folder).add(files);
    List<String> lines = conf.lines(problems(files, conf), Language.EN);
    if (Boolean.getBoolean("junheng.renew")) {
      Files.write(files.resolve(EXPECTED), lines);
    }
    assertThat(lines).anyMatch(line -> line.contains(" " + code + ": "));
    assertThat(lines).isEqualTo(Files.readAllLines(files.resolve(EXPECTED)));
  }

  private List<Problem> problems(Path files, OverlaidConf conf) throws IOException {
    Path environment = files.resolve("environment.txt");
    if (Files.exists(environment)) {
      String name = Files.readString(environment).strip();
      return new EnvironmentReader(conf.root()).read(name, Map.of()).problems();
    }
    if (files.endsWith("conf_missing")) {
      return new ConfReader(conf.root().resolve("nowhere")).read().problems();
    }
    return conf.problems();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void saysTheSameInChinese(String code) throws IOException {
    Path files = CASES.resolve(code);
    OverlaidConf conf = OverlaidConf.in(folder).add(files);
    for (Problem problem : problems(files, conf)) {
      assertThat(problem.message().zh()).isNotBlank().doesNotContain("%");
      assertThat(problem.cure().zh().isEmpty()).isEqualTo(problem.cure().en().isEmpty());
      assertThat(problem.in(Language.ZH)).matches("(?s).*\\p{IsHan}.*");
    }
  }

  @Test
  void everyFolderIsNamedByACode() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      assertThat(folders.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(codes().toList());
    }
  }
}
