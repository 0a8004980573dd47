package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Audience;
import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.SmallCounts;
import io.junheng.lake.FrozenTable;
import io.junheng.lake.FrozenTables;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.publication.Gold;
import io.junheng.publication.PublishedTables;
import io.junheng.release.Cause;
import io.junheng.release.Difference;
import io.junheng.release.Difference.Kind;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.release.ReleaseState;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyRanking;
import io.junheng.table.DimStage;
import io.junheng.table.Finding;
import io.junheng.table.LeagueTable;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.LakeCopy;
import io.junheng.testing.SampleLake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of a copy of the sample lake, without Spark. */
class ReleaseTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Period PERIOD = Period.parse("202310");
  private static final Signer OFFICE = new Signer("Office", "yearly release");
  private static final Map<String, String> NOTHING = Map.of();

  @TempDir private Path folder;
  private Path lake;
  private SmallTables tables;

  @BeforeEach
  void copyTheLake() {
    lake = LakeCopy.in(folder);
    tables = new SmallTables(new Configuration(), lake.toString());
  }

  private Release create(Map<String, String> waivers) {
    return new CreateRelease(tables, SampleLake.catalogue(), Path.of("conf"), at(NOON))
        .create(
            new CreateRelease.Order(
                List.of(PERIOD),
                Optional.empty(),
                OFFICE,
                List.of("province"),
                waivers,
                Optional.empty()));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private Release move(Release release, ReleaseState to, Instant now) {
    return new MoveRelease(tables, SampleLake.catalogue(), at(now))
        .move(step(release, to, Optional.of(NOON.plus(Duration.ofHours(2))), Optional.empty()));
  }

  private static MoveRelease.Step step(
      Release release, ReleaseState to, Optional<Instant> until, Optional<ReleaseId> by) {
    return new MoveRelease.Step(release.id(), to, OFFICE, until, List.of(), by, NOTHING);
  }

  private Release published(Release release) {
    Release moved = release;
    for (ReleaseState to :
        List.of(ReleaseState.COMMENT, ReleaseState.APPROVED, ReleaseState.PUBLISHED)) {
      moved = move(moved, to, NOON);
    }
    return moved;
  }

  private ReadReleases reading(Instant now) {
    return new ReadReleases(tables, at(now));
  }

  @Test
  void aReleaseHoldsTheRowsOfGoldAndItsManifestSaysWhatItIsMadeOf() throws Exception {
    Release release = create(NOTHING);

    assertThat(release.id()).hasToString("2023-r1");
    assertThat(release.manifest().confDigest()).isEqualTo(SampleLake.catalogue().digest());
    assertThat(release.manifest().versionsRead())
        .containsKeys("silver.student", "gold.league_table");
    assertThat(release.manifest().places()).hasSameSizeAs(SampleLake.catalogue().frameworks());
    assertThat(release.manifest().label()).contains(Table.SAMPLE_LABEL);
    for (FrozenTable table : release.manifest().tables()) {
      for (FrozenTable.FrozenFile file : table.files()) {
        assertThat(sha256(lake.resolve(file.path()))).isEqualTo(file.id().sha256());
      }
    }
    assertThat(sorted(tables.ofRelease("2023-r1").read(LeagueTable.TABLE)))
        .isNotEmpty()
        .isEqualTo(sorted(tables.read(LeagueTable.TABLE, List.of(PERIOD))));
    assertThat(new ReadReleases(tables, at(NOON)).require(release.id())).isEqualTo(release);
  }

  private static List<String> sorted(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void aManifestHoldsNothingOfAPerson() throws IOException {
    String manifest = reading(NOON).manifest(create(NOTHING).id());
    Set<String> personal = new TreeSet<>();
    try (Stream<Path> originals = Files.walk(SampleLake.root().resolve("archive"))) {
      originals
          .filter(Files::isRegularFile)
          .limit(40)
          .forEach(original -> personal.addAll(identities(original)));
    }

    assertThat(personal).hasSizeGreaterThan(10);
    assertThat(personal).noneMatch(manifest::contains);
    assertThat(manifest).doesNotContain(".csv", lake.toString());
  }

  private static Set<String> identities(Path original) {
    try {
      Set<String> found = new TreeSet<>();
      Pattern.compile("\\b\\d{17}[\\dX]\\b")
          .matcher(new String(Files.readAllBytes(original), StandardCharsets.ISO_8859_1))
          .results()
          .forEach(match -> found.add(match.group()));
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aRunThatWasCutOffLeavesNoReleaseAndTheNextOneRepairsIt() throws IOException {
    new FrozenTables(tables.hadoop(), tables.root())
        .freeze(CountyRanking.TABLE, "2023-r1", SampleLake.PERIODS);
    assertThat(reading(NOON).all()).isEmpty();

    Release release = create(NOTHING);

    assertThat(release.id()).hasToString("2023-r1");
    assertThat(sorted(tables.ofRelease("2023-r1").read(CountyRanking.TABLE)))
        .isEqualTo(sorted(tables.read(CountyRanking.TABLE, List.of(PERIOD))));
  }

  @Test
  void stepsAreTakenInTheirOrderAndFiguresAreReadByRolesUntilTheEmbargoEnds() {
    Release draft = create(NOTHING);
    assertThat(draft.mark(NOON).orElseThrow().en()).contains("Draft");
    assertThatThrownBy(() -> move(draft, ReleaseState.PUBLISHED, NOON))
        .hasMessageContaining("2023-r1 is draft and cannot become published")
        .hasMessageContaining("comment, withdrawn");
    Release approved = move(move(draft, ReleaseState.COMMENT, NOON), ReleaseState.APPROVED, NOON);
    Release embargoed = move(approved, ReleaseState.EMBARGOED, NOON);
    Instant hourLater = NOON.plus(Duration.ofHours(1));
    assertThatThrownBy(() -> move(embargoed, ReleaseState.PUBLISHED, hourLater))
        .hasMessageContaining("under embargo until 2026-11-22T14:00:00Z");
    assertThatThrownBy(() -> leagues(embargoed, Optional.empty(), hourLater))
        .hasMessageContaining("only named roles read it (province)");
    assertThat(leagues(embargoed, Optional.of("province"), hourLater)).isNotEmpty();

    Instant after = NOON.plus(Duration.ofHours(2));
    assertThat(embargoed.state(after)).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(embargoed.mark(after)).isEmpty();
    assertThat(leagues(embargoed, Optional.empty(), after)).isNotEmpty();
    assertThat(reading(after).require(draft.id()).changes())
        .extracting(change -> change.state().code() + " " + change.by())
        .containsExactly("draft Office", "comment Office", "approved Office", "embargoed Office");
  }

  private List<League> leagues(Release release, Optional<String> role, Instant now) {
    return reading(now).leagues(release.id(), role, "cn-quality-balance-2017", Optional.empty());
  }

  @Test
  void theGateIsClosedByABlockingFindingUntilItIsWaivedInWriting() {
    tables.replaceAll(Finding.TABLE, with(tables.read(Finding.TABLE), blocking()));

    assertThatThrownBy(() -> create(NOTHING))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("blocking_finding:202310/990102/student/T-1");
    Release waived = create(Map.of("blocking_finding:202310/990102", "letter 12"));
    assertThat(waived.waivers())
        .singleElement()
        .extracting("reason", "by")
        .containsExactly("letter 12", "Office");
    assertThat(reading(NOON).manifest(waived.id())).contains("letter 12");
    assertThat(
            move(move(waived, ReleaseState.COMMENT, NOON), ReleaseState.APPROVED, NOON).state(NOON))
        .isEqualTo(ReleaseState.APPROVED);
  }

  private static Row blocking() {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(Finding.PERIOD, 202310);
    row.put(Finding.COUNTY_CODE, "990102");
    row.put(Finding.DATASET, "student");
    row.put(Finding.RULE, "T-1");
    row.put(Finding.CHECK_SCOPE, "file");
    row.put(Finding.SEVERITY, "refused");
    row.put(Finding.STATUS, "open");
    row.put(Finding.MESSAGE_ZH, "缺");
    row.put(Finding.MESSAGE_EN, "too many");
    return TableRow.of(Finding.TABLE, row);
  }

  private static List<Row> with(List<Row> rows, Row more) {
    List<Row> all = new ArrayList<>(rows);
    all.add(more);
    return all;
  }

  @Test
  void whatDiffersHasItsCauseAndTheAmendedReleaseStaysReadable() {
    Release first = published(create(NOTHING));
    Row own =
        tables.read(CountyIndicator.TABLE, List.of(PERIOD)).stream()
            .filter(row -> row.getAs("indicator").equals("teaching_area_per_pupil"))
            .filter(row -> row.getAs("area_level").equals("county") && row.getAs("value") != null)
            .findFirst()
            .orElseThrow();
    String county = own.getAs("area_code");
    change(CountyIndicator.TABLE, CountyIndicator.VALUE, row -> row.equals(own), value -> 99.0);
    change(
        CountyRanking.TABLE,
        CountyRanking.RANK_NO,
        row -> !county.equals(row.getAs("county_code")) && row.getAs("rank_no") != null,
        rank -> (Integer) rank + 1);
    change(
        Submission.TABLE,
        Submission.SHA256,
        row -> row.getAs("dataset").equals("school") && county.equals(row.getAs("county_code")),
        any -> "f".repeat(64));
    Release second = published(create(NOTHING));

    List<Difference> differences =
        new DiffReleases(reading(NOON)).diff(first.id(), second.id(), Optional.empty());

    assertThat(differences.stream().filter(one -> one.kind() == Kind.VALUE))
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.area()).isEqualTo(county);
              assertThat(value.after()).contains("99.0");
              assertThat(value.causes()).containsExactly(Cause.OWN_DATA);
            });
    assertThat(differences.stream().filter(one -> one.kind() == Kind.PLACE))
        .isNotEmpty()
        .allSatisfy(place -> assertThat(place.causes()).containsExactly(Cause.OTHERS_DATA));
    theyAreHandedOverAsWorkbookAndPage(first.id(), second.id(), differences);
    Release amended =
        new MoveRelease(tables, SampleLake.catalogue(), at(NOON))
            .move(step(first, ReleaseState.AMENDED, Optional.empty(), Optional.of(second.id())));
    assertThat(amended.mark(NOON).orElseThrow().zh()).isEqualTo("2023-r1 已由 2023-r2 修订");
    assertThat(leagues(amended, Optional.empty(), NOON)).isNotEmpty();
  }

  private void theyAreHandedOverAsWorkbookAndPage(
      ReleaseId first, ReleaseId second, List<Difference> differences) {
    ChangesOfReleases changes = new ChangesOfReleases(reading(NOON));
    Path page = folder.resolve("diff.html");
    Path book = folder.resolve("diff.xlsx");
    changes.write(first, second, differences, page, Language.ZH);
    changes.write(first, second, differences, book, Language.EN);

    assertThat(page)
        .content()
        .contains("2023-r1 与 2023-r2 的差异", "What differs between 2023-r1 and 2023-r2")
        .contains("本地数据更正", "own data corrected", "其他地区数据变化", "99.0", Table.SAMPLE_LABEL)
        .doesNotContain("<script", "http:");
    try (XSSFWorkbook read = new XSSFWorkbook(book.toFile())) {
      assertThat(read.getSheetAt(0).getSheetName()).isEqualTo("Summary");
      assertThat(read.getSheet("value").getLastRowNum()).isEqualTo(3);
      assertThat(read.getSheet("place").getRow(3).getCell(10).getStringCellValue())
          .isEqualTo("data of others");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    assertThatThrownBy(
            () -> changes.write(first, second, differences, folder.resolve("x.csv"), Language.EN))
        .hasMessageContaining("must end in .xlsx or .html");
  }

  private void change(
      Table table,
      TableColumn column,
      java.util.function.Predicate<Row> which,
      UnaryOperator<Object> how) {
    List<Row> rows = new ArrayList<>();
    for (Row row : tables.read(table)) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = row.get(i);
      }
      if (which.test(row)) {
        int at = table.columns().indexOf(column);
        values[at] = how.apply(values[at]);
      }
      rows.add(RowFactory.create(values));
    }
    tables.replaceAll(table, rows);
  }

  @Test
  void resultsOfOtherDefinitionsAreNotReleased() throws IOException {
    Path state = lake.resolve("runs/gold-state.json");
    Files.writeString(
        state,
        Files.readString(state).replaceAll("\"definitions\" : \"..", "\"definitions\" : \"xx"));

    assertThatThrownBy(() -> create(NOTHING)).hasMessageContaining("Type junheng compute --period");
  }

  @Test
  void whatIsHandedOnIsWhatWasPublished() {
    Gold before = handedOn(new ReleaseChoice.Published());
    assertThat(before.periods()).isEqualTo(SampleLake.PERIODS);
    List<Row> rows = before.rows(LeagueTable.TABLE, PERIOD);
    Release draft = create(NOTHING);
    assertThatThrownBy(() -> handedOn(ReleaseChoice.parse("2023-r1")))
        .isInstanceOfSatisfying(
            JobException.class,
            refused -> assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED));
    Gold marked = handedOn(ReleaseChoice.parse("2023-r1").as(Optional.of("province")));
    assertThat(marked.rows(LeagueTable.TABLE))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.getString(LeagueTable.DATA_LABEL.ordinal()))
                    .startsWith("草稿 2023-r1"));

    published(draft);
    change(LeagueTable.TABLE, LeagueTable.VERDICT, row -> true, any -> "changed");
    Gold after = handedOn(new ReleaseChoice.Published());
    assertThat(after.periods()).containsExactly(PERIOD);
    assertThat(after.rows(LeagueTable.TABLE)).isEqualTo(rows);
    for (Table table : List.of(LeagueTable.TABLE.published(), DimStage.TABLE.published())) {
      assertThat(PublishedTables.rows(after, table))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.<String>getAs("release_id")).isEqualTo("2023-r1"));
      assertThat(PublishedTables.rows(before, table))
          .allSatisfy(row -> assertThat(row.<String>getAs("release_id")).isNull());
    }
    assertThat(handedOn(ReleaseChoice.parse("none")).rows(LeagueTable.TABLE, PERIOD))
        .isNotEqualTo(rows);
  }

  private Gold handedOn(ReleaseChoice choice) {
    PublishRequest request =
        new PublishRequest(
            SampleLake.catalogue(),
            new SparkStart("test", Map.of(), Map.of()),
            lake.toString(),
            List.of(),
            Audience.parse("province"),
            SmallCounts.USUAL,
            choice);
    return GoldToPublish.open(request, tables, at(NOON));
  }

  @Test
  void originalsThatAReleaseStandsOnAreNotPurgedUntilNobodyReliesOnThem() {
    Release release = create(NOTHING);
    change(Submission.TABLE, Submission.STATE, row -> true, any -> "superseded");
    PurgeArchive purge = new PurgeArchive(withOriginals(), at(NOON));
    // The sample was received on the day of the test.
    Instant later = Instant.now().plus(Duration.ofDays(1));

    assertThat(purge.purge(later, true).files()).isZero();
    assertThat(purge.purge(later, true).neededByReleases()).isPositive();
    new MoveRelease(tables, SampleLake.catalogue(), at(NOON))
        .releaseOriginals(release.id(), OFFICE);
    assertThat(purge.purge(later, true).files()).isPositive();
  }

  /** The archive of the sample lake is looked at, not touched. */
  private SmallTables withOriginals() {
    try {
      Files.createSymbolicLink(
          lake.resolve("archive"), SampleLake.root().resolve("archive").toAbsolutePath());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return tables;
  }
}
