package io.junheng.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Catalogue;
import io.junheng.job.JobReport;
import io.junheng.job.JobRequest;
import io.junheng.job.Outcome;
import io.junheng.job.ReproduceRelease;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.table.CountyDispersion;
import io.junheng.table.Finding;
import io.junheng.table.LeagueTable;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way from landing files to gold, held against the meaning of the indicators worked out a
 * second time.
 */
class PipelineOracleTest {
  private static final Map<String, String> SPREADS =
      Map.of(
          "teachers_above_degree_per_100", "teachers_above_degree_cv",
          "teachers_backbone_per_100", "teachers_backbone_cv",
          "teachers_pe_arts_per_100", "teachers_pe_arts_cv",
          "teaching_area_per_pupil", "teaching_area_cv",
          "sports_area_per_pupil", "sports_area_cv",
          "equipment_value_per_pupil", "equipment_value_cv",
          "multimedia_rooms_per_100", "multimedia_rooms_cv");
  private static final Map<String, String> STAGES = Map.of("primary", "小学", "junior", "初中");

  @TempDir private static Path folder;
  private static final Catalogue CATALOGUE = SmallProvince.catalogue();
  private static Path landing;
  private static JobReport report;

  @BeforeAll
  static void runThePipeline() throws IOException {
    landing = SmallProvince.landing(folder, 7);
    report = run(landing, "lake");
  }

  private static JobReport run(Path from, String lake) {
    return new RunJob()
        .run(
            SharedSpark.session(),
            new JobRequest(
                CATALOGUE,
                folder.resolve(lake).toString(),
                Optional.of(from.toString()),
                List.of(),
                folder.resolve("pseudonym.key").toString(),
                true,
                List.of("run")),
            Watcher.NOBODY);
  }

  private static Lake lake() {
    return new Lake(SharedSpark.session(), folder.resolve("lake").toString());
  }

  @Test
  void everythingIsDoneAndNothingRefused() {
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.messages()).isEmpty();
    assertThat(report.periods()).containsExactly(SmallProvince.PERIOD);
  }

  @Test
  void everySchoolHasTheValueThatItsRecordsMean() throws IOException {
    int compared = 0;
    Map<String, List<Row>> values = byPlace(SchoolIndicator.TABLE);
    for (Path county : SmallProvince.entries(landing.resolve("202310"))) {
      PlainCounts plain = new PlainCounts(county);
      for (String indicator : SPREADS.keySet()) {
        for (String stage : STAGES.keySet()) {
          Map<String, double[]> expected = plain.values(indicator, STAGES.get(stage));
          for (Row row : values.getOrDefault(place(county, indicator, stage), List.of())) {
            double[] own = expected.get(row.<String>getAs("school_code"));
            Double value = row.getAs("value");
            if (own != null && value != null) {
              assertThat(value)
                  .as("%s %s %s", row.getAs("school_code"), stage, indicator)
                  .isCloseTo(own[0], within(1e-9 * Math.max(1, own[0])));
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void bothSidesOfAShareComeFromTheFormOrBothFromTheRecords() throws IOException {
    int compared = 0;
    Map<String, List<Row>> values = byPlace(SchoolIndicator.TABLE);
    for (Path county : SmallProvince.entries(landing.resolve("202310"))) {
      PlainCounts plain = new PlainCounts(county);
      for (String indicator :
          List.of(
              "backbone_teacher_share",
              "postgraduate_teacher_share",
              "teachers_certified_share",
              "boarder_share")) {
        for (String stage : List.of("primary", "junior", "compulsory")) {
          List<String> stages =
              stage.equals("compulsory")
                  ? List.copyOf(STAGES.values())
                  : List.of(STAGES.get(stage));
          for (Row row : values.getOrDefault(place(county, indicator, stage), List.of())) {
            String school = row.getAs("school_code");
            Optional<Double> expected = plain.share(indicator, school, stages);
            Double value = row.getAs("value");
            String at = "%s %s %s".formatted(school, stage, indicator);
            assertThat(Optional.ofNullable(value).isPresent())
                .as(at)
                .isEqualTo(expected.isPresent());
            if (value != null) {
              assertThat(value).as(at).isCloseTo(expected.get(), within(1e-9)).isBetween(0d, 100d);
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void whereFormsDecidedAgainstRecordsEachCountyIsTold() {
    Map<String, Long> differing =
        lake().small().read(SchoolMeasure.TABLE).stream()
            .filter(row -> CATALOGUE.stages().ids().contains(row.<String>getAs("stage")))
            .filter(row -> row.getAs("recorded_value") != null)
            .filter(row -> !row.getAs("recorded_value").equals(row.getAs("value")))
            .collect(
                Collectors.groupingBy(
                    row ->
                        row.getAs("county_code")
                            + " "
                            + CATALOGUE.setOf(row.getAs("measure")).contract(),
                    Collectors.counting()));
    assertThat(differing).hasSizeGreaterThan(2);
    assertThat(
            lake().small().read(Finding.TABLE).stream()
                .filter(row -> row.getAs("rule").equals("form_decides"))
                .collect(
                    Collectors.toMap(
                        row -> row.getAs("county_code") + " " + row.getAs("dataset"),
                        row -> row.<Long>getAs("failed"))))
        .isEqualTo(differing);
  }

  /** The rows of a table by county, stage and indicator. */
  private static Map<String, List<Row>> byPlace(Table table) {
    return lake().small().read(table).stream()
        .collect(
            Collectors.groupingBy(
                row ->
                    "%s %s %s"
                        .formatted(
                            row.getAs("county_code"), row.getAs("stage"), row.getAs("indicator"))));
  }

  private static String place(Path county, String indicator, String stage) {
    return "%s %s %s".formatted(county.getFileName(), stage, indicator);
  }

  @Test
  void everyCountyHasTheSpreadThatItsSchoolsMean() throws IOException {
    int compared = 0;
    Map<String, List<Row>> spreads = byPlace(CountyDispersion.TABLE);
    for (Path county : SmallProvince.entries(landing.resolve("202310"))) {
      PlainCounts plain = new PlainCounts(county);
      for (Map.Entry<String, String> spread : SPREADS.entrySet()) {
        for (String stage : STAGES.keySet()) {
          Map<String, double[]> schools = plain.values(spread.getKey(), STAGES.get(stage));
          if (schools.size() >= 2) {
            String place = place(county, spread.getValue(), stage);
            double expected = cv(schools.values());
            Optional<Double> found = Optional.ofNullable(spreads.get(place).get(0).getAs("cv"));
            // Around a mean of 0 there is no spread to speak of.
            if (Double.isNaN(expected)) {
              assertThat(found).as(place).isEmpty();
            } else {
              assertThat(found.orElseThrow()).as(place).isCloseTo(expected, within(1e-9));
            }
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(40);
  }

  private static double cv(Iterable<double[]> schools) {
    double pupils = 0;
    double sum = 0;
    double squares = 0;
    for (double[] school : schools) {
      pupils += school[1];
      sum += school[1] * school[0];
    }
    for (double[] school : schools) {
      squares += school[1] * (school[0] - sum / pupils) * (school[0] - sum / pupils);
    }
    return Math.sqrt(squares / pupils) / (sum / pupils);
  }

  @Test
  void everyTableOfTheSampleSaysSo() {
    assertThat(lake().small().read(LeagueTable.TABLE))
        .isNotEmpty()
        .allSatisfy(
            row -> assertThat(row.<String>getAs("data_label")).isEqualTo(Table.SAMPLE_LABEL));
  }

  @Test
  void aReleaseIsMadeAgainFromItsOriginalsToTheLastDigit() throws IOException {
    ReleaseOfProvince release = new ReleaseOfProvince(folder.resolve("lake"), CATALOGUE);
    release.create();
    release.changeAVerdict();

    ReproduceRelease.Result result = release.reproduce();

    assertThat(result.tables()).hasSizeGreaterThan(20);
    assertThat(result.tables())
        .allSatisfy(table -> assertThat(table.again()).isEqualTo(table.expected()));
    assertThat(result.tables())
        .filteredOn(table -> !table.isSame())
        .extracting(ReproduceRelease.OfTable::table)
        .containsExactly("county_verdict");
    assertThat(folder.resolve("scratch/2023-r1-again")).doesNotExist();
  }

  @Test
  void neitherOrderNorFilesNorPartitionsNorGeneratedCodeNorTheMachinesHabitsChangeAFigure()
      throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Path shuffled = SmallProvince.shuffled(landing, folder.resolve("shuffled"), 3);
    Map<String, String> settings = new HashMap<>(SharedSpark.COMPILED);
    settings.put("spark.sql.shuffle.partitions", "5");
    assertThat(SharedSpark.session().conf().get("spark.sql.codegen.factoryMode"))
        .isNotEqualTo(settings.get("spark.sql.codegen.factoryMode"));
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      SharedSpark.with(settings, () -> run(shuffled, "lake-shuffled"));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    Map<String, List<String>> gold = GoldRows.of(folder.resolve("lake").toString());
    Map<String, List<String>> other = GoldRows.of(folder.resolve("lake-shuffled").toString());
    assertThat(gold.keySet()).hasSizeGreaterThan(20);
    assertThat(other.keySet()).isEqualTo(gold.keySet());
    gold.forEach((table, rows) -> assertThat(other.get(table)).as(table).isEqualTo(rows));
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    Map<String, List<String>> before = GoldRows.of(folder.resolve("lake").toString());
    long version = lake().version(LeagueTable.TABLE).orElseThrow();
    assertThat(run(landing, "lake").outcome()).isEqualTo(Outcome.DONE);
    assertThat(lake().version(LeagueTable.TABLE)).hasValue(version);
    assertThat(GoldRows.of(folder.resolve("lake").toString())).isEqualTo(before);
  }
}
