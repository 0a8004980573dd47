package io.junheng.intake.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Check;
import io.junheng.definition.Expression;
import io.junheng.definition.Text;
import io.junheng.testing.SharedSpark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import scala.jdk.javaapi.CollectionConverters;

/** Conditions of files, worked out row by row, against Spark's own aggregation of the same rows. */
@ExtendWith(SharedSpark.class)
class FileConditionsTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("n", DataTypes.LongType)
          .add("amount", DataTypes.createDecimalType(20, 2));

  private static final List<String> CONDITIONS =
      List.of(
          "count(DISTINCT name) >= 0.9 * count(name)",
          "count(DISTINCT name, n) = count(*)",
          "sum(DISTINCT n) < 1000",
          "sum(n) > 3000",
          "avg(amount) < 51.25",
          "min(n) < 2 AND max(n) >= 99",
          "count_if(n IS NULL) <= 0.1 * count(*)",
          "sum(amount) / sum(n) > 1");

  private static final List<Check> CHECKS =
      IntStream.range(0, CONDITIONS.size())
          .mapToObj(
              i ->
                  new Check(
                      "C-" + i,
                      Check.Level.FILE,
                      new Expression(CONDITIONS.get(i), Set.of()),
                      Text.same("-"),
                      Optional.empty()))
          .toList();

  /** Files of many and of few rows, behind one another. */
  @Test
  void eachFileIsJudgedAsSparkWouldJudgeIt(SparkSession spark) {
    Random random = new Random(7);
    Dataset<Row> any = spark.createDataFrame(List.of(), SCHEMA);
    List<Attribute> columns = CollectionConverters.asJava(any.queryExecution().analyzed().output());
    FileConditions.Tally tally = new FileConditions(any, columns, CHECKS).tally();
    List<List<String>> all = new ArrayList<>();
    for (int size : new int[] {200, 3, 60, 1, 40, 90}) {
      Dataset<Row> file = spark.createDataFrame(rows(random, size), SCHEMA);
      tally.begin();
      InternalRow[] passing = (InternalRow[]) file.queryExecution().toRdd().collect();
      for (InternalRow row : passing) {
        tally.add(row);
      }
      assertThat(tally.unmet()).as("%d rows", size).isEqualTo(bySpark(file));
      all.add(tally.unmet());
    }
    assertThat(all.stream().distinct()).hasSizeGreaterThan(3);
  }

  private static List<Row> rows(Random random, int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                RowFactory.create(
                    random.nextInt(9) == 0 ? null : "name" + random.nextInt(2 * size),
                    random.nextInt(9) == 0 ? null : (long) random.nextInt(100),
                    BigDecimal.valueOf(random.nextInt(10_000), 2)))
        .toList();
  }

  private static List<String> bySpark(Dataset<Row> file) {
    Column[] conditions = CONDITIONS.stream().map(functions::expr).toArray(Column[]::new);
    Row met = file.agg(conditions[0], Arrays.copyOfRange(conditions, 1, conditions.length)).head();
    return IntStream.range(0, CONDITIONS.size())
        .filter(i -> Boolean.FALSE.equals(met.get(i)))
        .mapToObj(i -> "C-" + i)
        .toList();
  }
}
