package io.junheng.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.config.Problem;
import io.junheng.definition.Language;
import io.junheng.job.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code README.md}: what it promises is there, and what it shows works. */
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml conf/(\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d+) \\|");

  @TempDir private Path folder;

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void theIndicatorThatItAddsIsValidBesideTheShippedOnes() throws IOException {
    copy(Path.of("conf"), folder);
    for (MatchResult example : EXAMPLE.matcher(readme()).results().toList()) {
      Files.writeString(folder.resolve(example.group(1)), example.group(2));
    }

    ConfResult result = new ConfReader(folder).read();

    assertThat(result.problems())
        .withFailMessage(() -> Problem.list(result.problems(), "the page", Language.EN))
        .isEmpty();
    assertThat(result.catalogue().orElseThrow().indicator("teachers_master_share").decimals())
        .isEqualTo(1);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> inside = Files.walk(from)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void whatItPointsToIsThere() throws IOException {
    assertThat(matches(LINK)).isNotEmpty().allSatisfy(link -> assertThat(Path.of(link)).exists());
  }

  @Test
  void itsMapShowsEveryPackage() throws IOException {
    try (Stream<Path> inside = Files.list(Path.of("src/main/java/io/junheng"))) {
      Set<String> packages =
          inside
              .filter(Files::isDirectory)
              .map(path -> path.getFileName().toString())
              .collect(Collectors.toSet());
      assertThat(matches(PACKAGE)).isEqualTo(packages);
    }
  }

  @Test
  void itTellsEveryExitCodeOfACommandThatIsThere() throws IOException {
    Set<String> codes =
        Stream.of(Outcome.values())
            .filter(outcome -> outcome != Outcome.INTERRUPTED)
            .map(outcome -> Integer.toString(outcome.exitCode()))
            .collect(Collectors.toSet());
    assertThat(matches(EXIT_CODE)).isEqualTo(codes);
  }

  private static Set<String> matches(Pattern pattern) throws IOException {
    return pattern
        .matcher(readme())
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toSet());
  }
}
