package io.junheng.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.config.Problem;
import io.junheng.definition.Framework;
import io.junheng.definition.Language;
import io.junheng.definition.Origin;
import io.junheng.definition.ScoreNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/writing-a-framework.md}: its files are sound beside the shipped ones. */
class WalkThroughTest {
  private static final Pattern FILE =
      Pattern.compile("```yaml conf/(\\S+)\n(.*?)```", Pattern.DOTALL);

  @Test
  void fortyFiveItemsNeedNoJava(@TempDir Path folder) throws IOException {
    copy(Path.of("conf"), folder);
    String page = Files.readString(Path.of("docs/writing-a-framework.md"));
    List<MatchResult> files = FILE.matcher(page).results().toList();
    for (MatchResult file : files) {
      assertThat(folder.resolve(file.group(1))).doesNotExist();
      Files.writeString(folder.resolve(file.group(1)), file.group(2));
    }

    ConfResult result = new ConfReader(folder).read();

    assertThat(files).hasSize(3);
    assertThat(result.problems())
        .withFailMessage(() -> Problem.list(result.problems(), "the page", Language.EN))
        .isEmpty();
    Framework.Weighted framework =
        (Framework.Weighted) result.catalogue().orElseThrow().framework("county-review-demo");
    assertThat(framework.head().origin()).isEqualTo(Origin.DEMO);
    assertThat(framework.tree().stream().flatMap(WalkThroughTest::items)).hasSize(45);
  }

  private static Stream<ScoreNode> items(ScoreNode node) {
    return node instanceof ScoreNode.Branch branch
        ? branch.children().stream().flatMap(WalkThroughTest::items)
        : Stream.of(node);
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
}
