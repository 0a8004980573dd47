package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Disclosure;
import io.junheng.definition.Disclosure.Extent;
import io.junheng.definition.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code disclosure:} of a framework becomes what each audience sees. */
class DisclosureReaderTest {
  private static final String FILE = "frameworks/score.yaml";

  @TempDir private Path folder;

  private OverlaidConf conf(String line) throws IOException {
    String framework = Files.readString(OverlaidConf.SMALL.resolve(FILE));
    return OverlaidConf.in(folder).write(FILE, framework + "\n" + line + "\n");
  }

  private Disclosure disclosure(String line) throws IOException {
    OverlaidConf conf = conf(line);
    return new ConfReader(conf.root())
        .read().catalogue().orElseThrow().frameworks().stream()
            .filter(framework -> framework instanceof io.junheng.definition.Framework.Weighted)
            .findFirst()
            .orElseThrow()
            .head()
            .disclosure();
  }

  @Test
  void eachAudienceHasItsExtent() throws IOException {
    assertThat(disclosure("disclosure: {city: all, county: {top: 3}, public: grade_only}"))
        .isEqualTo(
            new Disclosure(
                new Extent.All(), new Extent.Top(3), new Extent.GradeOnly(), Origin.OWN));
  }

  @Test
  void forWhomNothingIsSaidTheCautiousOneHolds() throws IOException {
    assertThat(disclosure("disclosure: {county: none, origin: official}"))
        .isEqualTo(
            new Disclosure(
                new Extent.OwnAndMean(), new Extent.None(), new Extent.None(), Origin.OFFICIAL));
    assertThat(disclosure("")).isEqualTo(Disclosure.CAUTIOUS);
  }

  @Test
  void anUnknownExtentAndATopOfNobodyAreMistakes() throws IOException {
    List<Problem> problems = conf("disclosure: {county: {top: 0}, public: everything}").problems();
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(ProblemCode.BAD_VALUE, ProblemCode.UNKNOWN_WORD);
  }
}
