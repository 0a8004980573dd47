package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JunhengTest {
  private static final String CONF = "src/test/resources/conf/north-carolina";

  private final Captured captured = Captured.plain(Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "sample",
        "ingest",
        "compute",
        "run",
        "league",
        "explain",
        "compare",
        "lineage",
        "signoff",
        "verify",
        "verify sample",
        "verify record",
        "objection",
        "release",
        "release gate",
        "release create",
        "release list",
        "release show",
        "release state",
        "release diff",
        "release reproduce",
        "export",
        "report",
        "tables",
        "version"
      })
  void everyCommandHelpsInBothLanguagesWithAnExample(String command) {
    Captured chinese = Captured.plain(Map.of());
    Captured english = Captured.plain(Map.of());

    assertThat(chinese.run((command + " --help --lang zh").split(" "))).isZero();
    assertThat(english.run(("--lang=en " + command + " -h").split(" "))).isZero();
    assertThat(chinese.out()).contains("用法: junheng " + command, "示例:", "报送文件所在目录");
    assertThat(english.out()).contains("Usage: junheng " + command, "Examples:", "--landing=DIR");
    assertThat(english.out()).doesNotContain("示例");
    assertThat(chinese.out()).doesNotContain("Default:");
  }

  @Test
  void helpFollowsTheLanguageOfTheMachine() {
    Captured chinese = Captured.plain(Map.of("LANG", "zh_CN.UTF-8"));

    assertThat(chinese.run("help")).isZero();
    assertThat(chinese.out()).contains("命令:", "退出码:").doesNotContain("demo");
    assertThat(captured.run("help")).isZero();
    assertThat(captured.out()).contains("Commands:", "Exit codes:");
  }

  @Test
  void sharedOptionsStandBeforeOrAfterTheCommand() {
    Captured before = Captured.plain(Map.of());
    Captured after = Captured.plain(Map.of());

    assertThat(before.run("--lang", "zh", "--json", "tables", "league_table")).isZero();
    assertThat(after.run("tables", "league_table", "--json", "--lang", "zh")).isZero();
    assertThat(before.out()).isEqualTo(after.out()).contains("\"title\" : \"监测结果一览表\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "exprot", "run --perod 202310", "run --period 2023", "export league_table"})
  void aLineThatCannotBeUnderstoodIsAUsageMistake(String line) {
    assertThat(captured.run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
    assertThat(captured.out()).isEmpty();
    assertThat(captured.err()).isNotEmpty().doesNotContain("Exception");
  }

  @Test
  void aMistypedWordComesWithWhatWasMeant() {
    captured.run("exprot", "--lang", "zh");
    captured.run("run", "--perod", "202310");

    assertThat(captured.err()).contains("✗ 不认识的参数或命令:exprot", "export", "Did you mean: --period");
  }

  @Test
  void aMistypedWordIsOneObjectForCollectorsOfLogs() throws IOException {
    assertThat(captured.run("run", "--perod", "202310", "--log", "json")).isEqualTo(2);

    assertThat(captured.err().lines()).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(captured.err());
    assertThat(line.get("level").asText()).isEqualTo("ERROR");
    assertThat(line.get("message").asText()).startsWith("Unknown").contains("--period", "--help");
  }

  @Test
  void aWrongTableNameComesWithTheNearestOne() {
    assertThat(captured.run("tables", "gold.leage_table", "--conf", CONF)).isEqualTo(2);
    assertThat(captured.err()).contains("Did you mean 'gold.league_table'?");
  }

  @Test
  void aWrongEnvironmentComesWithTheNearestOne() {
    assertThat(captured.run("compute", "--conf", CONF, "--env", "locl")).isEqualTo(2);
    assertThat(captured.err()).contains("local").doesNotContain("\tat ");
  }

  @Test
  void tablesListsGoldAndOpsInTheLanguageAskedFor() {
    assertThat(captured.run("tables", "--lang", "zh")).isZero();
    assertThat(captured.out()).contains("gold.league_table", "监测结果一览表", "ops.rejected_row");
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void silverTablesAreWhatTheContractsSay() {
    assertThat(captured.run("tables", "silver", "--conf", CONF, "-q")).isZero();
    assertThat(captured.out()).contains("silver.school_year").doesNotContain("gold.");
  }

  @Test
  void aSoundConfIsCounted() {
    assertThat(captured.run("validate", "--conf", CONF)).isZero();
    assertThat(captured.out()).contains("is sound: 1 contracts");
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void problemsOfConfGoToTheOutputWithTheirPlaces(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("stages.yaml"), "stagess: []\n");

    assertThat(captured.run("validate", "--conf", folder.toString())).isEqualTo(2);
    assertThat(captured.out()).contains("stages.yaml:1:1");
    Captured json = Captured.plain(Map.of());
    assertThat(json.run("validate", "--conf", folder.toString(), "--json")).isEqualTo(2);
    assertThat(json.out()).contains("\"exit_code\" : 2", "\"line\" : 1");
  }

  @Test
  void jsonSchemasAreWrittenForEditors(@TempDir Path folder) {
    assertThat(captured.run("validate", "--schema", folder.toString())).isZero();
    assertThat(folder).isNotEmptyDirectory();
  }

  @Test
  void missingDeliveriesAreMissingInput(@TempDir Path folder) {
    String landing = folder.resolve("nowhere").toString();

    assertThat(captured.run("ingest", "--conf", CONF, "--landing", landing)).isEqualTo(3);
    assertThat(captured.err()).contains("There is no folder of deliveries at " + landing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compute",
        "league nc-school-performance",
        "explain 990102 R1",
        "export league_table --out x.csv"
      })
  void aMissingLakeIsMissingInputAndIsNotMade(String line, @TempDir Path folder) {
    Path lake = folder.resolve("nowhere");
    String[] arguments = (line + " --conf " + CONF + " --lake " + lake).split(" ");

    assertThat(captured.run(arguments)).isEqualTo(3);
    assertThat(captured.err()).contains("There is no lake at " + lake).doesNotContain("\tat ");
    assertThat(lake).doesNotExist();
  }

  @Test
  void aFailureAskedForAsJsonIsOneObject(@TempDir Path folder) {
    String lake = folder.resolve("nowhere").toString();

    assertThat(captured.run("compute", "--conf", CONF, "--lake", lake, "--json")).isEqualTo(3);
    assertThat(captured.out()).contains("\"outcome\" : \"input\"", "\"exit_code\" : 3");
  }

  @Test
  void lineageGoesOneStepEachWayAndAllOfThemIfAsked() {
    Captured all = Captured.plain(Map.of());

    assertThat(captured.run("lineage", "achievement_score", "--conf", CONF, "-q")).isZero();
    assertThat(all.run("lineage", "achievement_score", "--all", "--json", "--conf", CONF, "-q"))
        .isZero();
    assertThat(captured.out()).contains("made from", "goes into");
    assertThat(all.out()).contains("\"found\"", "\"steps\"", "\"kind\" : \"column\"");
  }

  @Test
  void aWrongNameOfADefinitionComesWithTheNearestOne() {
    assertThat(captured.run("lineage", "performance_scoer", "--conf", CONF, "-q")).isEqualTo(2);
    assertThat(captured.err()).contains("Did you mean 'performance_score'?");
  }

  @Test
  void versionNamesWhatItIsBuiltWith() {
    assertThat(captured.run("version")).isZero();
    assertThat(captured.out())
        .matches("junheng \\S+ · Spark 4\\.\\S+ · Delta 4\\.\\S+ · Java .*\\n");
  }
}
