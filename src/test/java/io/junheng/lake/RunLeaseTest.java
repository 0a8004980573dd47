package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs at different work go on side by side; the same work has one run. */
class RunLeaseTest {
  private static final Instant NOON = Instant.parse("2024-09-01T12:00:00Z");
  private static final LeasedWork PUPILS = work("student", "330702");
  private static final LeasedWork TEACHERS = work("teacher", "330702");
  private static final LeasedWork ELSEWHERE = work("student", "330703");

  @TempDir Path lake;

  @Test
  void differentDeliveriesAreHeldSideBySide() throws Exception {
    try (RunLease one = begin("run-1");
        RunLease other = begin("run-2")) {
      one.take(List.of(PUPILS));
      other.take(List.of(TEACHERS, ELSEWHERE));

      assertThat(RunLease.holders(new Configuration(), lake.toString(), NOON))
          .extracting(LeaseHolder::works)
          .containsExactlyInAnyOrder(
              List.of("student/202310/330702"),
              List.of("teacher/202310/330702", "student/202310/330703"));
      one.requireHeld();
      other.requireHeld();
    }
  }

  @Test
  void whoComesSecondGetsTheRestAndIsToldWhoHoldsTheOther() throws Exception {
    try (RunLease one = begin("run-1");
        RunLease other = begin("run-2")) {
      one.take(List.of(PUPILS));

      assertThat(other.takeFree(List.of(PUPILS, ELSEWHERE)))
          .hasSize(1)
          .hasEntrySatisfying(PUPILS, holder -> assertThat(holder.runId()).isEqualTo("run-1"));
      assertThatThrownBy(() -> one.take(List.of(TEACHERS, ELSEWHERE)))
          .isInstanceOf(LeaseHeldException.class)
          .hasMessageContaining("run run-2 on ")
          .hasMessageContaining("is at 'student/202310/330703'");
      other.take(List.of(TEACHERS));
    }
  }

  @Test
  void aPeriodHasAllItsDeliveriesAndNoneOfAnother() throws Exception {
    try (RunLease computing = begin("run-1");
        RunLease other = begin("run-2")) {
      computing.take(List.of(PUPILS));
      computing.take(List.of(LeasedWork.of(new Period(202310))));

      assertThatThrownBy(() -> other.take(List.of(ELSEWHERE)))
          .isInstanceOf(LeaseHeldException.class);
      assertThatThrownBy(() -> other.take(List.of(LeasedWork.ALL)))
          .isInstanceOf(LeaseHeldException.class);
      other.take(List.of(LeasedWork.of(new Period(202210))));
    }
  }

  @Test
  void whatAnEndedProcessHeldIsFree() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    LeaseHolder here = LeaseHolder.self("run-1", NOON);
    Path file = lake.resolve("leases/run-dead.json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        new LeaseHolder(
                "t", "dead", here.host(), ended.pid(), 1, NOON, NOON, List.of(PUPILS.toString()))
            .toJson());

    try (RunLease lease = begin("run-2")) {
      assertThat(lease.takeFree(List.of(PUPILS))).isEmpty();
      assertThat(file).doesNotExist();
    }
    try (var files = Files.list(lake.resolve("leases"))) {
      assertThat(files).isEmpty();
    }
  }

  private RunLease begin(String runId) throws IOException, LeaseHeldException {
    return RunLease.begin(
        new Configuration(), lake.toString(), runId, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static LeasedWork work(String dataset, String county) {
    return new LeasedWork(
        Optional.of(dataset), Optional.of(new Period(202310)), Optional.of(county));
  }
}
