package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.testing.SampleLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code explain} as it is typed, on a lake with an environment but without any definition. */
class ExplainCommandTest {
  private static final String FRAMEWORK = "cn-quality-balance-2017";
  private static final String COUNTY = "990102";

  @TempDir private Path conf;

  private final Captured captured = Captured.plain(Map.of());

  @BeforeEach
  void onlyAnEnvironment() throws IOException {
    Files.createDirectory(conf.resolve("env"));
    Files.copy(Path.of("conf/env/local.yaml"), conf.resolve("env/local.yaml"));
  }

  private int explain(String... words) {
    List<String> line = new ArrayList<>(List.of("explain"));
    line.addAll(List.of(words));
    line.addAll(List.of("--conf", conf.toString(), "--lake", SampleLake.root().toString()));
    return captured.run(line.toArray(String[]::new));
  }

  private JsonNode json(String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--json");
    assertThat(explain(line.toArray(String[]::new))).isZero();
    return new ObjectMapper().readTree(captured.out());
  }

  @Test
  void anItemIsToldWithFormulaSchoolsStandardAndFiles() {
    assertThat(explain(COUNTY, "R1", "--lang", "en")).isZero();

    assertThat(captured.out())
        .contains("[own reading]", "教督〔2017〕6号 资源配置 1", "cv.primary", " ≤ 0.50 · ")
        .containsPattern("= \\d+ × 100 / \\d+ = \\d")
        .containsPattern("= √\\(Σ p/P \\(x − X\\)²\\) ÷ X = \\S+ ÷ \\S+ = 0\\.\\d")
        .contains("Share of variance", "teacher system · 1 September")
        .containsPattern("202310/990102/teacher.csv  [0-9a-f]{12}  [\\d,]+ rows accepted");
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void theSameIsToldInChinese() {
    assertThat(explain(COUNTY, "R1", "--lang", "zh")).isZero();

    assertThat(captured.out()).contains("评价体系:义务教育优质均衡发展", "[本系统口径]", "方差贡献", "来源文件");
  }

  @Test
  void jsonHoldsEverySchoolUnderNamesThatStay() throws IOException {
    JsonNode told = json(COUNTY, "teachers_above_degree_cv", "--stage", "primary");
    JsonNode figure = told.at("/figures/0");

    assertThat(told.at("/question/period").asInt()).isEqualTo(202310);
    assertThat(figure.path("indicator").asText()).isEqualTo("teachers_above_degree_cv");
    assertThat(figure.path("stage").asText()).isEqualTo("primary");
    JsonNode schools = figure.at("/spread/schools");
    double shares = 0;
    double weights = 0;
    double last = 1;
    for (JsonNode school : schools) {
      assertThat(school.path("share").asDouble()).isLessThanOrEqualTo(last);
      last = school.path("share").asDouble();
      shares += last;
      weights += school.path("weight").asDouble();
    }
    assertThat(shares).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(weights).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(told.at("/sources/files/0").fieldNames())
        .toIterable()
        .containsExactly(
            "period",
            "dataset",
            "name",
            "sha256",
            "rows_accepted",
            "rows_set_aside",
            "state",
            "received_at");
  }

  @Test
  void theRowsThatWereCountedAreNamed() throws IOException {
    JsonNode told = json(COUNTY, "teachers_above_degree_per_100", "--stage", "primary");
    JsonNode rows = told.at("/sources/rows/0");

    assertThat(rows.path("measure").asText()).isEqualTo("teachers_above_degree");
    assertThat(rows.path("counted").asBoolean()).isTrue();
    assertThat(rows.path("count").asInt()).isEqualTo(told.at("/figures/0/inputs/0/value").asInt());
    assertThat(rows.at("/first/0/file").asText()).isEqualTo("202310/990102/teacher.csv");
    assertThat(rows.at("/first/0/rows")).hasSizeBetween(1, 20);
    List<String> teachers = archived(told, "202310/990102/teacher.csv");
    for (JsonNode number : rows.at("/first/0/rows")) {
      assertThat(teachers.get(number.asInt() - 1)).contains(",小学,是,");
    }
  }

  /** The lines of a file as it was delivered. */
  private static List<String> archived(JsonNode told, String name) throws IOException {
    for (JsonNode file : told.at("/sources/files")) {
      if (file.path("name").asText().equals(name)) {
        String sha = file.path("sha256").asText();
        return Files.readAllLines(
            SampleLake.root()
                .resolve("archive")
                .resolve(sha.substring(0, 2))
                .resolve(sha.substring(2)));
      }
    }
    throw new AssertionError("no file " + name);
  }

  @Test
  void theRowsOfASchoolAreThoseOfItAlone() throws IOException {
    JsonNode county = json(COUNTY, "teachers_above_degree_cv", "--stage", "primary");
    String school = county.at("/figures/0/spread/schools/0/code").asText();
    Captured ofSchool = Captured.plain(Map.of());
    assertThat(
            ofSchool.run(
                "explain",
                COUNTY,
                "teachers_above_degree_per_100",
                "--school",
                school,
                "--stage",
                "primary",
                "--lang",
                "en",
                "--conf",
                conf.toString(),
                "--lake",
                SampleLake.root().toString()))
        .isZero();

    assertThat(ofSchool.out())
        .containsPattern(
            "teachers_above_degree .* · Primary · counted from \\d+ rows: 202310/990102/teacher.csv \\d")
        .containsPattern(
            "pupils .* · Primary · counted from \\d+ rows: 202310/990102/student.csv \\d");
  }

  @Test
  void theTargetStandsBesideTheValue() throws IOException {
    JsonNode target = json(COUNTY, "public_approval").at("/figures/0/targets/0");

    assertThat(target.path("by").asInt()).isEqualTo(202310);
    assertThat(target.path("document").asText()).isNotBlank();
    Captured text = Captured.plain(Map.of());
    text.run(
        "explain",
        COUNTY,
        "public_approval",
        "--lang",
        "zh",
        "--conf",
        conf.toString(),
        "--lake",
        SampleLake.root().toString());
    assertThat(text.out()).contains("目标 " + target.path("value").asText(), "完成进度");
  }

  @Test
  void aCellOfAnOfficialFormIsAnIdOfItsOwn() throws IOException {
    JsonNode told = json(FRAMEWORK + "/202210/" + COUNTY + "/R1/primary");

    assertThat(told.at("/question/period").asInt()).isEqualTo(202210);
    assertThat(told.at("/item/id").asText()).isEqualTo("R1");
    assertThat(told.at("/item/tests").findValuesAsText("stage")).containsOnly("primary");
  }

  @Test
  void aFrameworkListsItsItemsThoseThatCostMostFirst() throws IOException {
    JsonNode lines = json(COUNTY, "zj-modernization-demo-2023").at("/framework/lines");

    assertThat(lines).hasSizeGreaterThan(40);
    assertThat(lines.get(0).path("points_lost").asDouble())
        .isGreaterThanOrEqualTo(lines.get(1).path("points_lost").asDouble());
    assertThat(lines.findPath("origin").asText()).isEqualTo("demo");
  }

  @Test
  void pointsOfAScoredItemComeWithTheirScale() throws IOException {
    JsonNode item = json(COUNTY, "A2.2", "--framework", "zj-modernization-demo-2023").path("item");

    assertThat(item.at("/score/max").asDouble()).isPositive();
    assertThat(item.at("/tests/0/rule").asText()).startsWith("attain 11");
  }

  @Test
  void aSchoolHasFiguresOfItsOwn() throws IOException {
    JsonNode county = json(COUNTY, "teachers_above_degree_cv", "--stage", "primary");
    String school = county.at("/figures/0/spread/schools/0/code").asText();
    Captured ofSchool = Captured.plain(Map.of());
    assertThat(
            ofSchool.run(
                "explain",
                COUNTY,
                "R1",
                "--school",
                school,
                "--json",
                "--conf",
                conf.toString(),
                "--lake",
                SampleLake.root().toString()))
        .isZero();

    JsonNode told = new ObjectMapper().readTree(ofSchool.out());
    assertThat(told.at("/figures/0/indicator").asText()).isEqualTo("teachers_above_degree_per_100");
    assertThat(told.at("/item/tests/0/schools")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "990102 | teaching_area_cvv | 2 | item or indicator 'teaching_area_cvv'. Did you mean 'teaching_area_cv'",
        "99010 | R1 | 2 | is no area '99010'. Did you mean '990100'",
        "9 | R1 | 2 | is no area '9'. Known: ",
        "County | R1 | 2 | 'County' may be more than one area; say which by its id: 99",
        "990102 | G1 | 2 | 'G1' may be more than one item; say which with --framework: cn-quality",
        "990102 | | 2 | Say what to explain",
      })
  void whatIsNotUnderstoodComesWithWhatIsMeant(
      String county, String subject, int exitCode, String message) {
    String[] words = subject == null ? new String[] {county} : new String[] {county, subject};

    assertThat(explain(words)).isEqualTo(exitCode);
    assertThat(captured.err()).contains(message.strip()).doesNotContain("\tat ");
  }

  @Test
  void aCountyIsFoundByItsName() throws IOException {
    JsonNode byCode = json(COUNTY, "R1");
    Captured byName = Captured.plain(Map.of());

    byName.run(
        "explain",
        byCode.path("area").asText(),
        "R1",
        "--json",
        "--conf",
        conf.toString(),
        "--lake",
        SampleLake.root().toString());

    assertThat(new ObjectMapper().readTree(byName.out())).isEqualTo(byCode);
  }

  @Test
  void twoPeriodsAreComparedWithTheMoveOfEachCountySplit() throws IOException {
    Captured text = Captured.plain(Map.of());
    String[] line = {
      "compare",
      "202210",
      "202310",
      "--framework",
      FRAMEWORK,
      "--conf",
      conf.toString(),
      "--lake",
      SampleLake.root().toString()
    };
    List<String> asJson = new ArrayList<>(List.of(line));
    asJson.add("--json");

    assertThat(text.run(line)).isZero();
    assertThat(captured.run(asJson.toArray(String[]::new))).isZero();
    JsonNode framework = new ObjectMapper().readTree(captured.out()).at("/frameworks/0");

    assertThat(text.out()).contains("202210 → 202310", "own figures", "Met now / lost");
    assertThat(framework.path("counties").size()).isGreaterThan(80);
    for (JsonNode county : framework.path("counties")) {
      JsonNode move = county.path("move");
      assertThat(move.path("own").asInt() + move.path("others").asInt())
          .as(county.path("code").asText())
          .isEqualTo(move.path("places").asInt());
    }
  }

  @Test
  void aPeriodThatWasNotComputedIsMissingInput() {
    assertThat(explain(COUNTY, "R1", "--period", "199910")).isEqualTo(3);
    assertThat(captured.err()).contains("holds no results of period 199910");
  }
}
