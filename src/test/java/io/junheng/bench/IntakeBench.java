package io.junheng.bench;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.job.IngestJob;
import io.junheng.job.JobRequest;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Landing to silver for one year's pupils, against DuckDB. Our time is that of a whole {@code
 * ingest}: archive, checks, two readings, Delta, register; Spark runs already and has done the work
 * once before.
 */
record IntakeBench(Ground ground) {
  private static final String STUDENT = "student";
  private static final String OURS = "junheng";
  private static final String DUCKDB = "duckdb";

  /** Understood by both; every column weighs in. */
  private static final String AGGREGATION =
      """
      SELECT concat_ws('|', CAST(period AS VARCHAR(6)), CAST(county_code AS VARCHAR(6)), school_code, stage, gender, CAST(count(*) AS VARCHAR(20)),
        CAST(sum(grade) AS VARCHAR(20)), CAST(count(DISTINCT student_key) AS VARCHAR(20)), CAST(count(DISTINCT class_no) AS VARCHAR(20)),
        CAST(min(birth_month) AS VARCHAR(10)), CAST(max(birth_month) AS VARCHAR(10)),
        CAST(sum(CASE WHEN is_boarder THEN 1 ELSE 0 END) AS VARCHAR(20)), CAST(sum(CASE WHEN is_migrant THEN 1 ELSE 0 END) AS VARCHAR(20)),
        CAST(count(place_kind) AS VARCHAR(20)), CAST(sum(CASE WHEN has_disability THEN 1 ELSE 0 END) AS VARCHAR(20)))
      FROM %s GROUP BY period, county_code, school_code, stage, gender
      """;

  Measured measure() throws Exception {
    Rounds rounds = new Rounds();
    Path landing = ground.landing(STUDENT);
    try (SparkSession spark = BenchSpark.start()) {
      for (int round = 0; round <= ground.rounds(); round++) {
        Rounds counted = round == 0 ? new Rounds() : rounds;
        requireSame(ours(spark, landing, counted), duckDb(landing, counted));
        ground.say("intake: round %d of %d", round, ground.rounds());
      }
    }
    Map<String, Sample> details = rounds.all();
    details.put("bytes: " + OURS, bytes("lake-intake"));
    details.put("bytes: " + DUCKDB, bytes("duckdb-intake"));
    return new Measured(Map.of(Figure.INGEST_OVER_DUCKDB, rounds.ratio(OURS, DUCKDB)), details);
  }

  private Sample bytes(String folder) throws Exception {
    return new Sample(List.of((double) Ground.bytes(ground.work().resolve(folder))));
  }

  private List<String> ours(SparkSession spark, Path landing, Rounds rounds) throws Exception {
    Catalogue catalogue = ground.catalogue();
    Lake lake = new Lake(spark, ground.fresh("lake-intake").toString());
    JobRequest request =
        new JobRequest(
            catalogue,
            lake.root(),
            Optional.of(landing.toString()),
            List.of(),
            ground.key().toString(),
            true,
            List.of("ingest"));
    rounds.time(OURS, () -> new IngestJob().run(spark, request, Watcher.NOBODY));
    lake.read(SilverTable.of(catalogue.contract(STUDENT))).createOrReplaceTempView(STUDENT);
    return spark.sql(AGGREGATION.formatted(STUDENT)).as(Encoders.STRING()).collectAsList();
  }

  private List<String> duckDb(Path landing, Rounds rounds) throws Exception {
    Contract contract = ground.catalogue().contract(STUDENT);
    Path out = ground.fresh("duckdb-intake");
    DuckDbStudents students = new DuckDbStudents(ground.catalogue(), contract, landing, out);
    rounds.time(
        DUCKDB,
        () -> {
          students.convert();
          return null;
        });
    return students.lines(AGGREGATION);
  }

  private static void requireSame(List<String> ours, List<String> theirs) {
    Set<String> onlyOurs = new HashSet<>(ours);
    theirs.forEach(onlyOurs::remove);
    if (ours.size() != theirs.size() || !onlyOurs.isEmpty()) {
      throw new IllegalStateException(
          "%d lines of ours, %d of DuckDB; only ours: %s"
              .formatted(ours.size(), theirs.size(), onlyOurs.stream().limit(3).toList()));
    }
  }
}
