package io.junheng.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that repeat, over files whose hashes are kept and files that are new. */
@ExtendWith(SharedSpark.class)
class RepeatedHashesTest {
  private static final Period BEFORE = Period.parse("202210");
  private static final Period NOW = Period.parse("202310");
  private static final List<String> COUNTIES = List.of("990101", "990102", "990103");

  /** The number itself; nothing of 0, and what ends with 7 counts twice. */
  private static final RowHashes NUMBERS =
      new RowHashes(
          "numbers", List.of("number", "county_code", "period"), RepeatedHashesTest::numbers);

  @TempDir private Path folder;
  private SparkSession spark;
  private Lake lake;

  @BeforeEach
  void open(SparkSession session) {
    spark = session;
    lake = new Lake(session, folder.toString());
  }

  private static LongStream numbers(Iterator<InternalRow> rows) {
    LongStream.Builder numbers = LongStream.builder();
    rows.forEachRemaining(
        row -> {
          assertThat(row.getUTF8String(1).toString()).startsWith("9901");
          assertThat(row.getInt(2)).isBetween(202210, 202310);
          long number = row.getLong(0);
          if (number != 0) {
            numbers.add(number);
          }
          if (number % 10 == 7) {
            numbers.add(number);
          }
        });
    return numbers.build();
  }

  private static StoredTable table(List<String> partitions) {
    return new StoredTable(
        "silver.number",
        new StructType(
            new StructField[] {
              StoredTable.field("period", DataTypes.IntegerType, "周期｜Period｜｜"),
              StoredTable.field("number", DataTypes.LongType, "数｜Number｜｜"),
              StoredTable.field("county_code", DataTypes.StringType, "县｜County｜｜")
            }),
        List.of("period", "county_code", "number"),
        partitions,
        List.of(),
        false);
  }

  private static final StoredTable BY_COUNTY = table(List.of("period", "county_code"));

  private void deliver(StoredTable table, Period period, String county, long... numbers) {
    List<Row> rows =
        LongStream.of(numbers)
            .mapToObj(number -> RowFactory.create(period.number(), number, county))
            .toList();
    lake.replaceDeliveries(
        table,
        Map.of(period, List.of(county)),
        spark.createDataFrame(rows, table.schema()),
        Layout.BY_PARTITION);
  }

  private Set<Long> repeated(StoredTable table, Collection<Period> periods) {
    List<Long> found =
        lake.repeated(table, periods, NUMBERS).orElseThrow().collect().stream()
            .flatMapToLong(LongStream::of)
            .boxed()
            .toList();
    assertThat(found).doesNotHaveDuplicates();
    return new TreeSet<>(found);
  }

  private List<Path> kept() {
    try (Stream<Path> all = Files.walk(folder.resolve("ops/_hashes"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Against a count in plain Java; numbers of all signs and sizes, also the outermost. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void numbersThatStandInSeveralCountiesAreFoundOnce(long seed) {
    Random random = new Random(seed);
    for (StoredTable table : List.of(BY_COUNTY, table(List.of("period")))) {
      lake = new Lake(spark, folder.resolve(table.partitionBy().size() + "").toString());
      Set<Long> seen = new HashSet<>();
      Set<Long> twice = new TreeSet<>();
      for (String county : COUNTIES) {
        List<Long> numbers = new ArrayList<>(List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L));
        random
            .longs(500)
            .mapToObj(any -> random.nextBoolean() ? any : any % 1000)
            .forEach(numbers::add);
        for (long number : numbers) {
          if (number != 0 && (number % 10 == 7 || !seen.add(number))) {
            twice.add(number);
          }
        }
        deliver(table, NOW, county, numbers.stream().mapToLong(n -> n).toArray());
      }
      assertThat(repeated(table, List.of(NOW))).isEqualTo(twice);
    }
  }

  @Test
  void onlyTheFileOfACorrectedCountyIsReadAgain() throws IOException {
    deliver(BY_COUNTY, BEFORE, "990101", 5, 6);
    deliver(BY_COUNTY, NOW, "990101", 1, 2);
    deliver(BY_COUNTY, NOW, "990102", 2, 3);
    deliver(BY_COUNTY, NOW, "990103", 5);
    assertThat(repeated(BY_COUNTY, List.of(NOW))).containsExactly(2L);
    assertThat(repeated(BY_COUNTY, List.of(BEFORE, NOW))).containsExactly(2L, 5L);
    List<Path> before = kept();
    assertThat(before).hasSize(4);
    for (Path file : before) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
    }
    deliver(BY_COUNTY, NOW, "990102", 1, 3);
    assertThat(repeated(BY_COUNTY, List.of(NOW))).containsExactly(1L);
    List<Path> made =
        kept().stream()
            .filter(file -> file.toFile().lastModified() != 0)
            .collect(Collectors.toList());
    assertThat(made).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  /** A disk that was full, a hand that cleaned up: what is kept can always be made again. */
  @Test
  void whatIsMissingOrCutOffIsMadeAgain() throws IOException {
    deliver(BY_COUNTY, NOW, "990101", 1, 2);
    deliver(BY_COUNTY, NOW, "990102", 2, 3);
    deliver(BY_COUNTY, NOW, "990103", 3, 3);
    assertThat(repeated(BY_COUNTY, List.of(NOW))).containsExactly(2L, 3L);
    List<Path> kept = kept();
    Files.delete(kept.get(0));
    Files.write(kept.get(1), new byte[100]);
    assertThat(repeated(BY_COUNTY, List.of(NOW))).containsExactly(2L, 3L);
    assertThat(kept()).isEqualTo(kept);
  }

  @Test
  void hashesOfAnotherKindDoNotStandIn() {
    deliver(BY_COUNTY, NOW, "990101", 1, 1);
    assertThat(repeated(BY_COUNTY, List.of(NOW))).containsExactly(1L);
    RowHashes none =
        new RowHashes(
            "none",
            NUMBERS.columns(),
            rows -> {
              rows.forEachRemaining(row -> {});
              return LongStream.empty();
            });
    assertThat(lake.repeated(BY_COUNTY, List.of(NOW), none).orElseThrow().collect()).isEmpty();
  }

  /** A reader that looks at files alone would see what was deleted. */
  @Test
  void nothingIsToldOfATableFromWhichRowsWereDeletedByAVector() {
    deliver(BY_COUNTY, NOW, "990101", 1, 2);
    String name = "delta.`%s/silver/number`".formatted(lake.root());
    spark.sql(
        "ALTER TABLE %s SET TBLPROPERTIES('delta.enableDeletionVectors' = true)".formatted(name));
    spark.sql("DELETE FROM %s WHERE number = 2".formatted(name));
    assertThat(lake.repeated(BY_COUNTY, List.of(NOW), NUMBERS)).isEmpty();
  }

  @Test
  void oldOnesAreTidiedAway() throws IOException {
    deliver(BY_COUNTY, NOW, "990101", 1, 1);
    repeated(BY_COUNTY, List.of(NOW));
    Instant tomorrow = Instant.now().plusSeconds(86_400);
    Tidy tidy = new Tidy(spark.sessionState().newHadoopConf(), lake.root());
    assertThat(tidy.hashes(tomorrow.minusSeconds(2 * 86_400))).isZero();
    assertThat(tidy.hashes(tomorrow)).isEqualTo(1);
    assertThat(kept()).isEmpty();
    assertThat(repeated(BY_COUNTY, List.of(NOW))).containsExactly(1L);
  }
}
