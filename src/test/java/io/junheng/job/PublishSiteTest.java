package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Audience;
import io.junheng.definition.Disclosure;
import io.junheng.definition.SmallCounts;
import io.junheng.lake.SmallTables;
import io.junheng.publication.Cells;
import io.junheng.table.DimArea;
import io.junheng.table.DimSchool;
import io.junheng.testing.Disclosing;
import io.junheng.testing.SampleLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves as a site for those who may not see everything. */
class PublishSiteTest {
  private static final String OWN = "990103";

  /** Digits behind a point may look like the code of a county. */
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

  @TempDir private Path folder;

  private PublishSite.Written publish(String audience, Path out) {
    return new PublishSite()
        .run(
            new PublishRequest(
                Disclosing.everywhere(SampleLake.catalogue(), Disclosure.CAUTIOUS),
                new SparkStart("test", Map.of(), Map.of()),
                SampleLake.root().toString(),
                List.of(),
                Audience.parse(audience),
                SmallCounts.USUAL),
            out,
            Optional.empty());
  }

  @Test
  void theSiteOfACountyHoldsNothingOfAnother() throws IOException {
    Path site = folder.resolve("site");
    PublishSite.Written written = publish("county:" + OWN, site);
    assertThat(Files.readString(site.resolve("data/index.js"))).contains(OWN, "墨陵区");
    assertThat(namesOfOthers(OWN)).hasSizeGreaterThan(500);
    assertThat(search(site, namesOfOthers(OWN))).isEqualTo(written.files());
  }

  @Test
  void theSiteOfThePublicHoldsNobodyWhereNothingIsDisclosed() throws IOException {
    Path site = folder.resolve("site");
    PublishSite.Written written = publish("public", site);
    assertThat(search(site, namesOfOthers("")))
        .as("all files of the site")
        .isEqualTo(written.files());
    assertThat(site.resolve("data/county")).doesNotExist();
  }

  /** Holds that no file names one of these, and tells how many files it looked at. */
  private static int search(Path site, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        String text = site.relativize(file) + "\n" + Files.readString(file, StandardCharsets.UTF_8);
        String words = DECIMAL.matcher(text).replaceAll("#");
        assertThat(names.stream().filter(words::contains)).as(file.toString()).isEmpty();
      }
      return all.size();
    }
  }

  /** Codes and names of the other counties, and of their schools. */
  private static Set<String> namesOfOthers(String county) {
    SmallTables tables = new SmallTables(new Configuration(), SampleLake.root().toString());
    Set<String> names = new TreeSet<>();
    for (Row row : tables.read(DimArea.TABLE)) {
      String code = Cells.code(row, DimArea.AREA_CODE);
      boolean isCounty =
          Set.of("county", "zone").contains(Cells.code(row, DimArea.AREA_LEVEL))
              && Cells.flag(row, DimArea.IS_DEMONSTRATION).orElse(false);
      if (isCounty && !code.equals(county)) {
        names.addAll(
            List.of(code, Cells.code(row, DimArea.NAME_ZH), Cells.code(row, DimArea.NAME_EN)));
      }
    }
    for (Row row : tables.read(DimSchool.TABLE)) {
      if (!Cells.code(row, DimSchool.COUNTY_CODE).equals(county)) {
        names.add(Cells.code(row, DimSchool.SCHOOL_CODE));
        Cells.text(row, DimSchool.NAME_ZH).ifPresent(names::add);
      }
    }
    return names;
  }

  @Test
  void aFolderThatHoldsSomethingElseIsAMistakeOfTheCommandLine() throws IOException {
    Path thesis = Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThatThrownBy(() -> publish("province", folder))
        .isInstanceOfSatisfying(
            JobException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.CONFIGURATION))
        .hasMessageContaining(folder.toString());
    assertThat(thesis).hasContent("mine");
  }
}
