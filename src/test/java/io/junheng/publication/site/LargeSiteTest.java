package io.junheng.publication.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.junheng.publication.Cells;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DimArea;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.testing.SampleLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A site of 3,060 counties, the sample's thirty-four times over under other codes: what a reader
 * waits for. Prints its figures; the limits are wide, for busy machines.
 */
class LargeSiteTest {
  private static final int TIMES = 34;
  private static final String FRAMEWORK = "cn-quality-balance-2017";
  private static final String INDICATOR = "teaching_area_cv";
  private static final Set<Table> KEPT =
      Set.of(LeagueTable.TABLE, DimArea.TABLE, CountyIndicator.TABLE);
  private static final long MOST_BYTES = 3_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void threeThousandCountiesCanStillBeUsed(@TempDir Path folder) throws IOException {
    Optional<Path> program = Chromium.program();
    Assumptions.assumeTrue(program.isPresent(), "no chromium on this machine");
    SiteFolder site = new SiteFolder(folder.resolve("site"));
    site.replace(new Site(new SampleGold(LargeSiteTest::many), SampleLake.catalogue()));
    try (Chromium chromium = new Chromium(program.get())) {
      Page page = chromium.open(1366, 768);
      String home = site.folder().resolve("index.html").toUri().toString();
      Duration overview = open(page, home + "#/overview");
      assertThat(page.locator(".tile").count()).isEqualTo(90 * TIMES);
      Duration league = open(page, home + "?x#/league/" + FRAMEWORK);
      assertThat(page.locator("#shown").innerText()).contains("3060 / 3060");
      Duration sorted =
          work(
              page, "document.querySelector('#league-table thead th:nth-child(7) button').click()");
      Duration all = work(page, "document.querySelector('.more button').click()");
      assertThat(page.locator("#league-table tbody tr").count()).isEqualTo(90 * TIMES);
      Duration again =
          work(
              page, "document.querySelector('#league-table thead th:nth-child(3) button').click()");
      assertThat(page.locator("#league-table tbody tr").count()).isEqualTo(300);
      Duration found =
          work(
              page,
              "(() => { const f = document.querySelector('#find'); f.value = 'moling'; f.dispatchEvent(new Event('input')); })()");
      assertThat(page.locator("#league-table tbody tr").count()).isEqualTo(TIMES);
      Duration indicator = open(page, home + "?y#/indicator/" + INDICATOR);
      long bytes = firstView(site.folder());
      System.err.printf(
          "3,060 counties: first view %d kB, overview %d ms, league %d ms, sort %d ms, all rows %d ms, sort again %d ms, search %d ms, indicator %d ms%n",
          bytes / 1000,
          overview.toMillis(),
          league.toMillis(),
          sorted.toMillis(),
          all.toMillis(),
          again.toMillis(),
          found.toMillis(),
          indicator.toMillis());
      assertThat(bytes).isLessThan(MOST_BYTES);
      assertThat(List.of(overview, league, sorted, all, again, found, indicator))
          .allSatisfy(wait -> assertThat(wait).isLessThan(PATIENCE));
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  private static Duration open(Page page, String address) {
    long began = System.nanoTime();
    page.navigate(address);
    page.waitForSelector("body[data-state=ready]");
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Until the next frame is painted. */
  private static Duration work(Page page, String script) {
    Object took =
        page.evaluate(
            "() => new Promise(done => { const began = performance.now(); "
                + script
                + "; requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))); })");
    return Duration.ofMillis(((Number) took).longValue());
  }

  /** What the overview loads. */
  private static long firstView(Path site) throws IOException {
    long bytes = Files.size(site.resolve("index.html")) + Files.size(site.resolve("data/index.js"));
    try (Stream<Path> assets = Files.list(site.resolve("assets"));
        Stream<Path> leagues = Files.list(site.resolve("data/league"))) {
      for (Path file :
          Stream.concat(
                  assets,
                  leagues.filter(league -> league.getFileName().toString().startsWith(FRAMEWORK)))
              .toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }

  /**
   * Counties many times over; what belongs to schools is left out, and all but one league table.
   */
  private static List<Row> many(Table table, List<Row> rows) {
    List<String> columns = table.columnNames();
    if (!KEPT.contains(table)) {
      boolean isOfAreas = Stream.of("county_code", "area_code").anyMatch(columns::contains);
      return isOfAreas ? List.of() : rows;
    }
    return rows.stream()
        .filter(row -> isKept(table, row))
        .flatMap(row -> IntStream.range(0, TIMES).mapToObj(i -> copy(table, row, i)))
        .toList();
  }

  private static boolean isKept(Table table, Row row) {
    if (table.equals(LeagueTable.TABLE)) {
      return Cells.code(row, LeagueTable.FRAMEWORK).equals(FRAMEWORK);
    }
    return table.equals(CountyIndicator.TABLE)
        ? Cells.code(row, CountyIndicator.INDICATOR).equals(INDICATOR)
        : !Cells.code(row, DimArea.AREA_LEVEL).equals("province");
  }

  private static Row copy(Table table, Row row, int i) {
    Object[] cells =
        table.columnNames().stream()
            .map(
                name ->
                    Set.of("county_code", "area_code", "city_code").contains(name)
                            && row.getAs(name) != null
                        ? row.getAs(name) + "-" + i
                        : row.<Object>getAs(name))
            .toArray();
    return new GenericRowWithSchema(cells, row.schema());
  }
}
