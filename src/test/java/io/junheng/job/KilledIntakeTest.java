package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.table.Finding;
import io.junheng.table.RejectedRow;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.testing.HistoryServer;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An intake of corrections in a process of its own is killed at a random moment of each of its
 * steps in turn while another one takes other counties into the same lake; typed again, it leaves
 * what an undisturbed lake holds: no row lost, doubled or changed. Five times by default, sixty
 * with {@code -Pendurance}.
 */
@ExtendWith(SharedSpark.class)
class KilledIntakeTest {
  private static final int KILLS = Integer.getInteger("junheng.kills", 5);
  private static final int ENDURANCE = 60;
  private static final int STORAGE = 5;
  // From what hardly any file keeps to, to what only the larger ones break, in KiB.
  private static final List<Integer> ROOMS = List.of(2, 4, 8);
  // A correction may take longer than the first intake, which is measured.
  private static final double LATEST = 1.2;
  private static final String HEADER = "区县代码,调查,受访群体,满意问卷数,有效问卷数,平均得分\n";
  // Rows of people are written while they are checked, those of surveys afterwards.
  private static final String PUPILS =
      """
      contract: pupil
      title: {zh: 学生, en: Pupils}
      grain: {zh: 每名学生一行, en: one row for each pupil}
      period_type: school_year
      key: [pupil_key]
      columns:
        - {name: county_code, type: text, required: true, codes: areas, title: {zh: 区县代码, en: County}}
        - {name: id_number, type: text, required: true, check: cn_resident_id, personal: direct, becomes: pupil_key, title: {zh: 身份证件号, en: Identity number}}
        - {name: grade, type: integer, required: true, range: [1, 12], title: {zh: 年级, en: Grade}}
      """;
  private static final List<String> COUNTIES = List.of("990102", "990103", "990104");
  private static final List<String> NEIGHBOURS = List.of("990105", "990121");
  private static final String LANDING = "landing";
  private static final String BESIDE = "beside";
  private static final List<String> KEPT =
      List.of("areas", "codes", "env", "stages.yaml", "contracts/survey.yaml");

  private final Random random = new Random(20240901);
  private final SparkSession spark;
  private final Path folder;
  private final Catalogue catalogue;

  KilledIntakeTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.spark = spark;
    this.folder = folder;
    this.catalogue = new ConfReader(conf()).read().catalogue().orElseThrow();
  }

  /** One contract and what it needs: most of a process's time would go into the others. */
  private Path conf() throws IOException {
    Path conf = folder.resolve("conf");
    for (String kept : KEPT) {
      try (Stream<Path> files = Files.walk(Path.of("conf", kept))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = conf.resolve(Path.of("conf").relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    Files.writeString(conf.resolve("contracts/pupil.yaml"), PUPILS);
    return conf;
  }

  @Test
  void aKilledIntakeIsSimplyTypedAgain() throws Exception {
    IntakeProcess process = process();
    deliver();
    List<String> steps = process.measure();
    itsEventsAreReadByTheHistoryServer();
    ingest("killed", BESIDE);
    ingest("undisturbed", LANDING, BESIDE);
    assertThat(tables("killed")).isEqualTo(tables("undisturbed"));

    SortedMap<String, Integer> killed = new TreeMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < KILLS; i++) {
        deliver();
        Future<?> beside = pool.submit(() -> ingest("killed", BESIDE));
        Future<?> undisturbed = pool.submit(() -> ingest("undisturbed", LANDING, BESIDE));
        process
            .kill(steps.get(i % steps.size()), LATEST * random.nextDouble())
            .ifPresent(step -> killed.merge(step, 1, Integer::sum));
        beside.get();
        ingest("killed", LANDING);
        undisturbed.get();
        assertThat(tables("killed")).as("after kill %d", i).isEqualTo(tables("undisturbed"));
      }
    } finally {
      pool.shutdownNow();
    }
    System.err.printf("The intake was killed at %s%n", killed);
    assertThat(killed.values().stream().mapToInt(Integer::intValue).sum()).isPositive();
    if (KILLS >= ENDURANCE) {
      assertThat(killed.keySet()).containsAll(steps);
    }
  }

  @Test
  void anIntakeThatFindsNoRoomIsSimplyTypedAgain() throws Exception {
    IntakeProcess process = process();
    Map<Integer, Integer> exitCodes = new TreeMap<>();
    for (int kibibytes : ROOMS) {
      deliver();
      exitCodes.put(kibibytes, process.runWithin(kibibytes));
      ingest("killed", LANDING);
      ingest("undisturbed", LANDING);
      assertThat(tables("killed"))
          .as("after no file could grow beyond %d KiB", kibibytes)
          .isEqualTo(tables("undisturbed"));
    }
    System.err.printf("Exit codes by the largest file, KiB: %s%n", exitCodes);
    assertThat(exitCodes.values()).allMatch(code -> code == 0 || code == STORAGE);
    assertThat(exitCodes.get(ROOMS.get(0))).isEqualTo(STORAGE);
  }

  private IntakeProcess process() throws IOException {
    List<String> command = new ArrayList<>(List.of("ingest"));
    command.addAll(List.of("--conf", folder.resolve("conf").toString()));
    command.addAll(List.of("--landing", folder.resolve(LANDING).toString()));
    command.addAll(List.of("--set", "key_file=" + key(), "--set", "spark.master=local[1]"));
    // The share of wrong rows is not what is tried here.
    command.addAll(List.of("--set", "max_rejected_share=1"));
    return new IntakeProcess(folder, folder.resolve("killed"), command);
  }

  private void itsEventsAreReadByTheHistoryServer() throws Exception {
    PastRun run =
        new PastRuns(
                new SparkStart("tests", Map.of(), Map.of()), folder.resolve("killed").toString())
            .latest(1)
            .get(0);
    assertThat(HistoryServer.applications(folder.resolve("killed/ops/_spark_events")))
        .singleElement()
        .satisfies(
            application -> {
              assertThat(application.name()).isEqualTo("junheng " + run.runId());
              assertThat(application.jobs()).contains("check", "silver");
            });
    assertThat(Files.readString(folder.resolve("log")))
        .contains("runs/" + run.runId() + "/report.html");
  }

  /** New files for some counties, one row of which is wrong. */
  private void deliver() throws IOException {
    deliver(LANDING, COUNTIES);
    deliver(BESIDE, NEIGHBOURS);
  }

  private void deliver(String landing, List<String> counties) throws IOException {
    for (String county : counties) {
      boolean isNew = !Files.exists(folder.resolve(landing));
      if (isNew || random.nextInt(3) > 0) {
        Path file = folder.resolve(landing).resolve("202310").resolve(county).resolve("survey.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(
            file,
            HEADER
                + row(county, "学生", Integer.toString(random.nextInt(9_000_000)))
                + row(county, "教师", Integer.toString(random.nextInt(9_000_000)))
                + row(county, "家长", random.nextBoolean() ? "many" : "7")
                + row(county, "学生", "12").repeat(random.nextInt(2)));
        Files.writeString(file.resolveSibling("pupil.csv"), pupils(county));
      }
    }
  }

  private String pupils(String county) {
    StringBuilder rows = new StringBuilder("区县代码,身份证件号,年级\n");
    for (int i = 0; i < 20; i++) {
      String born = "2012%02d01".formatted(Integer.parseInt(county) % 10 + 1);
      rows.append("%s,%s,%d\n".formatted(county, TestPeople.id(born, i), random.nextInt(14)));
    }
    return rows.toString();
  }

  private static String row(String county, String group, String satisfied) {
    return "%s,社会认可度调查,%s,%s,9000000,\n".formatted(county, group, satisfied);
  }

  private Path key() throws IOException {
    Path key = folder.resolve("key");
    return Files.exists(key) ? key : Files.writeString(key, "0123456789abcdef".repeat(4));
  }

  private Void ingest(String lake, String... landings) throws IOException {
    for (String landing : landings) {
      JobRequest request =
          new JobRequest(
              catalogue.withMaxRejectedShare(1),
              folder.resolve(lake).toString(),
              Optional.of(folder.resolve(landing).toString()),
              List.of(),
              key().toString(),
              false,
              List.of("ingest"));
      assertThat(new IngestJob().run(spark, request, Watcher.NOBODY).outcome())
          .isEqualTo(Outcome.DONE);
    }
    return null;
  }

  /** All rows as text, but for run and time. */
  private SortedMap<String, List<String>> tables(String name) {
    Lake lake = new Lake(spark, folder.resolve(name).toString());
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (String contract : List.of("survey", "pupil")) {
      List<Row> rows = lake.read(SilverTable.of(catalogue.contract(contract))).collectAsList();
      tables.put(contract, rows(rows, Set.of()));
    }
    for (Table table : List.of(Submission.TABLE, Finding.TABLE, RejectedRow.TABLE)) {
      tables.put(table.name(), rows(lake.small().read(table), Set.of("run_id", "received_at")));
    }
    return tables;
  }

  private static List<String> rows(List<Row> rows, Set<String> without) {
    return rows.stream()
        .map(
            row ->
                Arrays.stream(row.schema().fieldNames())
                    .filter(column -> !without.contains(column))
                    .map(column -> column + "=" + row.getAs(column))
                    .toList()
                    .toString())
        .sorted()
        .toList();
  }
}
