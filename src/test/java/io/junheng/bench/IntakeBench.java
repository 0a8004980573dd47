package io.junheng.bench;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.job.IngestJob;
import io.junheng.job.JobRequest;
import io.junheng.job.MakeSample;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.lake.LakeSession;
import io.junheng.lake.SilverTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Landing to silver for one year's pupils, against DuckDB. Our time is that of a whole {@code
 * ingest}: archive, checks, two readings, Delta, register; Spark runs already.
 *
 * <p>Arguments: a folder to work in, the number of pupils.
 */
public final class IntakeBench {
  private static final double LIMIT = 2.5;
  private static final Period PERIOD = new Period(202310);
  private static final String STUDENT = "student";

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

  private IntakeBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int pupils = Integer.parseInt(arguments[1]);
    Catalogue catalogue = new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();
    Path landing = landing(folder, catalogue, pupils);
    Comparison<String> comparison = new Comparison<>();
    clear(folder.resolve("lake"));
    clear(folder.resolve("duckdb"));
    try (SparkSession spark = spark()) {
      Lake lake = new Lake(spark, folder.resolve("lake").toString());
      comparison.time(
          "junheng",
          () -> new IngestJob().run(spark, request(catalogue, lake, landing), Watcher.NOBODY));
      Contract contract = catalogue.contract(STUDENT);
      DuckDbStudents duckDb =
          new DuckDbStudents(catalogue, contract, landing, folder.resolve("duckdb"));
      comparison.time(
          "duckdb",
          () -> {
            duckDb.convert();
            return null;
          });
      lake.read(SilverTable.of(contract)).createOrReplaceTempView(STUDENT);
      comparison.result(
          "junheng",
          spark.sql(AGGREGATION.formatted(STUDENT)).as(Encoders.STRING()).collectAsList());
      comparison.result("duckdb", duckDb.lines(AGGREGATION));
    }
    System.exit(comparison.tell(System.out, LIMIT) ? 0 : 1);
  }

  /** The pupils' files of a made-up province; made once for each size. */
  private static Path landing(Path folder, Catalogue catalogue, int pupils) throws IOException {
    Path landing = folder.resolve("landing-" + pupils);
    if (!Files.exists(landing)) {
      Path making = folder.resolve("making");
      clear(making);
      new MakeSample(20240901, pupils, List.of(PERIOD), MakeSample.NONE)
          .run(catalogue, making.resolve("landing"), Watcher.NOBODY);
      try (Stream<Path> files = Files.walk(making.resolve("landing"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.endsWith(STUDENT + ".csv")) {
            Files.delete(file);
          }
        }
      }
      Files.move(making.resolve("landing"), landing);
    }
    return landing;
  }

  private static JobRequest request(Catalogue catalogue, Lake lake, Path landing) {
    return new JobRequest(
        catalogue,
        lake.root(),
        Optional.of(landing.toString()),
        List.of(),
        Path.of(lake.root()).resolveSibling("pseudonym.key").toString(),
        true,
        List.of("ingest"));
  }

  /** As conf/env/local.yaml has it. */
  private static SparkSession spark() {
    SparkConf settings = new SparkConf();
    LakeSession.ofOneProcess().forEach(settings::set);
    return LakeSession.configure(SparkSession.builder().config(settings))
        .master("local[*]")
        .appName("junheng bench")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.log.level", "ERROR")
        .getOrCreate();
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
