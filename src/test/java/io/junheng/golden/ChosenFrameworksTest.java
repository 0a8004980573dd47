package io.junheng.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.job.ComputeJob;
import io.junheng.job.JobRequest;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.table.Layer;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code compute --framework} after an analyst changed one framework, and again after the change
 * was taken back: its results are those of a whole computation, the other's stay, and measures and
 * indicators are not made again.
 */
@ExtendWith(SharedSpark.class)
class ChosenFrameworksTest {
  private static final String CHANGED = "cn-basic-balance-2012";
  private static final String OTHER = "cn-quality-balance-2017";
  private static final Path CHANGED_FILE = Path.of("frameworks/cn-basic-balance-2012.yaml");

  private static SortedMap<String, List<String>> before;
  private static SortedMap<String, List<String>> chosen;
  private static SortedMap<String, List<String>> again;
  private static OptionalLong figuresBefore;
  private static OptionalLong figuresChosen;
  private static String stateBefore;
  private static String stateChosen;

  @BeforeAll
  static void computeAllThenOneChangedThenThatAsItWas(SparkSession spark, @TempDir Path folder)
      throws IOException {
    JobRequest request = GoldenCity.request(folder);
    Lake lake = new Lake(spark, request.lake());
    new RunJob().run(spark, request, Watcher.NOBODY);
    before = gold(lake);
    figuresBefore = lake.version(SchoolMeasure.TABLE);
    stateBefore = state(folder);

    JobRequest changed = withAnotherLimit(request, folder.resolve("conf"));
    new ComputeJob().run(spark, changed.ofFrameworks(Set.of(CHANGED)), Watcher.NOBODY);
    chosen = gold(lake);
    stateChosen = state(folder);

    new ComputeJob().run(spark, request.ofFrameworks(Set.of(CHANGED)), Watcher.NOBODY);
    again = gold(lake);
    figuresChosen = lake.version(SchoolMeasure.TABLE);
  }

  private static JobRequest withAnotherLimit(JobRequest request, Path conf) throws IOException {
    Path file = conf.resolve(CHANGED_FILE);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("primary: 0.65", "primary: 0.01"));
    assertThat(Files.readString(file)).isNotEqualTo(text);
    return new JobRequest(
        GoldenCity.catalogue(conf),
        request.lake(),
        request.landing(),
        request.periods(),
        request.keyFile(),
        false,
        List.of("compute"));
  }

  private static SortedMap<String, List<String>> gold(Lake lake) {
    SortedMap<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.all()) {
      if (table.layer() == Layer.GOLD) {
        rows.put(
            table.name(),
            lake.small().read(table).stream().map(Object::toString).sorted().toList());
      }
    }
    return rows;
  }

  private static String state(Path folder) throws IOException {
    try (var files = Files.walk(folder.resolve("lake"))) {
      Path file = files.filter(path -> path.endsWith("gold-state.json")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }

  private static List<String> of(String framework, SortedMap<String, List<String>> gold) {
    return gold.entrySet().stream()
        .filter(table -> !table.getKey().startsWith("dim_"))
        .flatMap(table -> table.getValue().stream().map(row -> table.getKey() + row))
        .filter(row -> row.contains(framework))
        .toList();
  }

  @Test
  void theResultIsThatOfAWholeComputation() {
    assertThat(again).isEqualTo(before);
  }

  @Test
  void theOtherFrameworksRowsStay() {
    assertThat(of(OTHER, chosen)).isNotEmpty().isEqualTo(of(OTHER, before));
    assertThat(of(CHANGED, chosen)).isNotEqualTo(of(CHANGED, before));
  }

  @Test
  void measuresAreNotMadeAgain() {
    assertThat(figuresChosen).isEqualTo(figuresBefore);
  }

  @Test
  void onlyTheWholeComputationCountsAsCurrentForAll() {
    assertThat(stateChosen).contains(CHANGED).doesNotContain("\"" + OTHER + "\"");
    assertThat(stateBefore).contains("\"" + CHANGED + "\"", "\"" + OTHER + "\"");
  }
}
