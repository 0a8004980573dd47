package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {
  private static final Instant NOON = Instant.parse("2024-09-01T12:00:00Z");

  @TempDir private Path lake;

  @Test
  void aRunThatEndedTellsItsOwnExitCode() throws IOException {
    RunLedger ledger = start("r1", NOON);
    ledger.says(new Text("退回一份", "Refused one"));
    ledger.periodEnds(202310, "done");
    ledger.end("refused", 1);

    RunState run = history(NOON).find("r1").orElseThrow();
    assertThat(run.exitCode()).hasValue(1);
    assertThat(run.messages()).containsExactly(new Text("退回一份", "Refused one"));
    assertThat(run.periods()).containsExactly(Map.entry(202310, "done"));
  }

  @Test
  void aRunThatHoldsTheLeaseIsAtWork() throws Exception {
    try (RunLease lease = lease("r1")) {
      lease.requireHeld();
      start("r1", NOON);

      assertThat(history(NOON).find("r1").orElseThrow().isRunning()).isTrue();
    }
  }

  @Test
  void aRunThatDiedWithoutAWordIsToldAsInterrupted() throws Exception {
    start("r1", NOON).stepBegins("check");

    RunState run = history(NOON).find("r1").orElseThrow();
    assertThat(run.outcome()).isEqualTo("interrupted");
    assertThat(run.exitCode()).hasValue(143);
    assertThat(run.ended()).isPresent();
    assertThat(run.steps().get(0).took()).isEmpty();
  }

  @Test
  void aRunIsNotTakenForAtWorkBecauseAnotherIs() throws Exception {
    start("dead", NOON);
    try (RunLease lease = lease("alive")) {
      lease.requireHeld();

      assertThat(history(NOON).find("dead").orElseThrow().outcome()).isEqualTo("interrupted");
    }
  }

  @Test
  void aHolderThatIsSilentForTwoMinutesNoLongerCounts() throws Exception {
    start("r1", NOON);
    Path file = Files.createDirectories(lake.resolve("leases")).resolve("run-r1.json");
    Files.writeString(
        file,
        """
        {"token":"t","run_id":"r1","host":"elsewhere","pid":1,"process_start":1,
        "since":"2024-09-01T12:00:00Z","heartbeat":"2024-09-01T12:00:00Z"}
        """);

    assertThat(history(NOON.plusSeconds(60)).find("r1").orElseThrow().isRunning()).isTrue();
    assertThat(history(NOON.plus(Duration.ofMinutes(3))).find("r1").orElseThrow().isRunning())
        .isFalse();
  }

  @Test
  void theNextHolderSettlesWhatTheDeadLeft() throws Exception {
    RunLedger dead = start("dead", NOON);
    dead.stepBegins("silver");
    dead.stepEnds("silver", Map.of(), new TreeMap<>(Map.of("silver.school", 3L)));

    List<RunState> unrecorded = history(NOON).settle("next", 10);

    assertThat(unrecorded).extracting(RunState::runId).containsExactly("dead");
    assertThat(Files.readString(lake.resolve("runs/dead/run-state.json")))
        .contains("\"outcome\" : \"interrupted\"", "\"exit_code\" : 143");
    history(NOON).save(unrecorded.get(0).recorded(true));
    assertThat(history(NOON).settle("next", 10)).isEmpty();
  }

  @Test
  void theLatestComeFirstAndAStateThatIsNotWholeIsPassedOver() throws Exception {
    start("old", NOON).end("done", 0);
    start("new", NOON.plusSeconds(9)).end("done", 0);
    Files.createDirectories(lake.resolve("runs/torn"));
    Files.writeString(lake.resolve("runs/torn/run-state.json"), "{\"run_id\" : ");

    assertThat(history(NOON).latest(10)).extracting(RunState::runId).containsExactly("new", "old");
    assertThat(history(NOON).find("torn")).isEmpty();
  }

  @Test
  void aRunIsAskedToStop() throws Exception {
    assertThat(history(NOON).isAskedToStop("r1")).isFalse();
    history(NOON).askToStop("r1");
    assertThat(history(NOON).isAskedToStop("r1")).isTrue();
  }

  private RunLease lease(String runId) throws Exception {
    return RunLease.begin(new Configuration(), lake.toString(), runId, Clock.systemUTC());
  }

  private RunHistory history(Instant now) {
    return new RunHistory(new Configuration(), lake.toString(), at(now));
  }

  private RunLedger start(String runId, Instant now) throws IOException {
    RunHead head = new RunHead(runId, "run", List.of("--period", "202310"), "0.1.0", "abc");
    return RunLedger.start(new Configuration(), lake.toString(), head, at(now));
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
