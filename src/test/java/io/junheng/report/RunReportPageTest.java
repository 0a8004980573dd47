package io.junheng.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.lake.RunHead;
import io.junheng.lake.RunHistory;
import io.junheng.lake.RunLedger;
import io.junheng.lake.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportPageTest {
  private static final Instant TWO = Instant.parse("2026-01-31T02:00:00Z");
  private static final Text COUNTY = new Text("示例县", "Sample County");

  @TempDir private Path lake;
  private RunState run;

  @BeforeEach
  void aRunThatRefusedAFile() throws IOException {
    RunHead head =
        new RunHead("night", "run", List.of("--set", "mart.password=tell"), "1.0", "abc");
    Clock clock = Clock.fixed(TWO, ZoneOffset.UTC);
    RunLedger ledger = RunLedger.start(new Configuration(), lake.toString(), head, clock);
    ledger.sparkStarts("local-1", Optional.of("lake/ops/_spark_events"));
    ledger.stepBegins("check");
    ledger.stepEnds("check", Map.of("rows", 1200L), new TreeMap<>());
    ledger.stepBegins("silver");
    ledger.slowest(
        List.of(
            new RunState.Stage(
                7, "check", "collect at X.java:1", TWO, 12.5, 4, 1200, 2_500_000, 0)));
    ledger.says(new Text("退回 a.csv", "Refused <b>a.csv</b>"));
    ledger.end("refused", 1);
    run = new RunHistory(new Configuration(), lake.toString(), clock).find("night").orElseThrow();
  }

  private String page(List<RunReport.Delivered> files, List<RunReport.Fault> faults) {
    RunReport.Found found =
        new RunReport.Found(
            202310, "990102", COUNTY, "student", "S-7", "warning", "open", 3, new Text("不符", "No"));
    return new RunReportPage(
            new RunReport(run, files, faults, List.of(found)), Language.ZH, ZoneOffset.UTC)
        .html();
  }

  private static RunReport.Delivered file(String name, String state, long setAside) {
    return new RunReport.Delivered(
        202310, "990102", COUNTY, "student", name, state, 100, 100 - setAside, setAside);
  }

  @Test
  void itTellsHowTheRunEndedWhereItsTimeWentAndWhatToDo() {
    String page = page(List.of(), List.of());

    assertThat(page)
        .contains("有报送被退回 · 退出码 1", "a delivery refused · exit code 1")
        .contains("下一步:把 archive/returns 中的退回单发给", "What to do: Send the return sheets")
        .contains(
            "✓ 检查 check",
            "✓ Checks · check",
            "1,200 行",
            "1,200 rows",
            "✗ 入库 silver",
            "2026-01-31 02:00:00")
        .contains("collect at X.java:1", "12.5 s", ">2.5<", "local-1")
        .contains("S-7", "Sample County 990102", "示例县 990102")
        .doesNotContain("tell");
  }

  @Test
  void itNamesTheFilesThatSendersHaveToCorrectTheWorstFirst() {
    String page =
        page(
            List.of(
                file("good.csv", "accepted", 0),
                file("some.csv", "accepted_with_warnings", 2),
                file("refused.csv", "refused", 9)),
            List.of(
                new RunReport.Fault(
                    202310, "990102", COUNTY, "student", "refused.csv", "年级", "required", 9)));

    assertThat(page)
        .containsSubsequence("refused.csv", "some.csv", "年级", "required")
        .doesNotContain("good.csv");
  }

  @Test
  void aLongListIsCutAndSaysWhereTheRestIs() {
    List<RunReport.Delivered> files =
        IntStream.range(0, 250).mapToObj(i -> file(i + ".csv", "refused", 1)).toList();

    assertThat(page(files, List.of())).contains("50 more in table ops.submission.");
  }

  @Test
  void itIsOneFileThatLoadsNothingAndRunsNothing() {
    String page = page(List.of(file("<script>alert(1)</script>.csv", "refused", 1)), List.of());

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("default-src 'none'", "&lt;script&gt;", "Refused &lt;b&gt;a.csv")
        .doesNotContain("<script", "src=", "href=", "http:", "https:", "@import");
  }
}
