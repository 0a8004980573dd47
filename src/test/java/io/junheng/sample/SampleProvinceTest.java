package io.junheng.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProvinceTest {
  private static final int PUPILS = 20_000;
  private static final Period FIRST = Period.parse("202210");
  private static final Period SECOND = Period.parse("202310");

  @TempDir private static Path folder;

  private static Catalogue catalogue;
  private static SampleSummary summary;
  private static Path landing;

  @BeforeAll
  static void writeOnce() throws IOException {
    catalogue = ShippedConf.catalogue();
    landing = folder.resolve("once/landing");
    summary = province(11).writeTo(landing, catalogue, ProgressListener.SILENT, 2);
  }

  @Test
  void theSameSeedGivesTheSameBytesOnOneThreadAndOnEight() throws Exception {
    Path alone = folder.resolve("alone/landing");
    Path together = folder.resolve("together/landing");
    oneYear(5).writeTo(alone, catalogue, ProgressListener.SILENT, 1);
    oneYear(5).writeTo(together, catalogue, ProgressListener.SILENT, 8);
    assertThat(digests(together.getParent())).isEqualTo(digests(alone.getParent()));
  }

  @Test
  void anotherSeedGivesOtherSchools() throws Exception {
    Path other = folder.resolve("other/landing");
    oneYear(12).writeTo(other, catalogue, ProgressListener.SILENT, 2);
    assertThat(digests(other)).isNotEqualTo(digests(landing));
  }

  @Test
  void everyCountyDeliversOneFileOfEachDataset() {
    assertThat(summary.counties()).isEqualTo(90);
    assertThat(summary.files()).isEqualTo(2 * 90 * 10);
  }

  @Test
  void thePupilsOfAPeriodAddUpToTheNumberAskedFor() throws IOException {
    long duplicates = planted("duplicate_key", FIRST);
    assertThat(lines(FIRST, "student").size() - duplicates).isEqualTo(PUPILS);
  }

  @Test
  void nobodyStandsInAPeriodTwiceAndEveryCheckDigitFitsBesidesThePlantedOnes() throws IOException {
    for (String dataset : List.of("student", "teacher")) {
      int column = dataset.equals("student") ? 3 : 2;
      Set<String> seen = new HashSet<>();
      long repeated = 0;
      long misfits = 0;
      for (String line : lines(SECOND, dataset)) {
        String id = line.split(",", -1)[column];
        repeated += seen.add(id) ? 0 : 1;
        misfits += id.charAt(17) == ResidentId.checkDigit(id.substring(0, 17)) ? 0 : 1;
      }
      assertThat(repeated).isEqualTo(planted("duplicate_key", SECOND, dataset));
      assertThat(misfits).isEqualTo(planted("check_digit", SECOND, dataset));
    }
  }

  @Test
  void twoCountiesHaveNoJuniorStageAndOneASingleJuniorSchool() {
    ProvincePlan plan = plan(300_000);
    List<Long> schools =
        Stream.iterate(0, i -> i + 1)
            .limit(90)
            .map(i -> plan.county(i, SECOND))
            .map(c -> c.schools().stream().filter(s -> s.pupilsOf(SchoolStage.JUNIOR) > 0).count())
            .toList();
    assertThat(schools).filteredOn(count -> count == 0).hasSize(2);
    assertThat(schools).filteredOn(count -> count == 1).hasSize(1);
  }

  @Test
  void allTypesOfSchoolsAreThereAndTeachingPointsBelowAndAbove50Pupils() {
    ProvincePlan plan = plan(300_000);
    List<SchoolPlan> schools =
        Stream.iterate(0, i -> i + 1)
            .limit(90)
            .flatMap(i -> plan.county(i, SECOND).schools().stream())
            .toList();
    assertThat(schools).extracting(SchoolPlan::kind).contains(SchoolKind.values());
    assertThat(schools).extracting(SchoolPlan::locality).contains(Locality.values());
    assertThat(schools).extracting(SchoolPlan::isPrivate).contains(true, false);
    List<SchoolPlan> points =
        schools.stream().filter(school -> school.kind() == SchoolKind.TEACHING_POINT).toList();
    assertThat(points).filteredOn(point -> point.pupils() < 50).isNotEmpty();
    assertThat(points).filteredOn(point -> point.pupils() >= 50).isNotEmpty();
  }

  @Test
  void thePlantedFaultsStandInTheListWithFileRowColumnAndRule() throws IOException {
    List<String> list = Files.readAllLines(summary.findingsFile());
    assertThat(list).hasSize(13).first().isEqualTo("file,row,column,rule");
    assertThat(summary.findingsFile()).isEqualTo(landing.resolveSibling("expected-findings.csv"));
    assertThat(summary.findings())
        .extracting(ExpectedFinding::rule)
        .containsExactlyInAnyOrder(
            "required",
            "not_integer",
            "out_of_range",
            "unknown_code",
            "check_digit",
            "duplicate_key",
            "P-012",
            "foreign_area",
            "required",
            "check_digit",
            "T-011",
            "unknown_code");
  }

  @Test
  void aFaultStandsWhereTheListSaysItDoes() throws IOException {
    ExpectedFinding wrongType =
        summary.findings().stream()
            .filter(finding -> finding.rule().equals("not_integer"))
            .findFirst()
            .orElseThrow();
    List<String> rows = Files.readAllLines(landing.resolve(wrongType.file()));
    List<String> header = List.of(rows.get(0).split(",", -1));
    String[] cells = rows.get((int) wrongType.row() - 1).split(",", -1);
    assertThat(cells[header.indexOf("五年培训学时")]).isEqualTo("查无此项");
  }

  @Test
  void wholeFilesCanBeSpoiltToo() throws IOException {
    FaultPlan plan =
        new FaultPlan(
            List.of(
                new FaultPlan.Entry("survey", FaultKind.EMPTY_FILE, "", 1),
                new FaultPlan.Entry("school", FaultKind.WRONG_HEADER, "school_code", 1),
                new FaultPlan.Entry("teacher", FaultKind.TOO_MANY_BAD_ROWS, "degree", 1)));
    Path spoilt = folder.resolve("spoilt/landing");
    List<ExpectedFinding> findings =
        new SampleProvince(3, PUPILS, List.of(SECOND), Optional.of(plan))
            .writeTo(spoilt, catalogue, ProgressListener.SILENT, 2)
            .findings();
    assertThat(Files.size(spoilt.resolve(fileOf(findings, "empty_file")))).isZero();
    assertThat(Files.readAllLines(spoilt.resolve(fileOf(findings, "missing_header"))).get(0))
        .doesNotContain("学校标识码");
    long blank = findings.stream().filter(finding -> finding.rule().equals("required")).count();
    Path refused = spoilt.resolve(fileOf(findings, "too_many_rejected"));
    int rows = Files.readAllLines(refused).size() - 1;
    assertThat((double) blank / rows).isBetween(0.3, 0.5);
  }

  @Test
  void tooFewPupilsForTheCountiesAreRefusedWithTheLeastNumber() {
    SampleProvince tiny = new SampleProvince(1, 500, List.of(FIRST), Optional.empty());
    assertThatThrownBy(() -> tiny.writeTo(landing, catalogue, ProgressListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("18000");
  }

  private static SampleProvince province(long seed) {
    return new SampleProvince(seed, PUPILS, List.of(FIRST, SECOND), Optional.of(FaultPlan.light()));
  }

  private static SampleProvince oneYear(long seed) {
    return new SampleProvince(seed, PUPILS, List.of(SECOND), Optional.of(FaultPlan.light()));
  }

  private static ProvincePlan plan(int pupils) {
    return new ProvincePlan(new Chance(1), pupils, SampleProvince.counties(catalogue));
  }

  private static String fileOf(List<ExpectedFinding> findings, String rule) {
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow()
        .file();
  }

  private static long planted(String rule, Period period) {
    return planted(rule, period, "student");
  }

  private static long planted(String rule, Period period, String dataset) {
    return summary.findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .filter(finding -> finding.file().startsWith(period.toString()))
        .filter(finding -> finding.file().endsWith("/" + dataset + ".csv"))
        .count();
  }

  /** The data lines of all counties. */
  private static List<String> lines(Period period, String dataset) throws IOException {
    try (Stream<Path> counties = Files.list(landing.resolve(period.toString()))) {
      return counties
          .map(county -> county.resolve(dataset + ".csv"))
          .flatMap(SampleProvinceTest::dataLines)
          .toList();
    }
  }

  private static Stream<String> dataLines(Path file) {
    try {
      return Files.readAllLines(file).stream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> digests(Path root)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        digests.put(root.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    return digests;
  }
}
