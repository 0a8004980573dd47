package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.definition.Text;
import io.junheng.lake.RunHead;
import io.junheng.lake.RunLease;
import io.junheng.lake.RunLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status}, {@code runs} and {@code cancel} over runs that left their states. */
class StatusTest {
  private static final String CONF = "src/test/resources/conf/north-carolina";

  private final Captured captured = Captured.plain(Map.of());

  @TempDir private Path folder;
  private Path lake;

  @BeforeEach
  void makeLake() throws IOException {
    lake = Files.createDirectories(folder.resolve("lake"));
  }

  @Test
  void theStatusOfARunEndsWithTheRunsOwnExitCode() throws IOException {
    RunLedger ledger = start("night");
    ledger.stepBegins("check");
    ledger.stepEnds("check", Map.of("rows", 1200L), new TreeMap<>());
    ledger.says(new Text("退回 a.csv", "Refused a.csv"));
    ledger.end("refused", 1);

    assertThat(command("status", "night")).isEqualTo(1);
    assertThat(captured.out())
        .contains(
            "Run night · run · a delivery refused · exit code 1", "1,200 rows", "! Refused a.csv");
  }

  @Test
  void aRunThatWasKilledIsToldAsInterrupted() throws IOException {
    start("night").stepBegins("silver");

    assertThat(command("status", "--lang", "zh")).isEqualTo(143);
    assertThat(captured.out()).contains("被中断", "✗ silver");
  }

  @Test
  void waitingEndsWithTheRun() throws Exception {
    ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    RunLease lease =
        RunLease.begin(new Configuration(), lake.toString(), "night", Clock.systemUTC());
    try {
      RunLedger ledger = start("night");
      assertThat(command("status")).isEqualTo(6);
      var end =
          later.schedule(
              () -> {
                ledger.end("done", 0);
                return true;
              },
              300,
              TimeUnit.MILLISECONDS);
      assertThat(command("status", "--wait")).isZero();
      assertThat(end.get()).isTrue();
    } finally {
      lease.close();
      later.shutdown();
    }
  }

  @Test
  void aRunThatNobodyKnowsIsMissingInput() throws IOException {
    start("night").end("done", 0);

    assertThat(command("status", "nihgt")).isEqualTo(3);
    assertThat(captured.err()).contains("There is no run nihgt", "junheng runs");
  }

  @Test
  void mistakesInConfLeaveAStateForWhoAsksLater() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf/env"));
    Files.writeString(conf.resolve("local.yaml"), "lake: lake\nlanding: landing\nkey_file: key\n");
    Files.writeString(folder.resolve("conf/stages.yaml"), "stagess: []\n");

    int code =
        captured.run(
            "run",
            "--run-id",
            "monday",
            "--conf",
            folder.resolve("conf").toString(),
            "--lake",
            lake.toString());

    assertThat(code).isEqualTo(2);
    assertThat(command("status", "monday")).isEqualTo(2);
    assertThat(captured.out()).contains("mistakes in conf/", "stages.yaml:1:1");
  }

  @Test
  void runsAreListedTheLatestFirst() throws IOException {
    start("first").end("done", 0);
    start("second").end("bug", 70);

    assertThat(command("runs", "--json")).isZero();
    assertThat(captured.out()).containsSubsequence("\"second\"", "\"exit_code\" : 70", "\"first\"");
    assertThat(command("runs", "--lang", "zh", "--last", "1")).isZero();
    assertThat(captured.out()).contains("程序缺陷");
  }

  @Test
  void onlyARunAtWorkIsAskedToStop() throws Exception {
    start("night").end("done", 0);
    assertThat(command("cancel")).isZero();
    assertThat(lake.resolve("runs/night/stop-asked")).doesNotExist();

    try (RunLease lease =
        RunLease.begin(new Configuration(), lake.toString(), "day", Clock.systemUTC())) {
      lease.requireHeld();
      start("day");
      assertThat(command("cancel", "day")).isZero();
    }
    assertThat(lake.resolve("runs/day/stop-asked")).exists();
    assertThat(captured.err()).contains("has ended already", "Run day is asked to stop");
  }

  @Test
  void aKilledRunGetsItsReportWhenSomebodyAsks() throws IOException {
    start("night").stepBegins("silver");
    Path elsewhere = folder.resolve("night.html");

    assertThat(command("report")).isZero();
    Path report = lake.resolve("runs/night/report.html");
    assertThat(captured.out()).isEqualTo(report + "\n");
    assertThat(report)
        .content()
        .contains(
            "被中断 · 退出码 143",
            "interrupted · exit code 143",
            "✗ 入库 silver",
            "✗ Silver tables · silver");
    assertThat(command("report", "night", "--out", elsewhere.toString())).isZero();
    assertThat(elsewhere).hasSameTextualContentAs(report);
  }

  @Test
  void aFullDiskIsAFailureOfStorage() throws IOException {
    start("night").end("done", 0);
    assertThat(command("report", "--out", "/dev/full")).isEqualTo(5);
    assertThat(captured.err()).contains("Cannot write to /dev/full");
  }

  @Test
  void theLogFileHasOneObjectALineIfAskedFor() throws IOException {
    Files.createDirectories(lake.resolve("gold/league_table/_delta_log"));
    Files.writeString(lake.resolve("gold/league_table/_delta_log/00000000000000000000.json"), "x");

    int code = command("league", "nc-school-performance", "--log", "json", "--run-id", "evening");

    assertThat(code).isNotZero();
    try (Stream<Path> logs = Files.list(lake.resolve("_logs"))) {
      String line = Files.readAllLines(logs.findFirst().orElseThrow()).get(0);
      JsonNode json = new ObjectMapper().readTree(line);
      assertThat(json.get("run_id").asText()).isEqualTo("evening");
      assertThat(json.get("event").asText()).isEqualTo("log");
      assertThat(json.get("message").asText()).isNotEmpty();
    }
    assertThat(captured.err().lines())
        .allSatisfy(line -> assertThat(line).startsWith("{\"time\":\"").endsWith("}"));
  }

  private RunLedger start(String runId) throws IOException {
    RunHead head = new RunHead(runId, "run", List.of(), "0.1.0", "abc");
    return RunLedger.start(new Configuration(), lake.toString(), head, Clock.systemUTC());
  }

  private int command(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--conf", CONF, "--lake", lake.toString()));
    return captured.run(line.toArray(String[]::new));
  }
}
