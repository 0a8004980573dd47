package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.lake.RunHistory;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * One lake through a few nights: what is planned is what is done, what is unchanged is left alone
 * without Spark, a period that fails stands alone, and what was left undone is done by the next
 * run. The nights follow each other.
 */
@ExtendWith(SharedSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanTest {
  private static final Catalogue CATALOGUE =
      new ConfReader(Path.of("src/test/resources/conf/small")).read().catalogue().orElseThrow();
  private static final Period EARLIER = Period.parse("202210");
  private static final Period LATER = Period.parse("202310");
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

  private final SparkSession spark;
  private final Path landing;
  private final JobRequest request;

  PlanTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.landing = folder.resolve("landing");
    this.request =
        new JobRequest(
            CATALOGUE,
            folder.resolve("lake").toString(),
            Optional.of(landing.toString()),
            List.of(),
            folder.resolve("pseudonym.key").toString(),
            true,
            List.of("run"));
  }

  @Test
  @Order(1)
  void whatIsNewIsPlannedAndDone() throws IOException {
    deliver(EARLIER, "100.00");
    deliver(LATER, "120.00");

    LakePlan plan = plan(request);
    assertThat(plan.deliveries())
        .extracting(LakePlan.Delivery::reason)
        .containsExactly(PlanReason.NEW_FILE, PlanReason.NEW_FILE);
    assertThat(plan.hasChanges()).isTrue();
    assertThat(Path.of(request.lake())).doesNotExist();

    JobReport report = run(request);
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.periods()).containsExactly(EARLIER, LATER);
    assertThat(plan(request).hasChanges()).isFalse();
  }

  @Test
  @Order(2)
  void whatIsUnchangedNeedsNoSpark() {
    SparkOnDemand unused = notStarted();

    JobReport report = new RunJob().run(unused, request, Watcher.NOBODY);

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(unused.started()).isEmpty();
    assertThat(state(report.runId()).exitCode()).hasValue(0);
  }

  @Test
  @Order(3)
  void aFileOfTheSameSizeAndTimeIsReadOnlyToVerify() throws IOException {
    deliver(LATER, "130.00");

    assertThat(plan(request).deliveries()).isEmpty();
    assertThat(plan(request.with(JobRequest.Wish.VERIFY)).deliveries())
        .extracting(LakePlan.Delivery::reason)
        .containsExactly(PlanReason.CHANGED_FILE);
    deliver(LATER, "120.00");
  }

  @Test
  @Order(4)
  void aCorrectionRenewsItsPeriodAndThoseThatLeanOnIt() throws IOException {
    deliver(EARLIER, "1000.00");

    assertThat(plan(request).periods())
        .isEqualTo(
            Map.of(
                EARLIER, Set.of(PlanReason.CHANGED_DATA),
                LATER, Set.of(PlanReason.EARLIER_PERIOD)));
    assertThat(run(request).outcome()).isEqualTo(Outcome.DONE);
    assertThat(plan(request).hasChanges()).isFalse();
  }

  @Test
  @Order(5)
  void otherDefinitionsAreAReason() {
    JobRequest others =
        new JobRequest(
            CATALOGUE.withFrameworks(Set.of("pass-2017")),
            request.lake(),
            request.landing(),
            List.of(),
            request.keyFile(),
            true,
            List.of("run"));

    assertThat(plan(others).periods().values())
        .containsOnly(
            Set.of(PlanReason.CHANGED_DEFINITION),
            Set.of(PlanReason.CHANGED_DEFINITION, PlanReason.EARLIER_PERIOD));
  }

  @Test
  @Order(6)
  void aRunThatIsInterruptedSaysSoAndTheNextGoesOnWhereItStopped() throws IOException {
    deliver(LATER, "14000.00");
    Watcher signal = new Interrupted("Indicators and spread");

    assertThatThrownBy(() -> new RunJob().run(spark, request, signal))
        .isInstanceOfSatisfying(
            JobException.class,
            stopped -> assertThat(stopped.outcome()).isEqualTo(Outcome.INTERRUPTED));
    PastRun interrupted = latest();
    assertThat(interrupted.outcome()).isEqualTo("interrupted");
    assertThat(interrupted.exitCode()).hasValue(143);
    assertThat(plan(request).periods()).isEqualTo(Map.of(LATER, Set.of(PlanReason.UNFINISHED)));

    assertThat(steps(run(request))).containsExactly("landing", "assessment", "dimension");
  }

  @Test
  @Order(7)
  void whatIsRefusedStaysRefusedWithoutAnotherLook() throws IOException {
    Path bad = landing.resolve("202310/990102/school.csv");
    write(bad, "county_code,school_code\n990102,12\n");
    JobReport first = run(request);
    assertThat(first.outcome()).isNotEqualTo(Outcome.DONE);

    SparkOnDemand unused = notStarted();
    JobReport again = new RunJob().run(unused, request, Watcher.NOBODY);

    assertThat(unused.started()).isEmpty();
    assertThat(again.outcome()).isEqualTo(first.outcome());
    assertThat(again.messages()).isEqualTo(first.messages());
    assertThat(plan(request).hasChanges()).isFalse();
    assertThat(steps(retry(state(again.runId())))).contains("check");
    Files.delete(bad);
  }

  @Test
  @Order(8)
  void aPeriodWhoseSilverIsDamagedFailsAlone() throws IOException {
    Path silver = Path.of(request.lake(), "silver/school/period=202210");
    Path copy = copy(silver, landing.resolveSibling("copy"));
    damage(silver);

    JobReport report = new ComputeJob().run(spark, request, Watcher.NOBODY);
    copy(copy, silver);

    assertThat(report.outcome()).isNotEqualTo(Outcome.DONE);
    PastRun run = state(report.runId());
    assertThat(run.exitCode()).hasValue(report.outcome().exitCode());
    assertThat(run.periods().get(LATER.number())).isEqualTo("done");
    assertThat(run.periods().get(EARLIER.number())).isNotEqualTo("done");
    assertThat(plan(request).periods()).containsOnlyKeys(EARLIER, LATER);
  }

  @Test
  @Order(9)
  void aBackfillReadsTheDeliveredFilesAgain() {
    JobReport report =
        new BackfillJob()
            .run(
                SparkOnDemand.of(spark),
                request.ofPeriods(List.of(EARLIER, LATER)),
                Watcher.NOBODY);

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(state(report.runId()).periods().values()).containsOnly("done");
    assertThat(plan(request).hasChanges()).isFalse();
  }

  @Test
  @Order(10)
  void storageThatFailsLeavesAStateThatARetryUnderstands() throws IOException {
    deliver(LATER, "15000.5");
    Path gold = Path.of(request.lake(), "gold");
    Files.move(gold, gold.resolveSibling("gold-elsewhere"));
    Files.writeString(gold, "not a folder");

    JobReport report = run(request);
    assertThat(report.outcome()).isEqualTo(Outcome.STORAGE);
    PastRun failed = state(report.runId());
    assertThat(failed.exitCode()).hasValue(5);
    assertThat(failed.messages()).isNotEmpty();

    Files.delete(gold);
    Files.move(gold.resolveSibling("gold-elsewhere"), gold);
    JobReport retried = retry(failed);
    assertThat(retried.outcome()).isEqualTo(Outcome.DONE);
    assertThat(steps(retried)).doesNotContain("check");
    assertThat(plan(request).hasChanges()).isFalse();
  }

  @Test
  @Order(11)
  void upkeepChangesNoRowAndTellsOfALostOriginal() throws IOException {
    Retention retention = new Retention(Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(1));
    Path archive = Path.of(request.lake(), "archive");
    Path original;
    try (Stream<Path> files = Files.walk(archive)) {
      original =
          files
              .filter(file -> Files.isRegularFile(file) && !file.toString().contains("returns"))
              .filter(file -> isOf(file, "15000.5"))
              .findFirst()
              .orElseThrow();
    }
    Files.delete(original);

    JobReport report =
        new MaintainJob(retention).run(SparkOnDemand.of(spark), request, Watcher.NOBODY);

    assertThat(report.outcome()).isEqualTo(Outcome.STORAGE);
    assertThat(report.messages())
        .singleElement()
        .satisfies(told -> assertThat(told.en()).contains("no original of 202310/990101"));
    assertThat(steps(report))
        .containsExactly("compact", "checkpoint", "vacuum", "tidy", "integrity");
    assertThat(plan(request).hasChanges()).isFalse();
  }

  private static boolean isOf(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void deliver(Period period, String area) throws IOException {
    write(
        landing.resolve(period + "/990101/school.csv"),
        "county_code,school_code,school_type,area_m2,is_standard\n990101,9901010001,,%s,true\n"
            .formatted(area));
  }

  /** A file as if it had lain there for long. */
  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
  }

  /** Files of one folder, with what stands beside them. */
  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return to;
  }

  private static void damage(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.writeString(file, "damaged");
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
      }
    }
  }

  private LakePlan plan(JobRequest asked) {
    return new PlanJob(new Configuration(), asked).plan(Watcher.NOBODY);
  }

  private JobReport run(JobRequest asked) {
    return new RunJob().run(spark, asked, Watcher.NOBODY);
  }

  private JobReport retry(PastRun failed) {
    return new RetryJob(failed).run(SparkOnDemand.of(spark), request, Watcher.NOBODY);
  }

  private static SparkOnDemand notStarted() {
    return SparkOnDemand.of(new SparkStart("test", Map.of(), Map.of()), Watcher.NOBODY);
  }

  private List<String> steps(JobReport report) {
    return state(report.runId()).steps().stream().map(PastRun.Step::name).toList();
  }

  private PastRun state(String runId) {
    return SparkFailures.told(() -> PastRun.of(history().find(runId).orElseThrow()));
  }

  private PastRun latest() throws IOException {
    return PastRun.of(history().latest(1).get(0));
  }

  private RunHistory history() {
    return new RunHistory(new Configuration(), request.lake(), Clock.systemUTC());
  }

  /** A process that gets a signal when a step has ended. */
  private static final class Interrupted implements Watcher {
    private final String last;
    private volatile boolean happened;

    private Interrupted(String last) {
      this.last = last;
    }

    @Override
    public Step begin(io.junheng.definition.Text title) {
      return new Step() {
        @Override
        public void at(long done, long total) {}

        @Override
        public void end(io.junheng.definition.Text counts) {
          if (title.en().equals(last)) {
            happened = true;
          }
        }

        @Override
        public void fail() {}
      };
    }

    @Override
    public void say(io.junheng.definition.Text message) {}

    @Override
    public OptionalInt interruption() {
      return happened ? OptionalInt.of(143) : OptionalInt.empty();
    }
  }
}
