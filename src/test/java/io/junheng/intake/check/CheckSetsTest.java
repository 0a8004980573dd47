package io.junheng.intake.check;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Figure;
import io.junheng.definition.SetCheck.Span;
import io.junheng.definition.SetCheck.Year;
import io.junheng.definition.Text;
import io.junheng.testing.SharedSpark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.lang3.SerializationUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups within counties: which of them a check looks at, and what it says of them. */
@ExtendWith(SharedSpark.class)
class CheckSetsTest {
  private static final List<String> SCHOOL = List.of("school_code");

  /** Is there a teacher for the pupils, in whatever year there are pupils? */
  private static final SetCheck TAUGHT =
      new SetCheck(
          "TAUGHT",
          "pupil",
          Span.COUNTY,
          SCHOOL,
          List.of(
              count("pupils", "pupil", Year.THIS),
              count("teachers", "teacher", Year.THIS),
              count("before", "pupil", Year.PREVIOUS)),
          new Expression("teachers > 0 OR pupils + before < 2", Set.of()),
          new Text("有学生须有教师", "Pupils have a teacher"));

  private static final SetCheck ROOMY =
      new SetCheck(
          "ROOMY",
          "room",
          Span.COUNTY,
          SCHOOL,
          List.of(
              new Figure(
                  "seats",
                  "room",
                  Year.THIS,
                  new Aggregate.Sum(new Expression("seats", Set.of("seats"))),
                  Optional.empty())),
          new Expression("seats > 10", Set.of("seats")),
          new Text("座位充足", "Seats enough"));

  private static Figure count(String name, String contract, Year year) {
    return new Figure(
        name,
        contract,
        year,
        new Aggregate.Count(new Expression("true", Set.of())),
        Optional.empty());
  }

  private static Dataset<Row> rows(SparkSession spark, String values) {
    return spark.sql(
        "SELECT 202310 AS period, county AS county_code, school AS school_code, seats FROM VALUES "
            + values
            + " AS t(county, school, seats)");
  }

  /** By check and county: groups that it looked at, and those that do not hold. */
  private static List<String> found(SparkSession spark, SetCheck... checks) {
    Map<String, String> tables =
        Map.of(
            "pupil THIS",
                "('A', 's1', 0), ('A', 's2', 0), ('A', 's2', 0), ('B', 's9', 0), ('B', 's9', 0)",
            "pupil PREVIOUS", "('A', 's3', 0), ('A', 's3', 0)",
            "teacher THIS", "('A', 's1', 0), ('A', 's4', 0)",
            "room THIS", "('A', 's5', 4), ('A', 's6', 40), ('B', 's9', 4)");
    CheckSets sets =
        new CheckSets(
            List.of(checks), contract -> rows(spark, tables.get(contract + " THIS")).limit(0));
    CheckSets.Counties counties = SerializationUtils.clone(sets).counties();
    for (CheckSets.Source source : sets.sources()) {
      Column[] columns = source.columns().stream().map(name -> col(name)).toArray(Column[]::new);
      counties.add(
          sets.sources().indexOf(source),
          rows(spark, tables.get(source.contract() + " " + source.year()))
              .select(columns)
              .queryExecution()
              .toRdd()
              .toJavaRDD()
              .map(InternalRow::copy)
              .collect()
              .iterator());
    }
    return counties.broken().stream()
        .map(
            one ->
                "%s %s: %d of %d (%s)"
                    .formatted(
                        one.check(), one.county(), one.failed(), one.checked(), one.examples()))
        .sorted()
        .toList();
  }

  private static final SetCheck WIDE =
      new SetCheck(
          "WIDE",
          "room",
          Span.COUNTY,
          List.of(),
          List.of(
              new Figure(
                  "share",
                  "room",
                  Year.THIS,
                  new Aggregate.Sum(new Expression("seats / (seats - 4)", Set.of("seats"))),
                  Optional.empty()),
              new Figure(
                  "last",
                  "room",
                  Year.THIS,
                  new Aggregate.Max(new Expression("school_code", Set.of("school_code"))),
                  Optional.of(new Expression("seats > 4", Set.of("seats"))))),
          new Expression("last IS NULL OR share > 2", Set.of()),
          new Text("宽敞", "Wide enough"));

  /** Division by zero is null; a largest value decides but is not shown; a county is one group. */
  @Test
  void sumsOfFractionsAndLargestTextsOfACounty(SparkSession spark) {
    assertThat(found(spark, WIDE)).containsExactly("WIDE A: 1 of 1 (share 1.1111111111111112)");
  }

  /** In county B nobody delivered teachers: how many there are is not known. */
  @Test
  void aGroupHasRowsOfTheCheckAndNoRowsOfADeliveredDatasetAreNone(SparkSession spark) {
    assertThat(found(spark, TAUGHT))
        .containsExactly(
            "TAUGHT A: 2 of 4 (s2: pupils 2, teachers 0, before 0; s3: pupils 0, teachers 0, before 2)");
  }

  @Test
  void checksBesideEachOtherFindWhatEachFindsAlone(SparkSession spark) {
    assertThat(found(spark, ROOMY))
        .containsExactly("ROOMY A: 1 of 2 (s5: seats 4)", "ROOMY B: 1 of 1 (s9: seats 4)");
    assertThat(found(spark, TAUGHT, ROOMY))
        .containsExactly(
            "ROOMY A: 1 of 2 (s5: seats 4)",
            "ROOMY B: 1 of 1 (s9: seats 4)",
            "TAUGHT A: 2 of 4 (s2: pupils 2, teachers 0, before 0; s3: pupils 0, teachers 0, before 2)");
  }
}
