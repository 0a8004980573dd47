package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.RunLease;
import io.junheng.lake.SilverTable;
import io.junheng.table.Finding;
import io.junheng.table.RejectedRow;
import io.junheng.table.Submission;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Intakes of different counties into one lake at once; and what happens at the same delivery. */
@ExtendWith(SharedSpark.class)
class ConcurrentIntakeTest {
  private static final String HEADER = "区县代码,调查,受访群体,满意问卷数,有效问卷数,平均得分\n";
  private static final List<String> COUNTIES = List.of("990102", "990103", "990104");
  private static final int ROUNDS = 2;
  private static final Catalogue CATALOGUE = ShippedConf.catalogue().withMaxRejectedShare(1);

  private final SparkSession spark;
  private final Path folder;
  private final Lake lake;

  ConcurrentIntakeTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  @Test
  void nothingOfIntakesSideBySideIsLost() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(COUNTIES.size());
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<Future<JobReport>> runs = new ArrayList<>();
        for (String county : COUNTIES) {
          deliver(county, county, round);
          runs.add(pool.submit(() -> ingest(county)));
        }
        for (Future<JobReport> run : runs) {
          assertThat(run.get().outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(silver()).isEqualTo(expected(round));
      }
    } finally {
      pool.shutdown();
    }
    assertThat(states("accepted_with_warnings")).isEqualTo(Set.copyOf(COUNTIES));
    assertThat(states("superseded")).isEqualTo(Set.copyOf(COUNTIES));
    assertThat(counties(lake.small().read(Finding.TABLE))).containsAll(COUNTIES);
    assertThat(lake.read(RejectedRow.TABLE).count()).isEqualTo(ROUNDS * COUNTIES.size());
    assertThat(lake.small().read(io.junheng.table.Run.TABLE)).hasSize(ROUNDS * COUNTIES.size());
  }

  @Test
  void theSameDeliveryIsLeftToTheRunThatIsAtIt() throws Exception {
    deliver("all", "990102", 0);
    deliver("all", "990103", 0);
    LeasedWork held =
        new LeasedWork(
            Optional.of("survey"), Optional.of(new Period(202310)), Optional.of("990102"));
    try (RunLease other =
        RunLease.begin(
            spark.sparkContext().hadoopConfiguration(),
            lake.root(),
            "another",
            Clock.systemUTC())) {
      other.take(List.of(held));
      JobReport report = ingest("all");

      assertThat(report.outcome()).isEqualTo(Outcome.BUSY);
      assertThat(report.messages().toString())
          .contains("Left alone survey/202310/990102: run another (on ");
      assertThat(counties(lake.small().read(Submission.TABLE))).containsExactly("990103");
    }
    assertThat(ingest("all").outcome()).isEqualTo(Outcome.DONE);
    assertThat(counties(lake.small().read(Submission.TABLE))).containsExactly("990102", "990103");
  }

  private void deliver(String landing, String county, int round) throws IOException {
    Path file = folder.resolve(landing).resolve("202310").resolve(county).resolve("survey.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        HEADER
            + "%s,社会认可度调查,学生,%d,9000000,\n".formatted(county, round)
            + "%s,社会认可度调查,教师,many,9000000,\n".formatted(county));
  }

  private JobReport ingest(String landing) {
    return new IngestJob()
        .run(
            spark,
            new JobRequest(
                CATALOGUE,
                lake.root(),
                Optional.of(folder.resolve(landing).toString()),
                List.of(),
                folder.resolve("pseudonym.key").toString(),
                true,
                List.of("ingest")),
            Watcher.NOBODY);
  }

  private static Set<String> expected(int round) {
    Set<String> rows = new TreeSet<>();
    COUNTIES.forEach(county -> rows.add(county + " " + round));
    return rows;
  }

  private Set<String> silver() {
    Set<String> rows = new TreeSet<>();
    lake.read(SilverTable.of(CATALOGUE.contract("survey")))
        .select("county_code", "satisfied")
        .collectAsList()
        .forEach(row -> rows.add(row.get(0) + " " + row.get(1)));
    return rows;
  }

  private Set<String> states(String state) {
    return counties(
        lake.small().read(Submission.TABLE).stream()
            .filter(row -> row.getString(Submission.STATE.ordinal()).equals(state))
            .toList());
  }

  private static Set<String> counties(List<Row> rows) {
    Set<String> counties = new TreeSet<>();
    rows.forEach(row -> counties.add(row.getAs("county_code")));
    return counties;
  }
}
