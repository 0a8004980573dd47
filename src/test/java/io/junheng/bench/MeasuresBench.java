package io.junheng.bench;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Expression;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StoredTable;
import io.junheng.measure.MeasureCounties;
import io.junheng.measure.SilverRows;
import io.junheng.measure.SourcePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Twenty and five hundred measures of the pupils' records, from silver to figures of schools; the
 * figures are worked out and thrown away.
 */
record MeasuresBench(Ground ground) {
  private static final String STUDENT = "student";
  private static final List<String> STAGES = List.of("primary", "junior", "senior", "kindergarten");
  private static final List<String> CONDITIONS =
      List.of("is_boarder", "is_migrant", "is_migrant_eligible", "has_disability", "lives_in_zone");

  Measured measure() throws Exception {
    Rounds rounds = new Rounds();
    try (SparkSession spark = BenchSpark.start()) {
      Path silver = new ComputeBench(ground).silver(spark);
      for (int round = 0; round <= ground.rounds(); round++) {
        for (int count : List.of(20, 500)) {
          double took = seconds(new Lake(spark, silver.toString()), count);
          if (round > 0) {
            rounds.add("measures: " + count, took);
          }
        }
        ground.say("measures: round %d of %d", round, ground.rounds());
      }
    }
    return new Measured(
        Map.of(Figure.MEASURES_500_OVER_20, rounds.ratio("measures: 500", "measures: 20")),
        rounds.all());
  }

  private double seconds(Lake lake, int count) {
    Contract contract = ground.catalogue().contract(STUDENT);
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      measures.add(measure(i));
    }
    StoredTable table = SilverTable.of(contract);
    Dataset<Row> silver = lake.read(table, List.of(Ground.PERIOD));
    SilverRows rows =
        new SilverRows(
            silver,
            () -> silver,
            columns -> lake.batches(table, List.of(Ground.PERIOD), Optional.empty(), columns),
            Optional.empty());
    SourcePlan plan = new SourcePlan(contract, Grain.SCHOOL_STAGE, measures);
    Map<Integer, List<String>> counties =
        Map.of(
            Ground.PERIOD.number(),
            silver.select("county_code").distinct().as(Encoders.STRING()).collectAsList());
    long began = System.nanoTime();
    new MeasureCounties(counting(measures), List.of(plan))
        .apply(Map.of(STUDENT, rows), counties, 2)
        .map(county -> county.ofSchools().size())
        .reduce(Integer::sum);
    return (System.nanoTime() - began) / 1e9;
  }

  /** Definitions of these measures alone. */
  private Catalogue counting(List<Measure> measures) {
    Catalogue shipped = ground.catalogue();
    return new Catalogue(
        shipped.digest(),
        shipped.figuresDigest(),
        shipped.stages(),
        shipped.areas(),
        shipped.areaSets(),
        shipped.codeLists(),
        shipped.contracts(),
        List.of(new MeasureSet(STUDENT, Grain.SCHOOL_STAGE, measures)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        shipped.calendar());
  }

  /** The first is the pupils, by which schools are divided; no two are the same. */
  private static Measure measure(int i) {
    String id = i == 0 ? Measure.PUPILS : "m" + i;
    String condition =
        i == 0
            ? "true"
            : "grade >= %d AND stage = '%s' AND coalesce(%s, false)"
                .formatted(
                    i / 20 - 12,
                    STAGES.get(i % STAGES.size()),
                    CONDITIONS.get(i / STAGES.size() % CONDITIONS.size()));
    return new Measure(
        id,
        Text.same(id),
        "person",
        new Aggregate.Count(new Expression(condition, Set.of("grade", "stage"))),
        Optional.empty(),
        Measure.Split.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
