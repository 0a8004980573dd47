package io.junheng.publication.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.CountyVerdict;
import io.junheng.table.DimArea;
import io.junheng.table.Table;
import io.junheng.testing.SampleLake;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a site, without a browser. */
class SiteTest {
  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
  private static final String OWN = "990103";
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'`)]*");

  private static Map<String, byte[]> site;

  /** The same of one county alone. */
  private static Map<String, byte[]> own;

  @BeforeAll
  static void writeSite() {
    site = files(new SampleGold());
    own = files(new SampleGold(SiteTest::onlyOf));
  }

  private static Map<String, byte[]> files(SampleGold gold) {
    Map<String, byte[]> files = new TreeMap<>();
    new Site(gold, SampleLake.catalogue()).write(files::put);
    return files;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Test
  void theSameRowsGiveTheSameBytes() {
    Map<String, byte[]> again = files(new SampleGold(SiteTest::onlyOf));
    assertThat(again.keySet()).isEqualTo(own.keySet());
    assertThat(again).allSatisfy((path, content) -> assertThat(content).isEqualTo(own.get(path)));
  }

  @Test
  void noFileNamesAnAddressOutside() {
    assertThat(site)
        .allSatisfy(
            (path, content) -> {
              Set<String> addresses =
                  ADDRESS
                      .matcher(text(content))
                      .results()
                      .map(m -> m.group())
                      .collect(Collectors.toSet());
              // The name of SVG; nothing is fetched from there.
              addresses.remove("http://www.w3.org/2000/svg");
              assertThat(addresses).as(path).isEmpty();
            });
  }

  @Test
  void theFirstPageIsSmall() {
    String first = SampleLake.PERIODS.get(SampleLake.PERIODS.size() - 1).toString();
    long bytes =
        site.entrySet().stream()
            .filter(
                file ->
                    file.getKey().startsWith("assets/")
                        || Set.of("index.html", "data/index.js").contains(file.getKey())
                        || file.getKey().matches("data/framework/cn-quality-balance-2017.js")
                        || file.getKey().matches("data/league/cn-quality-balance-2017-\\d+.js"))
            .mapToLong(file -> file.getValue().length)
            .sum();
    assertThat(site).containsKey("data/league/cn-quality-balance-2017-" + first + ".js");
    assertThat(bytes).isLessThan(400_000);
  }

  @Test
  void everyCountyHasItsFiles() {
    for (Period period : SampleLake.PERIODS) {
      assertThat(site)
          .containsKeys(
              "data/county/%s-%s.js".formatted(OWN, period), "data/county/%s.js".formatted(OWN));
    }
    assertThat(site.keySet().stream().filter(path -> path.matches("data/county/\\d+\\.js")))
        .hasSize(90);
  }

  @Test
  void everyWordOfThePagesStandsInBothLanguages() {
    Matcher entries =
        Pattern.compile(
                "(?m)^  '([^']+)': \\['((?:[^'\\\\]|\\\\.)*)', '((?:[^'\\\\]|\\\\.)*)'\\],?$")
            .matcher(text(site.get("assets/words.js")));
    Set<String> words = new TreeSet<>();
    int lines = 0;
    while (entries.find()) {
      words.add(entries.group(1));
      lines++;
      boolean isNothing = entries.group(1).equals("1");
      assertThat(entries.group(2).isBlank()).as(entries.group(1)).isEqualTo(isNothing);
      assertThat(entries.group(3).isBlank()).as(entries.group(1)).isEqualTo(isNothing);
      assertThat(placeholders(entries.group(2)))
          .as(entries.group(1))
          .isEqualTo(placeholders(entries.group(3)));
    }
    assertThat(words).hasSizeGreaterThan(200);
    assertThat(
            text(site.get("assets/words.js"))
                .lines()
                .filter(line -> line.startsWith("  '"))
                .count())
        .as("each entry is one line")
        .isEqualTo(lines);
    Matcher used =
        Pattern.compile("J\\.t\\('([^']+[^.'])'")
            .matcher(
                site.entrySet().stream()
                    .filter(file -> file.getKey().startsWith("assets/"))
                    .map(file -> text(file.getValue()))
                    .collect(Collectors.joining()));
    while (used.find()) {
      assertThat(words).contains(used.group(1));
    }
  }

  private static Set<String> placeholders(String words) {
    return Pattern.compile("\\{\\d}")
        .matcher(words)
        .results()
        .map(m -> m.group())
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsNotAmongTheRowsIsNotNamed() {
    Set<String> others =
        new SampleGold()
            .rows(DimArea.TABLE).stream()
                .filter(
                    row -> Set.of("county", "zone").contains(Cells.code(row, DimArea.AREA_LEVEL)))
                .flatMap(
                    row ->
                        Stream.of(
                            Cells.code(row, DimArea.AREA_CODE),
                            Cells.code(row, DimArea.NAME_ZH),
                            Cells.code(row, DimArea.NAME_EN)))
                .filter(name -> !Set.of(OWN, "墨陵区", "Moling District").contains(name))
                .collect(Collectors.toSet());
    assertThat(others).hasSizeGreaterThan(250);
    own.forEach(
        (path, content) -> {
          // Digits behind a point may look like the code of a county.
          String text = path + "\n" + DECIMAL.matcher(text(content)).replaceAll("#");
          assertThat(others.stream().filter(text::contains)).as(path).isEmpty();
        });
    assertThat(text(own.get("data/index.js"))).contains("墨陵区");
  }

  /** Rows of one county and of what stands above all. */
  private static List<Row> onlyOf(Table table, List<Row> rows) {
    String column =
        table.columnNames().contains("county_code")
            ? "county_code"
            : table.columnNames().contains("area_code") && !table.equals(DimArea.TABLE)
                ? "area_code"
                : "";
    return column.isEmpty()
        ? rows
        : rows.stream()
            .filter(row -> Set.of(OWN, "990000", "_T").contains(row.<String>getAs(column)))
            .toList();
  }

  @Test
  void periodsThatTargetsAreSetForHaveTheirNames() {
    assertThat(text(own.get("data/index.js")))
        .contains("[202510,\"2025—2026学年\",\"school year 2025/26\"]");
  }

  @Test
  void aCodeThatADiskCouldMisreadIsWrittenByNumbers() {
    assertThat(Codes.file("../etc/甲 1")).isEqualTo("~2e~2e~2fetc~2f~7532~201");
    assertThat(Codes.file("zj-modernization_2023")).isEqualTo("zj-modernization_2023");
  }

  @Test
  void aSiteTakesThePlaceOfTheOldOneWhole(@TempDir Path folder) throws Exception {
    SiteFolder place = new SiteFolder(folder.resolve("site"));
    Site empty = new Site(new SampleGold((table, rows) -> List.of()), SampleLake.catalogue());
    assertThat(place.isFree()).isTrue();
    place.replace(empty);
    Files.writeString(place.folder().resolve("left-over.txt"), "old");
    assertThat(place.isFree()).isTrue();
    SiteFolder.Size size = place.replace(empty);
    assertThat(place.folder().resolve("left-over.txt")).doesNotExist();
    try (Stream<Path> files = Files.walk(place.folder())) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(size.files());
    }
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(place.folder());
    }
  }

  @Test
  void aFolderThatIsNoSiteIsNotFree(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertThat(new SiteFolder(folder).isFree()).isFalse();
    assertThat(new SiteFolder(folder.resolve("thesis.txt")).isFree()).isFalse();
    assertThat(new SiteFolder(folder.resolve("new")).isFree()).isTrue();
  }

  @Test
  void aNumberKeepsAllItsDigitsAndAGapIsNull() {
    Row row =
        new SampleGold()
            .rows(CountyVerdict.TABLE).stream()
                .filter(one -> Cells.text(one, CountyVerdict.PASS_CLASS).isEmpty())
                .findFirst()
                .orElseThrow();
    Grid grid = Grid.of(List.of(row), CountyVerdict.PERIOD, CountyVerdict.PASS_CLASS);
    assertThat(DataFile.script("a/b", grid))
        .isEqualTo(
            "junheng.store[\"a/b\"]={\"columns\":[\"period\",\"pass_class\"],\"rows\":[[%d,null]]};\n"
                .formatted(row.<Integer>getAs("period")));
    assertThat(Grid.plain(new BigDecimal("0.3000000000")))
        .isEqualByComparingTo("0.3")
        .hasScaleOf(1);
    assertThat(Grid.plain(new BigDecimal("4200.0000000000")))
        .isEqualByComparingTo("4200")
        .hasScaleOf(0);
    assertThat(Grid.plain(BigDecimal.valueOf(0.1 + 0.2)))
        .isEqualByComparingTo("0.30000000000000004");
  }
}
