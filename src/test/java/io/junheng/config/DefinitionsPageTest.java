package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/definitions.md} shows a conf/ that can be read, every allowed function and every
 * problem code.
 */
class DefinitionsPageTest {
  private static final Path PAGE = Path.of("docs/definitions.md");
  private static final String MARK = "<!-- made from ProblemCode -->\n";
  private static final Pattern BLOCK =
      Pattern.compile("```(?:yaml|csv) conf/(\\S+)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExamplesAreOneValidConf() throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    while (blocks.find()) {
      Path file = folder.resolve(blocks.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, blocks.group(2));
    }
    ConfResult result = new ConfReader(folder).read();
    assertThat(result.problems())
        .withFailMessage(() -> Problem.list(result.problems(), "the page", Language.EN))
        .isEmpty();
    assertThat(result.catalogue().orElseThrow().frameworks()).hasSize(4);
    assertThat(new EnvironmentReader(folder).read("local", java.util.Map.of()).problems())
        .isEmpty();
  }

  @Test
  void everyAllowedFunctionIsNamed() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(SqlWords.functions(Expected.FILE_CONDITION))
        .filteredOn(function -> !function.equals("between"))
        .allSatisfy(function -> assertThat(page).contains("`" + function + "`"));
  }

  @Test
  void everyProblemCodeIsListed() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    if (Boolean.getBoolean("junheng.renew")) {
      Files.writeString(PAGE, head + table());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(head + table());
  }

  private static String table() {
    return Arrays.stream(ProblemCode.values())
        .map(code -> "| `%s` | %s |\n".formatted(code, code.pattern()))
        .collect(Collectors.joining("", "\n| code | says |\n| --- | --- |\n", ""));
  }
}
