package io.junheng.publication.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.table.BridgeAreaSet;
import io.junheng.table.CountyDispersion;
import io.junheng.table.DimArea;
import io.junheng.table.DimSchool;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import io.junheng.testing.SampleLake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of a site as a reader without a network sees them, opened from the disk. Pictures of
 * them are kept under {@code target/site-pictures}.
 */
class SitePagesTest {
  private static final Path PICTURES = Path.of("target", "site-pictures");
  private static final String FRAMEWORK = "cn-quality-balance-2017";
  private static final String COUNTY = "990103";
  private static final Period LATEST = SampleLake.PERIODS.get(SampleLake.PERIODS.size() - 1);
  private static final String HOSTILE = "\"'<img src=x onerror=alert(1)>&amp;𠮷𡋾县";

  private static final Map<String, String> WAYS =
      Map.of(
          "reached", "✓reached", "on_track", "→on track", "behind", "!behind", "missed", "✗missed");

  @TempDir private static Path folder;

  private static Chromium chromium;
  private static Page page;
  private static SiteFolder site;

  @BeforeAll
  static void openSite() throws IOException {
    Optional<Path> program = Chromium.program();
    if (program.isEmpty()) {
      System.err.println(
          "SKIPPED: no chromium on this machine, so no page of the site was looked at");
    }
    Assumptions.assumeTrue(program.isPresent(), "no chromium on this machine");
    site = new SiteFolder(folder.resolve("站点 1"));
    site.replace(new Site(new SampleGold(), SampleLake.catalogue()));
    Files.createDirectories(PICTURES);
    chromium = new Chromium(program.get());
  }

  @AfterAll
  static void closeBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openWindow() {
    chromium.complaints().clear();
    page = chromium.open(1366, 768);
  }

  @AfterEach
  void nothingWasComplainedOf() {
    page.context().close();
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void go(SiteFolder to, String address) {
    page.navigate(to.folder().resolve("index.html").toUri() + address);
    page.waitForSelector("body[data-state=ready]");
  }

  private static void go(String address) {
    go(site, address);
  }

  private static List<String> texts(String selector) {
    return page.locator(selector).allInnerTexts();
  }

  private static void picture(String name, boolean isWhole) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(isWhole));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#/overview",
        "#/overview?framework=zj-modernization-demo-2023",
        "#/league/" + FRAMEWORK,
        "#/county/" + COUNTY,
        "#/county/" + COUNTY + "?framework=zj-modernization-demo-2023",
        "#/indicators",
        "#/indicator/teaching_area_cv",
        "#/quality",
        "#/method/" + FRAMEWORK,
        "#/method/zj-modernization-demo-2023",
        "#/dictionary",
        "#/nowhere",
      })
  void aPageOpensFromTheDiskInBothLanguagesAndKeepsNobodyOut(String address) throws IOException {
    String name = address.replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-|-$", "");
    go(address);
    assertThat(page.locator("h1").innerText()).isNotBlank();
    assertThat(page.locator(".sample").innerText()).isEqualTo(Table.SAMPLE_LABEL);
    assertThat(seriousFaults()).isEmpty();
    picture(name + "-zh", true);
    go(address + (address.contains("?") ? "&" : "?") + "lang=en");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.waitForFunction("document.documentElement.lang === 'en'");
    page.waitForSelector("body[data-state=ready]");
    assertThat(page.locator("nav a").first().innerText()).isEqualTo("Overview");
    if (address.matches("#/(overview|county/\\d+)")) {
      assertThat(seriousFaults()).isEmpty();
    }
    picture(name + "-en-dark", false);
  }

  /** What axe calls serious or critical. */
  private static List<String> seriousFaults() throws IOException {
    try (InputStream axe = SitePagesTest.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    @SuppressWarnings("unchecked")
    List<String> faults =
        (List<String>)
            page.evaluate(
                """
                () => axe.run(document, {resultTypes: ['violations'], preload: false}).then(found => found.violations
                  .filter(fault => fault.impact === 'serious' || fault.impact === 'critical')
                  .map(fault => fault.id + ': ' + fault.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | ')))
                """);
    return faults;
  }

  @Test
  void theLeagueTableShowsWhatGoldHolds() {
    go("#/league/" + FRAMEWORK);
    List<Row> gold = league();
    assertThat(page.locator("#league-table tbody tr").count()).isEqualTo(gold.size());
    assertThat(texts("#league-table tbody th[scope=row]"))
        .containsExactlyElementsOf(gold.stream().map(SitePagesTest::name).toList());
    assertThat(texts("#league-table tbody td:nth-child(6)"))
        .containsExactlyElementsOf(
            gold.stream()
                .map(
                    row ->
                        "%d / %d"
                            .formatted(
                                Cells.integer(row, LeagueTable.MET_COUNT).orElseThrow(),
                                Cells.integer(row, LeagueTable.OF_COUNT).orElseThrow()))
                .toList());
    assertThat(texts("#league-table tbody td:nth-child(7)"))
        .containsExactlyElementsOf(
            gold.stream().map(row -> cv(row, LeagueTable.COMPOSITE_CV_PRIMARY)).toList());
  }

  private static List<Row> league() {
    return new SampleGold()
        .rows(LeagueTable.TABLE, LATEST).stream()
            .filter(row -> Cells.code(row, LeagueTable.FRAMEWORK).equals(FRAMEWORK))
            .sorted(
                Comparator.comparing(
                        (Row row) ->
                            Cells.integer(row, LeagueTable.RANK_NO).orElse(Integer.MAX_VALUE))
                    .thenComparing(row -> Cells.code(row, LeagueTable.COUNTY_CODE)))
            .toList();
  }

  private static String name(Row row) {
    return Cells.code(row, LeagueTable.COUNTY_NAME_ZH);
  }

  private static String cv(Row row, TableColumn column) {
    return Cells.number(row, column)
        .map(value -> value.setScale(3, RoundingMode.HALF_UP).toPlainString())
        .orElse("–");
  }

  @Test
  void theSpreadOfACountyIsThatOfGold() {
    go("#/county/" + COUNTY);
    List<String> shown =
        texts(".spread h3 > span:last-child").stream().map(text -> text.split("\\s")[0]).toList();
    List<String> gold =
        new SampleGold()
            .rows(CountyDispersion.TABLE, LATEST).stream()
                .filter(row -> Cells.code(row, CountyDispersion.COUNTY_CODE).equals(COUNTY))
                .map(row -> cv(row, CountyDispersion.CV))
                .toList();
    assertThat(shown).hasSize(14).isSubsetOf(gold);
    long schools =
        new SampleGold()
            .rows(DimSchool.TABLE, LATEST).stream()
                .filter(row -> Cells.code(row, DimSchool.COUNTY_CODE).equals(COUNTY))
                .count();
    assertThat(page.locator(".stats .figure").first().innerText())
        .isEqualTo(Long.toString(schools));
  }

  @Test
  void theTargetsOfACountyStandOnItsPage() {
    go("#/county/" + COUNTY + "?lang=en");
    List<Row> gold =
        new SampleGold()
            .rows(TargetProgress.TABLE, LATEST).stream()
                .filter(row -> Cells.code(row, TargetProgress.COUNTY_CODE).equals(COUNTY))
                .toList();
    assertThat(gold).hasSize(5);
    assertThat(page.locator("section:has(#targets) .sum").innerText()).startsWith("5 targets: ");
    assertThat(page.locator("#targets-table tbody td:nth-child(5)").allTextContents())
        .containsExactlyInAnyOrderElementsOf(
            gold.stream()
                .map(row -> WAYS.get(Cells.code(row, TargetProgress.TARGET_STATUS)))
                .toList());
    assertThat(page.locator("#targets-table tbody th .small").allTextContents())
        .containsExactlyInAnyOrderElementsOf(
            gold.stream()
                .map(
                    row ->
                        Cells.code(row, TargetProgress.OWNER)
                            + " · "
                            + Cells.code(row, TargetProgress.DOCUMENT))
                .toList());
    page.locator("#targets").scrollIntoViewIfNeeded();
    picture("targets-en", false);
  }

  @Test
  void theTargetStandsBesideTheValueOfEachCounty() {
    go("#/indicator/public_approval");
    long counties =
        new SampleGold()
            .rows(TargetProgress.TABLE, LATEST).stream()
                .filter(row -> Cells.code(row, TargetProgress.INDICATOR).equals("public_approval"))
                .count();
    assertThat(texts("#counties thead th")).contains("目标", "差距");
    assertThat(page.locator("#counties td .badge").count()).isEqualTo((int) counties);
    picture("indicator-targets-zh", true);
  }

  @Test
  void aHeaderSortsUpAndThenDownAndSaysSo() {
    go("#/league/" + FRAMEWORK);
    String header = "#league-table thead th:nth-child(7)";
    page.locator(header + " button").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(header).getAttribute("aria-sort")).isEqualTo("ascending");
    List<String> up = texts("#league-table tbody td:nth-child(7)");
    assertThat(up).isSorted();
    page.keyboard().press("Enter");
    assertThat(page.locator(header).getAttribute("aria-sort")).isEqualTo("descending");
    assertThat(texts("#league-table tbody td:nth-child(7)"))
        .filteredOn(text -> !text.equals("–"))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void aFilterLeavesTheRowsThatItNames() {
    go("#/league/" + FRAMEWORK);
    page.fill("#find", "moling");
    assertThat(texts("#league-table tbody th[scope=row]")).containsExactly("墨陵区");
    page.fill("#find", "");
    page.locator(".controls label:has-text('测算结果') select").selectOption("not_passed");
    long notPassed =
        league().stream()
            .filter(row -> Cells.text(row, LeagueTable.VERDICT).equals(Optional.of("not_passed")))
            .count();
    assertThat(page.locator("#league-table tbody tr").count()).isEqualTo((int) notPassed);
  }

  @Test
  void suppliedBoundariesAreAMapWhoseCountiesOpen(@TempDir Path other) throws Exception {
    SiteFolder drawn = new SiteFolder(other.resolve("site"));
    Site mapped =
        new Site(
            new SampleGold(),
            SampleLake.catalogue(),
            BoundaryFile.read(
                new ByteArrayInputStream(hexagons().getBytes(StandardCharsets.UTF_8)),
                Optional.empty(),
                Optional.of("示意 <b>1</b>")));
    assertThat(mapped.report())
        .contains(new BoundaryFile.Report("区划代码", 89, List.of(counties().get(89)), 1));
    drawn.replace(mapped);
    go(drawn, "#/overview");
    assertThat(page.locator(".drawn svg a").count()).isEqualTo(89);
    assertThat(page.locator(".drawn figcaption").innerText()).isEqualTo("示意 <b>1</b>");
    assertThat(page.locator(".tiles a").count()).isEqualTo(90);
    assertThat(seriousFaults()).isEmpty();
    picture("overview-map-zh", true);
    page.locator(".drawn svg a[href*='" + COUNTY + "']").focus();
    page.keyboard().press("Enter");
    page.waitForSelector("#frameworks-table");
    assertThat(page.url()).contains("#/county/" + COUNTY);
    go(drawn, "#/overview?framework=zj-modernization-demo-2023&lang=en");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    picture("overview-map-en-dark", false);
  }

  private static List<String> counties() {
    return new PublishedAreas(new SampleGold()).counties();
  }

  /** A six-sided shape for each county but the last, and one of nobody. */
  private static String hexagons() {
    List<String> codes = counties();
    return Stream.iterate(0, i -> i < codes.size(), i -> i + 1)
        .map(i -> hexagon(i, i == codes.size() - 1 ? "110101" : codes.get(i)))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static String hexagon(int i, String code) {
    double x = 118 + 0.3 * (i % 12) + (i / 12 % 2 == 0 ? 0 : 0.15);
    double y = 31 - 0.22 * (i / 12);
    String corners =
        Stream.iterate(0, k -> k <= 6, k -> k + 1)
            .map(
                k ->
                    "[%s,%s]"
                        .formatted(
                            x + 0.17 * Math.sin(Math.PI / 3 * k),
                            y + 0.147 * Math.cos(Math.PI / 3 * k)))
            .collect(Collectors.joining(","));
    return "{\"type\":\"Feature\",\"properties\":{\"区划代码\":%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
        .formatted(code, corners);
  }

  @Test
  void theDictionaryIsThereAsAFileToo() throws IOException {
    go("#/dictionary");
    String file = page.locator("#dictionary-csv").getAttribute("href");
    assertThat(Files.readString(site.folder().resolve(file)))
        .startsWith("\uFEFFtable,")
        .contains("league_table,监测结果一览表,League table,release_id,发布编号");
  }

  @Test
  void theLanguageChangesAndStays() {
    go("#/county/" + COUNTY);
    page.click("#language");
    page.waitForFunction("document.documentElement.lang === 'en'");
    page.waitForSelector("body[data-state=ready]");
    assertThat(page.locator("h1").innerText()).isEqualTo("Moling District");
    page.locator("nav a").nth(1).click();
    page.waitForFunction("location.hash.indexOf('#/league') === 0");
    page.waitForSelector("#league-table");
    assertThat(page.url()).contains("lang=en");
    assertThat(texts("#league-table tbody th[scope=row]")).contains("Moling District");
  }

  @Test
  void theFirstStopOfTheKeyboardLeadsToTheContent() {
    go("#/overview");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("跳到正文");
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() {
    page.setViewportSize(390, 844);
    for (String address : List.of("#/overview", "#/league", "#/county/" + COUNTY, "#/quality")) {
      go(address);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).as(address).isEqualTo(390);
      picture("phone" + address.replaceAll("[^a-z]+", "-"), false);
    }
  }

  @Test
  void paperShowsTheContentAlone() {
    go("#/county/" + COUNTY);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("nav").isVisible()).isFalse();
    assertThat(page.locator("#frameworks-table").isVisible()).isTrue();
    assertThat(page.locator(".sample").isVisible()).isTrue();
    page.pdf(new Page.PdfOptions().setFormat("A4").setPath(PICTURES.resolve("county.pdf")));
    assertThat(PICTURES.resolve("county.pdf")).isNotEmptyFile();
  }

  @Test
  void aNameFullOfMarkupIsJustAName(@TempDir Path other) throws IOException {
    SampleGold gold =
        new SampleGold((table, rows) -> rows.stream().flatMap(row -> renamed(table, row)).toList());
    SiteFolder hostile = new SiteFolder(other.resolve("site"));
    hostile.replace(new Site(gold, SampleLake.catalogue()));
    for (String address :
        List.of("#/overview", "#/league", "#/county/" + COUNTY, "#/indicator/teaching_area_cv")) {
      go(hostile, address);
      assertThat(page.locator("main img").count()).as(address).isZero();
      assertThat(page.locator("main").textContent()).as(address).contains(HOSTILE);
    }
  }

  /** Rows of one county, under a name that would like to be more. */
  private static Stream<Row> renamed(Table table, Row row) {
    List<String> columns = table.columnNames();
    for (String column : List.of("county_code", "area_code")) {
      if (columns.contains(column)
          && !table.equals(BridgeAreaSet.TABLE)
          && !COUNTY.equals(row.<String>getAs(column))) {
        return Stream.empty();
      }
    }
    if (!table.equals(DimArea.TABLE) && !table.equals(DimSchool.TABLE)) {
      return Stream.of(row);
    }
    Object[] cells =
        columns.stream()
            .map(name -> name.startsWith("name_") ? HOSTILE : row.<Object>getAs(name))
            .collect(Collectors.toList())
            .toArray();
    return Stream.of(new GenericRowWithSchema(cells, row.schema()));
  }
}
