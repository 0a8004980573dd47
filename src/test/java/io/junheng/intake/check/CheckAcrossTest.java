package io.junheng.intake.check;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.definition.SetCheck;
import io.junheng.testing.SharedSpark;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that reach over counties, looked at as a whole and by their suspects. */
@ExtendWith(SharedSpark.class)
class CheckAcrossTest {
  private static final StructType PUPIL =
      new StructType()
          .add("period", DataTypes.IntegerType)
          .add("county_code", DataTypes.StringType)
          .add("_row", DataTypes.LongType)
          .add("student_key", DataTypes.StringType)
          .add("gender", DataTypes.StringType);

  private static final StructType ASSIGNMENT =
      new StructType()
          .add("period", DataTypes.IntegerType)
          .add("county_code", DataTypes.StringType)
          .add("_row", DataTypes.LongType)
          .add("teacher_key", DataTypes.StringType)
          .add("school_code", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("share", DataTypes.createDecimalType(20, 4));

  private static final Catalogue CATALOGUE =
      new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();

  private static CheckAcross checks(String contract) {
    List<SetCheck> checks =
        CATALOGUE.setChecks().stream()
            .filter(check -> check.span() == SetCheck.Span.PERIOD)
            .filter(check -> check.contract().equals(contract))
            .toList();
    return new CheckAcross(checks.get(0).by(), checks);
  }

  /** Whoever stands in two rows of a year, in both, and those without a key in none. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatTheSuspectsBreakIsWhatAllBreak(long seed, SparkSession spark) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    Set<String> twice = new TreeSet<>();
    for (long row = 2; row < 2_000; row++) {
      int period = random.nextBoolean() ? 202210 : 202310;
      String key = random.nextInt(20) == 0 ? null : "p" + random.nextInt(20_000);
      if (key != null && !seen.add(period + key)) {
        twice.add(period + key);
      }
      String gender = random.nextBoolean() ? "male" : "female";
      rows.add(RowFactory.create(period, "99010" + random.nextInt(9), row, key, gender));
    }
    Dataset<Row> all = spark.createDataFrame(rows, PUPIL).repartition(3);
    CheckAcross across = checks("student");
    long[] suspects = suspects(across, all);
    assertThat(suspects).hasSameSizeAs(twice).doesNotHaveDuplicates().isNotEmpty();
    assertThat(broken(across, within(across, all, suspects))).isEqualTo(broken(across, all));
  }

  @Test
  void aRowThatBreaksAConditionAloneIsASuspect(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      BigDecimal share = new BigDecimal(i == 7 ? "1.7000" : "1.0000");
      rows.add(RowFactory.create(202310, "990101", i + 2L, "t" + i, "9901010001", "main", share));
    }
    Dataset<Row> all = spark.createDataFrame(rows, ASSIGNMENT);
    CheckAcross across = checks("teacher_assignment");
    Set<String> broken = broken(across, all);
    assertThat(broken).isNotEmpty();
    assertThat(broken(across, within(across, all, suspects(across, all)))).isEqualTo(broken);
  }

  /** The hashes that repeat, as plain Java finds them. */
  private static long[] suspects(CheckAcross across, Dataset<Row> rows) {
    GroupHashes hashes = across.hashes(rows);
    Dataset<Row> read =
        rows.select(hashes.columns().stream().map(name -> col(name)).toArray(Column[]::new));
    return read.queryExecution().toRdd().toJavaRDD().map(InternalRow::copy).collect().stream()
        .flatMap(row -> hashes.of(List.of(row).iterator()).boxed())
        .collect(Collectors.groupingBy(hash -> hash, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(hash -> hash.getValue() > 1)
        .mapToLong(Map.Entry::getKey)
        .toArray();
  }

  private static Dataset<Row> within(CheckAcross across, Dataset<Row> rows, long[] suspects) {
    List<Long> hashes = LongStream.of(suspects).boxed().toList();
    return across.within(rows, rows.sparkSession().createDataset(hashes, Encoders.LONG()));
  }

  private static Set<String> broken(CheckAcross across, Dataset<Row> rows) {
    return across.apply(rows).collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is kept under a name must not be taken for the hashes of other conditions. */
  @Test
  void theNameTellsTheConditions(SparkSession spark) {
    Dataset<Row> none = spark.createDataFrame(List.of(), PUPIL);
    CheckAcross all = checks("student");
    CheckAcross one = new CheckAcross(all.by(), all.checks().subList(1, 2));
    assertThat(one.hashes(none).name())
        .isEqualTo(one.hashes(none).name())
        .isNotEqualTo(all.hashes(none).name())
        .matches("[0-9a-f-]{36}");
  }
}
