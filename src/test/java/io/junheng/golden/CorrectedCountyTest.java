package io.junheng.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.ComputeJob;
import io.junheng.job.JobRequest;
import io.junheng.job.Outcome;
import io.junheng.job.RetractJob;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.table.Layer;
import io.junheng.table.SchoolSum;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corrected deliveries, one after the other: only the counties concerned are worked out anew, and
 * all of gold is what a whole computation over the same lake makes of it.
 */
@ExtendWith(SharedSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectedCountyTest {
  private static final String INDICATORS = "Indicators and spread";

  private static final String LATE = "999104";

  private final SparkSession spark;
  private final Path folder;
  private final Path landing;
  private final JobRequest request;
  private final Lake lake;

  CorrectedCountyTest(SparkSession spark, @TempDir Path folder) throws IOException {
    this.spark = spark;
    this.folder = folder;
    this.request = GoldenCity.request(folder);
    this.landing = folder.resolve("landing/202310");
    this.lake = new Lake(spark, request.lake());
    Files.move(landing.resolve(LATE), folder.resolve(LATE));
    run(request);
  }

  @Test
  @Order(0)
  void aCountyThatComesLater() throws IOException {
    Files.move(folder.resolve(LATE), landing.resolve(LATE));
    assertThat(run()).containsEntry(INDICATORS, counties(1));
    requireSameAsWhole();
  }

  @Test
  @Order(1)
  void pupilsOfOneCounty() throws IOException {
    correct("999102", "student.csv", lines -> lines.subList(0, lines.size() - 15));
    assertThat(run()).containsEntry(INDICATORS, counties(1));
    requireSameAsWhole();
  }

  @Test
  @Order(2)
  void theKindOfASchool() throws IOException {
    correct("999103", "school.csv", lines -> replaced(lines, "镇区", "乡村"));
    assertThat(run()).containsEntry(INDICATORS, counties(1));
    requireSameAsWhole();
  }

  @Test
  @Order(3)
  void twoCountiesAtOnceAfterAnother() throws IOException {
    correct("999101", "teacher.csv", lines -> lines.subList(0, lines.size() - 3));
    assertThat(run()).containsEntry(INDICATORS, counties(1));
    correct("999101", "student.csv", lines -> lines.subList(0, lines.size() - 7));
    correct("999104", "county_statistic.csv", lines -> lines.subList(0, lines.size() - 1));
    assertThat(run()).containsEntry(INDICATORS, counties(2));
    requireSameAsWhole();
  }

  @Test
  @Order(4)
  void aSchoolThatIsNoMore() throws IOException {
    for (String file : List.of("school.csv", "student.csv", "teacher.csv")) {
      correct(
          "999102",
          file,
          lines -> lines.stream().filter(line -> !line.contains("9991020002")).toList());
    }
    assertThat(run()).containsEntry(INDICATORS, counties(1));
    requireSameAsWhole();
    assertThat(gold().values().stream().flatMap(List::stream))
        .noneMatch(row -> row.contains("9991020002"));
  }

  @Test
  @Order(5)
  void afterFrameworksWereChosenAllCountiesAreHeldAgainstAll() throws IOException {
    correct("999102", "student.csv", lines -> lines.subList(0, lines.size() - 5));
    new RunJob().run(spark, request.ofFrameworks(Set.of("cn-basic-balance-2012")), Watcher.NOBODY);
    correct("999103", "student.csv", lines -> lines.subList(0, lines.size() - 5));
    assertThat(run()).containsEntry(INDICATORS, counties(4));
    requireSameAsWhole();
  }

  @Test
  @Order(6)
  void aFrameworkThatChangedAndWasChangedBack() throws IOException {
    assertThat(run(withAnotherLimit())).doesNotContainKey(INDICATORS);
    correct("999102", "student.csv", lines -> lines.subList(0, lines.size() - 2));
    assertThat(run()).containsEntry(INDICATORS, counties(4));
    requireSameAsWhole();
  }

  @Test
  @Order(7)
  void afterAFrameworkChangedOneCountyIsEnoughAgain() throws IOException {
    JobRequest changed = withAnotherLimit();
    run(changed);
    correct("999103", "student.csv", lines -> lines.subList(0, lines.size() - 2));
    assertThat(run(changed)).containsEntry(INDICATORS, counties(1));
    requireSameAsWhole(changed);
    run();
  }

  @Test
  @Order(8)
  void sumsThatWereLostAreMadeAgain() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("lake/ops/school_sum"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    correct("999103", "student.csv", lines -> lines.subList(0, lines.size() - 2));
    assertThat(run()).containsEntry(INDICATORS, counties(4));
    requireSameAsWhole();
  }

  @Test
  @Order(9)
  void aDatasetThatWasTakenBack() throws IOException {
    new RetractJob()
        .run(
            spark,
            request,
            new RetractJob.Delivery("teacher", new Period(202310), "999103"),
            Watcher.NOBODY);
    assertThat(run()).containsEntry(INDICATORS, counties(1));
    requireSameAsWhole();
  }

  @Test
  @Order(10)
  void howRowsAreJoinedMakesNoDifference() {
    SharedSpark.with(
        Map.of("spark.sql.autoBroadcastJoinThreshold", "-1"), this::requireSameAsWhole);
  }

  private JobRequest withAnotherLimit() throws IOException {
    Path conf = folder.resolve("conf");
    Path file = conf.resolve("frameworks/cn-basic-balance-2012.yaml");
    String text = Files.readString(file);
    String changed = text.replace("primary: 0.65", "primary: 0.01");
    assertThat(changed).isNotEqualTo(text);
    Files.writeString(file, changed);
    try {
      return new JobRequest(
          GoldenCity.catalogue(conf),
          request.lake(),
          request.landing(),
          request.periods(),
          request.keyFile(),
          false,
          List.of("run"));
    } finally {
      Files.writeString(file, text);
    }
  }

  private void requireSameAsWhole() {
    requireSameAsWhole(request);
  }

  private void requireSameAsWhole(JobRequest asked) {
    SortedMap<String, List<String>> corrected = gold();
    assertThat(new ComputeJob().run(spark, asked, Watcher.NOBODY).outcome())
        .isEqualTo(Outcome.DONE);
    gold()
        .forEach(
            (table, rows) ->
                assertThat(corrected.get(table))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(rows));
  }

  private SortedMap<String, List<String>> gold() {
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.all()) {
      if (table.layer() == Layer.GOLD || table.equals(SchoolSum.TABLE)) {
        rows.put(table.name(), lake.small().read(table).stream().map(Object::toString).toList());
      }
    }
    return rows;
  }

  private static String counties(int count) {
    return count + " counties";
  }

  /** What each step that was done says of counties, by its title. */
  private Map<String, String> run() {
    return run(request);
  }

  private Map<String, String> run(JobRequest asked) {
    Map<String, String> counts = new HashMap<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public Step begin(Text title) {
            return new Step() {
              @Override
              public void at(long done, long total) {}

              @Override
              public void end(Text said) {
                counts.put(
                    title.en(),
                    Stream.of(said.en().split(" · "))
                        .filter(part -> part.endsWith("counties"))
                        .collect(Collectors.joining()));
              }

              @Override
              public void fail() {}
            };
          }

          @Override
          public void say(Text message) {}
        };
    // A delivery that was taken back and still lies there is told as refused.
    assertThat(new RunJob().run(spark, asked, watcher).outcome())
        .isIn(Outcome.DONE, Outcome.REFUSED);
    return counts;
  }

  private void correct(String county, String file, UnaryOperator<List<String>> change)
      throws IOException {
    Path path = landing.resolve(county).resolve(file);
    List<String> before = Files.readAllLines(path);
    List<String> after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.write(path, after);
  }

  private static List<String> replaced(List<String> lines, String what, String by) {
    return lines.stream().map(line -> line.replace(what, by)).toList();
  }
}
