package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  private static final Instant NOON = Instant.parse("2024-09-01T12:00:00Z");

  @TempDir Path lake;

  @Test
  void whoComesSecondIsToldWhoHoldsIt() throws Exception {
    try (Lease first = acquire("run-1", NOON)) {
      LeaseHeldException refused =
          catchThrowableOfType(LeaseHeldException.class, () -> acquire("run-2", NOON));

      assertThat(refused.holder().runId()).isEqualTo("run-1");
      assertThat(refused)
          .hasMessageContaining("run run-1 on ")
          .hasMessageContaining("(process %d)".formatted(ProcessHandle.current().pid()))
          .hasMessageEndingWith("is at 'lake' since 2024-09-01T12:00:00Z");
      first.requireHeld();
    }
  }

  @Test
  void aLeaseThatWasGivenBackIsFree() throws Exception {
    acquire("run-1", NOON).close();
    acquire("run-2", NOON).close();

    try (var files = Files.list(lake.resolve("leases"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void theLeaseOfAnEndedProcessOnThisHostIsTakenOverAtOnce() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    LeaseHolder here = LeaseHolder.self("run-1", NOON);
    put(new LeaseHolder("t", "run-1", here.host(), ended.pid(), 1, NOON, NOON, List.of()));

    try (Lease lease = acquire("run-2", NOON)) {
      lease.requireHeld();
    }
  }

  @Test
  void aNumberThatWasGivenToALaterProcessDoesNotKeepTheLease() throws Exception {
    LeaseHolder here = LeaseHolder.self("run-1", NOON);
    put(new LeaseHolder("t", "run-1", here.host(), here.pid(), 1, NOON, NOON, List.of()));

    acquire("run-2", NOON).close();
  }

  @Test
  void aHolderElsewhereKeepsItForTwoMinutesOfSilence() throws Exception {
    put(new LeaseHolder("t", "run-1", "elsewhere.example", 1, 1, NOON, NOON, List.of()));

    assertThatThrownBy(() -> acquire("run-2", NOON.plus(Duration.ofSeconds(119))))
        .isInstanceOf(LeaseHeldException.class);
    acquire("run-2", NOON.plus(Duration.ofSeconds(121))).close();
  }

  @RepeatedTest(5)
  void ofManyWhoComeAtOnceOneGetsIt() throws Exception {
    put(new LeaseHolder("t", "run-0", "elsewhere.example", 1, 1, NOON, NOON, List.of()));
    List<Callable<Boolean>> runs = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      String runId = "run-" + i;
      runs.add(() -> isAcquired(runId));
    }
    ExecutorService pool = Executors.newFixedThreadPool(runs.size());
    try {
      int acquired = 0;
      for (Future<Boolean> run : pool.invokeAll(runs)) {
        acquired += run.get() ? 1 : 0;
      }
      assertThat(acquired).isEqualTo(1);
      try (var files = Files.list(lake.resolve("leases"))) {
        assertThat(files).containsExactly(lake.resolve("leases/lake.json"));
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Keeps what it got; the daemon thread ends with the JVM. */
  private boolean isAcquired(String runId) throws IOException {
    try {
      acquire(runId, NOON.plus(Duration.ofMinutes(10)));
      return true;
    } catch (LeaseHeldException e) {
      return false;
    }
  }

  private Lease acquire(String runId, Instant now) throws IOException, LeaseHeldException {
    return Lease.acquire(
        new Configuration(), lake.toString(), "lake", runId, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void put(LeaseHolder holder) throws IOException {
    Files.createDirectories(lake.resolve("leases"));
    Files.writeString(lake.resolve("leases/lake.json"), holder.toJson());
  }
}
