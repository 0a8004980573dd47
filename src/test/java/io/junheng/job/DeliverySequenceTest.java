package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.table.Submission;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A seeded sequence of deliveries (new, again, corrected, older, empty, unreadable, taken back)
 * against a model in memory: after every step silver holds what the model holds.
 */
@ExtendWith(SharedSpark.class)
class DeliverySequenceTest {
  private static final String SURVEY = "survey";
  private static final String HEADER = "区县代码,调查,受访群体,满意问卷数,有效问卷数,平均得分\n";
  private static final List<String> GROUPS = List.of("学生", "教师", "家长");
  private static final int STEPS = 10;
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();

  private final Random random = new Random(20240901);
  private final SparkSession spark;
  private final Path landing;
  private final Lake lake;
  private final JobRequest request;

  // The model: what stands, and what stood before, by period and county.
  private final Map<String, String> standing = new TreeMap<>();
  private final Map<String, Set<String>> former = new HashMap<>();

  DeliverySequenceTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.landing = folder.resolve("landing");
    this.lake = new Lake(spark, folder.resolve("lake").toString());
    this.request =
        new JobRequest(
            CATALOGUE,
            lake.root(),
            Optional.of(landing.toString()),
            List.of(),
            folder.resolve("pseudonym.key").toString(),
            true,
            List.of("ingest"));
  }

  @Test
  void silverIsWhatTheModelSays() throws IOException {
    deliver("202310/990102", rows("990102"));
    for (int step = 0; step < STEPS; step++) {
      boolean isOlderTaken = step % 4 == 3;
      for (String place : places()) {
        act(place);
      }
      if (step % 3 == 2) {
        retractAny();
      }
      JobReport report =
          new IngestJob()
              .run(
                  spark,
                  request.with(isOlderTaken ? JobRequest.Older.TAKEN : JobRequest.Older.LEFT),
                  Watcher.NOBODY);
      Outcome expected = take(isOlderTaken);
      assertThat(report.outcome()).as("step %d: %s", step, report.messages()).isEqualTo(expected);
      assertThat(silver()).as("step %d", step).isEqualTo(modelled());
      assertThat(accepted()).as("step %d", step).isEqualTo(standing.keySet());
    }
    assertThat(former.values().stream().mapToInt(Set::size).sum()).isGreaterThan(5);
  }

  private List<String> places() {
    List<String> places = new ArrayList<>();
    for (String period : List.of("202210", "202310")) {
      for (String county : List.of("990102", "990103", "990104")) {
        if (random.nextInt(3) == 0) {
          places.add(period + "/" + county);
        }
      }
    }
    return places;
  }

  private void act(String place) throws IOException {
    String county = place.substring(7);
    List<String> old = List.copyOf(new TreeSet<>(former.getOrDefault(place, Set.of())));
    switch (random.nextInt(5)) {
      case 0 -> deliver(place, HEADER);
      case 1 -> deliver(place, "学校,人数\n某校," + random.nextInt(1000) + "\n");
      case 2 -> deliver(place, old.isEmpty() ? rows(county) : old.get(random.nextInt(old.size())));
      default -> deliver(place, rows(county));
    }
  }

  private String rows(String county) {
    StringBuilder text = new StringBuilder(HEADER);
    for (String group : GROUPS.subList(0, 1 + random.nextInt(GROUPS.size()))) {
      text.append("%s,社会认可度调查,%s,%d,9000000,\n".formatted(county, group, random.nextInt(9000000)));
    }
    return text.toString();
  }

  private void deliver(String place, String text) throws IOException {
    Path file = landing.resolve(place).resolve("survey.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void retractAny() {
    Optional<String> place = standing.keySet().stream().findFirst();
    place.ifPresent(
        at -> {
          RetractJob.Delivery delivery =
              new RetractJob.Delivery(SURVEY, Period.parse(at.substring(0, 6)), at.substring(7));
          assertThat(new RetractJob().run(spark, request, delivery, Watcher.NOBODY).outcome())
              .isEqualTo(Outcome.DONE);
          former.computeIfAbsent(at, key -> new HashSet<>()).add(standing.remove(at));
        });
  }

  /** What an intake makes of the files that lie there, and how it ends. */
  private Outcome take(boolean isOlderTaken) throws IOException {
    Outcome outcome = Outcome.DONE;
    for (Path file : files()) {
      String place = landing.relativize(file.getParent()).toString().replace('\\', '/');
      String text = Files.readString(file);
      boolean isOlder = former.getOrDefault(place, Set.of()).contains(text);
      if (text.equals(standing.get(place))) {
        continue;
      }
      if (!text.startsWith(HEADER)) {
        outcome = outcome.or(Outcome.INPUT);
      } else if (isOlder && !isOlderTaken) {
        outcome = outcome.or(Outcome.REFUSED);
      } else {
        String before = standing.put(place, text);
        if (before != null) {
          former.computeIfAbsent(place, key -> new HashSet<>()).add(before);
        }
        former.getOrDefault(place, new HashSet<>()).remove(text);
      }
    }
    return outcome;
  }

  private List<Path> files() throws IOException {
    try (var paths = Files.walk(landing)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private SortedSet<String> modelled() {
    SortedSet<String> rows = new TreeSet<>();
    standing.forEach(
        (place, text) ->
            text.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(
                    cells -> rows.add(place.substring(0, 6) + " " + cells[0] + " " + cells[3])));
    return rows;
  }

  private SortedSet<String> silver() {
    SortedSet<String> rows = new TreeSet<>();
    for (Row row :
        lake.read(SilverTable.of(CATALOGUE.contract(SURVEY)))
            .select("period", "county_code", "satisfied")
            .collectAsList()) {
      assertThat(rows.add(row.get(0) + " " + row.get(1) + " " + row.get(2))).isTrue();
    }
    return rows;
  }

  private Set<String> accepted() {
    Set<String> places = new TreeSet<>();
    for (Row row : lake.small().read(Submission.TABLE)) {
      if (SubmissionRegister.ACCEPTED.contains(row.getString(Submission.STATE.ordinal()))) {
        places.add(
            row.getInt(Submission.PERIOD.ordinal())
                + "/"
                + row.getString(Submission.COUNTY_CODE.ordinal()));
      }
    }
    return places;
  }
}
