package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.job.TestPeople;
import io.junheng.lake.SmallTables;
import io.junheng.table.LeagueTable;
import io.junheng.table.Objection;
import io.junheng.table.ReleaseEvent;
import io.junheng.table.Run;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year in fast motion, through the commands that operators type: counties deliver, one is late, a
 * run is killed, definitions change twice, a county has a new name, a release is published, an
 * objection is accepted, the release is amended. At the end the lake, its ledger and both releases
 * are what the year says.
 */
@ExtendWith(SharedSpark.class)
class YearTest {
  private static final String NOW = "202310";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final List<String> SIGNED = List.of("--who", "Office", "--why", "as planned");

  private final SparkSession spark;
  @TempDir private Path folder;
  private Path conf;
  private Path lake;
  private String err = "";
  private String out = "";

  YearTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void prepare() throws IOException {
    conf = folder.resolve("conf");
    lake = folder.resolve("lake");
    Path small = Path.of("src/test/resources/conf/small");
    try (Stream<Path> files = Files.walk(small)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = conf.resolve(small.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Files.writeString(
        conf.resolve("areas/areas.csv"),
        """
        area_code,parent_code,level,name_zh,name_en,type,valid_from,valid_to,sort_order
        990000,,province,示例省,Example Province,省,,,1
        990101,990000,county,甲县,Jia County,县,2000-01-01,2023-06-30,2
        990101,990000,county,甲区,Jia District,区,2023-07-01,,2
        990102,990000,zone,乙开发区,Yi Zone,开发区,,,3
        990103,990000,county,丙县,Bing County,县,,,4
        """);
    Files.writeString(
        conf.resolve("areas/area_sets.csv"),
        """
        set_id,title_zh,title_en,area_code,valid_from,valid_to
        everyone,全部区县,All counties,,,
        pair,两个区县,Two counties,990101,2023-07-01,
        pair,两个区县,Two counties,990102,,
        """);
    Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));
  }

  /** The command line has turned the log of this JVM to files of its own. */
  @AfterEach
  void turnTheLogBack() {
    ((LoggerContext) LogManager.getContext(false)).reconfigure();
    spark.sparkContext().setLogLevel("ERROR");
  }

  @Test
  void aYearEndsAsItWasPlanned() throws Exception {
    autumnWithoutTheThirdCounty();
    aNightThatIsKilled();
    theDayAfter();
    theYearlyRelease();
    anObjectionAndItsCorrection();
    theAmendment();
    everyReleaseComesOutAgain();
    theLedgerTellsTheYear();
  }

  private void autumnWithoutTheThirdCounty() throws IOException {
    for (String county : List.of("990101", "990102")) {
      deliver("202210", county, 900);
      deliver(NOW, county, 1000);
    }
    says(10, "plan");
    says(0, "run", "--run-id", "autumn");
    assertThat(err).contains("Report of the run: " + lake.resolve("runs/autumn/report.html"));
    says(1, "release", "gate", "--period", NOW);
    assertThat(out).contains("missing_county", "990103");
  }

  private void aNightThatIsKilled() throws Exception {
    deliver("202210", "990103", 700);
    deliver(NOW, "990103", 500);
    define("measures/measures.yaml", "\"coalesce(area_m2, 0)\"", "\"coalesce(area_m2, 0) * 0.9\"");
    killAfter("silver");
    says(143, "status", "night");
    says(0, "report", "night");
    assertThat(Path.of(out.strip()))
        .content()
        .contains("interrupted · exit code 143", "✓ Silver tables · silver");
  }

  private void theDayAfter() {
    says(10, "plan");
    says(0, "run", "--run-id", "day");
    says(0, "plan");
    says(0, "status", "day");
  }

  private void theYearlyRelease() {
    says(0, signed("release", "create", "--period", NOW));
    publish("2023-r1");
    List<String> names =
        texts(LeagueTable.TABLE, LeagueTable.COUNTY_NAME_ZH, LeagueTable.COUNTY_CODE, "990101");
    assertThat(names).contains("甲县", "甲区");
  }

  private void anObjectionAndItsCorrection() throws IOException {
    says(
        0,
        signed("objection", "open", "--period", NOW, "--county", "990102", "--subject", "area_cv"));
    says(1, "release", "gate", "--period", NOW);
    assertThat(out).contains("open_objection");
    says(0, signed("objection", "decide", "O-202310-001", "--decision", "accepted"));
    deliver(NOW, "990102", 1400);
    define("frameworks/pass.yaml", "at_most: 0.50", "at_most: 0.30");
    says(0, "run", "--run-id", "correction");
    assertThat(countiesMeasured("day")).isEqualTo(3);
    assertThat(countiesMeasured("correction")).isEqualTo(1);
  }

  private void theAmendment() throws IOException {
    says(0, signed("release", "create", "--period", NOW, "--amends", "2023-r1"));
    publish("2023-r2");
    Path page = folder.resolve("diff.html");
    says(0, "release", "diff", "2023-r1", "2023-r2", "--out", page.toString());
    String told = Files.readString(page);
    for (String words :
        List.of(
            ">own data corrected</span></td>",
            ">definition</span></td>",
            "own data corrected + definition</span></td>",
            "更正说明:2023-r1")) {
      assertThat(told.contains(words)).as(words).isTrue();
    }
    says(0, signed("release", "state", "2023-r1", "--to", "amended", "--by", "2023-r2"));
    assertThat(out).contains("更正说明:2023-r1", "Correction: 2023-r1 was amended by 2023-r2");
    says(0, "league", "pass-2017", "--release", "2023-r1");
  }

  private void everyReleaseComesOutAgain() {
    for (String release : List.of("2023-r1", "2023-r2")) {
      says(0, "release", "reproduce", release, "--scratch", folder.resolve("scratch").toString());
    }
  }

  private void theLedgerTellsTheYear() {
    assertThat(texts(Run.TABLE, Run.RUN_ID)).contains("autumn", "day", "correction");
    assertThat(texts(Run.TABLE, Run.OUTCOME, Run.RUN_ID, "night")).containsExactly("interrupted");
    assertThat(texts(Run.TABLE, Run.OUTCOME, Run.RUN_ID, "correction")).containsExactly("done");
    assertThat(texts(Submission.TABLE, Submission.STATE, Submission.COUNTY_CODE, "990102"))
        .containsOnly("accepted", "superseded")
        .contains("superseded");
    assertThat(texts(Submission.TABLE, Submission.STATE, Submission.COUNTY_CODE, "990103"))
        .containsOnly("accepted");
    assertThat(texts(Objection.TABLE, Objection.STATUS)).contains("accepted");
    assertThat(texts(ReleaseEvent.TABLE, ReleaseEvent.STATE))
        .contains("comment", "approved", "published", "amended");
    says(0, "plan");
    assertThat(texts(LeagueTable.TABLE, LeagueTable.COUNTY_CODE, LeagueTable.AREA_SET, "everyone"))
        .hasSize(6);
  }

  private void publish(String release) {
    for (String state : List.of("comment", "approved", "published")) {
      says(0, signed("release", "state", release, "--to", state));
    }
  }

  /** Two schools and their pupils; the second school's floor area is the one that is corrected. */
  private void deliver(String period, String county, int area) throws IOException {
    Path to = Files.createDirectories(folder.resolve("landing").resolve(period).resolve(county));
    StringBuilder schools =
        new StringBuilder("county_code,school_code,school_type,area_m2,is_standard\n");
    StringBuilder pupils =
        new StringBuilder("county_code,school_code,id_number,birth_date,stage,class_no\n");
    for (int school = 1; school <= 2; school++) {
      String code = county + "000" + school;
      schools.append(
          "%s,%s,ordinary,%d,true%n".formatted(county, code, school == 1 ? 1000 : 2 * area));
      for (int pupil = 0; pupil < 12; pupil++) {
        int number = 100 * (county.charAt(5) - '0') + 20 * school + pupil;
        String id = TestPeople.id("20130401", number);
        pupils.append("%s,%s,%s,2013-04-01,primary,1%n".formatted(county, code, id));
      }
    }
    Files.writeString(to.resolve("school.csv"), schools);
    Files.writeString(to.resolve("student.csv"), pupils);
  }

  private void define(String file, String before, String after) throws IOException {
    String text = Files.readString(conf.resolve(file));
    assertThat(text).contains(before);
    Files.writeString(conf.resolve(file), text.replace(before, after));
  }

  private static String[] signed(String... words) {
    return Stream.concat(Stream.of(words), SIGNED.stream()).toArray(String[]::new);
  }

  private long countiesMeasured(String run) throws IOException {
    says(0, "status", run, "--json");
    for (JsonNode step : new ObjectMapper().readTree(out).path("steps")) {
      if (step.path("step").asText().equals("measure")) {
        return step.path("counts").path("counties").asLong();
      }
    }
    throw new AssertionError(run + " measured nothing");
  }

  private void says(int exitCode, String... words) {
    Captured captured = Captured.plain(Map.of("LANG", "en_US.UTF-8"));
    int code = captured.run(line(words).toArray(String[]::new));
    out = captured.out();
    err = captured.err();
    assertThat(code).as("%s%n%s%n%s", String.join(" ", words), out, err).isEqualTo(exitCode);
  }

  private List<String> line(String... words) {
    List<String> line = new ArrayList<>(List.of(words));
    line.addAll(List.of("--conf", conf.toString(), "--lake", lake.toString()));
    line.addAll(List.of("--landing", folder.resolve("landing").toString()));
    line.addAll(List.of("--set", "key_file=" + folder.resolve("key")));
    return line;
  }

  /** A run in a process of its own, which is killed when it says that a step is done. */
  private void killAfter(String step) throws Exception {
    Path said = folder.resolve("said");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.junheng.cli.Junheng");
    command.addAll(line("run", "--run-id", "night", "--log", "json"));
    command.addAll(List.of("--set", "spark.master=local[1]"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(said.toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    String sign = "\"step\":\"%s\",\"event\":\"step_done\"".formatted(step);
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (process.isAlive() && !Files.readString(said).contains(sign)) {
      assertThat(System.nanoTime()).as("%s never came", step).isLessThan(limit);
      Thread.sleep(20);
    }
    process.destroyForcibly();
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(said)).contains(sign).doesNotContain("\"step\":\"measure\"");
  }

  private List<String> texts(Table table, TableColumn column) {
    return new SmallTables(new Configuration(), lake.toString())
        .read(table).stream().map(row -> row.<String>getAs(column.columnName())).toList();
  }

  private List<String> texts(Table table, TableColumn column, TableColumn where, String value) {
    return new SmallTables(new Configuration(), lake.toString())
        .read(table).stream()
            .filter(row -> value.equals(row.getAs(where.columnName())))
            .map(row -> row.<String>getAs(column.columnName()))
            .toList();
  }
}
