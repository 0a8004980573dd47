package io.junheng.oracle;

import static org.apache.spark.sql.functions.col;
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
import io.junheng.table.LeagueTable;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.Table;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
    for (Path county : SmallProvince.entries(landing.resolve("202310"))) {
      PlainCounts plain = new PlainCounts(county);
      for (String indicator : SPREADS.keySet()) {
        for (String stage : STAGES.keySet()) {
          Map<String, double[]> expected = plain.values(indicator, STAGES.get(stage));
          for (Row row : schoolValues(county, indicator, stage)) {
            double[] own = expected.get(row.getString(0));
            if (own != null) {
              assertThat(row.getDouble(1))
                  .as("%s %s %s", row.getString(0), stage, indicator)
                  .isCloseTo(own[0], within(1e-9 * Math.max(1, own[0])));
              compared++;
            }
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  private static List<Row> schoolValues(Path county, String indicator, String stage) {
    return lake()
        .read(SchoolIndicator.TABLE)
        .where(col("county_code").equalTo(county.getFileName().toString()))
        .where(col("indicator").equalTo(indicator).and(col("stage").equalTo(stage)))
        .where(col("value").isNotNull())
        .select("school_code", "value")
        .collectAsList();
  }

  @Test
  void everyCountyHasTheSpreadThatItsSchoolsMean() throws IOException {
    int compared = 0;
    for (Path county : SmallProvince.entries(landing.resolve("202310"))) {
      PlainCounts plain = new PlainCounts(county);
      for (Map.Entry<String, String> spread : SPREADS.entrySet()) {
        for (String stage : STAGES.keySet()) {
          Map<String, double[]> schools = plain.values(spread.getKey(), STAGES.get(stage));
          if (schools.size() >= 2) {
            String place = "%s %s %s".formatted(county.getFileName(), stage, spread.getKey());
            double expected = cv(schools.values());
            Optional<Double> found = cv(county, spread.getValue(), stage);
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

  private static Optional<Double> cv(Path county, String indicator, String stage) {
    Row row =
        lake()
            .read(CountyDispersion.TABLE)
            .where(col("county_code").equalTo(county.getFileName().toString()))
            .where(col("indicator").equalTo(indicator).and(col("stage").equalTo(stage)))
            .select("cv")
            .collectAsList()
            .get(0);
    return Optional.ofNullable(row.<Double>getAs(0));
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
    List<Row> labels =
        lake().read(LeagueTable.TABLE).select("data_label").distinct().collectAsList();
    assertThat(labels).hasSize(1);
    assertThat(labels.get(0).getString(0)).isEqualTo(Table.SAMPLE_LABEL);
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
  void neitherOrderNorFilesNorPartitionsNorTheMachinesHabitsChangeAFigure() throws IOException {
    SparkSession spark = SharedSpark.session();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    String partitions = spark.conf().get("spark.sql.shuffle.partitions");
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      spark.conf().set("spark.sql.shuffle.partitions", "5");
      run(SmallProvince.shuffled(landing, folder.resolve("shuffled"), 3), "lake-shuffled");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
    }
    Map<String, List<String>> gold = GoldRows.of(spark, folder.resolve("lake").toString());
    Map<String, List<String>> other =
        GoldRows.of(spark, folder.resolve("lake-shuffled").toString());
    assertThat(gold.keySet()).hasSizeGreaterThan(20);
    assertThat(other.keySet()).isEqualTo(gold.keySet());
    gold.forEach((table, rows) -> assertThat(without(other.get(table), rows)).as(table).isEmpty());
    gold.forEach((table, rows) -> assertThat(without(rows, other.get(table))).as(table).isEmpty());
  }

  /** What the one list has beyond the other, each row as often. */
  private static List<String> without(List<String> rows, List<String> others) {
    List<String> rest = new ArrayList<>(rows);
    others.forEach(rest::remove);
    return rest;
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    Map<String, List<String>> before =
        GoldRows.of(SharedSpark.session(), folder.resolve("lake").toString());
    long version = lake().version(LeagueTable.TABLE).orElseThrow();
    assertThat(run(landing, "lake").outcome()).isEqualTo(Outcome.DONE);
    assertThat(lake().version(LeagueTable.TABLE)).hasValue(version);
    assertThat(GoldRows.of(SharedSpark.session(), folder.resolve("lake").toString()))
        .isEqualTo(before);
  }
}
