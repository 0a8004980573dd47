package io.junheng.bench;

import static org.apache.spark.sql.functions.col;

import io.junheng.definition.Contract;
import io.junheng.definition.Indicator;
import io.junheng.job.ComputeJob;
import io.junheng.job.IngestJob;
import io.junheng.job.JobRequest;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.table.CountyIndicator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Silver to gold for 优质均衡 and the single indicators: all our tables, with measures, spreads, school
 * items, verdicts and places, against the same indicators' values of counties by DuckDB over the
 * same files, and by Spark SQL with a query for each. Spark runs already; each session has done the
 * work once before.
 */
record ComputeBench(Ground ground) {
  private static final Set<String> FRAMEWORKS =
      Set.of("cn-quality-balance-2017", "single-indicators");
  private static final String OURS = "junheng";
  private static final String DUCKDB = "duckdb";
  private static final String NAIVE = "spark, a query each";

  Measured measure() throws Exception {
    IndicatorSql sql = new IndicatorSql(ground.catalogue(), FRAMEWORKS);
    List<Indicator> indicators = sql.indicators();
    Rounds rounds = new Rounds();
    try (SparkSession spark = BenchSpark.start()) {
      Lake lake = new Lake(spark, silver(spark).toString());
      for (int round = 0; round <= ground.rounds(); round++) {
        Rounds counted = round == 0 ? new Rounds() : rounds;
        Values ours = ours(spark, lake, indicators, counted);
        ours.requireSame(duckDb(lake, sql, indicators, counted));
        ours.requireSame(naive(spark, lake, sql, indicators, counted));
        ground.say("compute: round %d of %d", round, ground.rounds());
      }
    }
    Map<String, Sample> details = rounds.all();
    details.put("indicators of the peers", new Sample(List.of((double) indicators.size())));
    return new Measured(
        Map.of(
            Figure.COMPUTE_OVER_DUCKDB, rounds.ratio(OURS, DUCKDB),
            Figure.NAIVE_OVER_OURS, rounds.ratio(NAIVE, OURS)),
        details);
  }

  /** A lake with silver of the sample; made once. */
  Path silver(SparkSession spark) throws Exception {
    Path lake = ground.work().resolve("silver-" + ground.pupils());
    if (!Files.exists(lake)) {
      Path making = ground.fresh("making-silver");
      new IngestJob()
          .run(spark, request(making, Optional.of(ground.landing().toString())), Watcher.NOBODY);
      Files.move(making, lake);
    }
    return lake;
  }

  private JobRequest request(Path lake, Optional<String> landing) {
    return new JobRequest(
        ground.catalogue().withFrameworks(FRAMEWORKS),
        lake.toString(),
        landing,
        List.of(Ground.PERIOD),
        ground.key().toString(),
        true,
        List.of("bench"));
  }

  private Values ours(SparkSession spark, Lake lake, List<Indicator> indicators, Rounds rounds)
      throws Exception {
    rounds.time(
        OURS,
        () ->
            new ComputeJob()
                .run(spark, request(Path.of(lake.root()), Optional.empty()), Watcher.NOBODY));
    Map<String, Double> values = new TreeMap<>();
    for (Row row :
        lake.read(CountyIndicator.TABLE, List.of(Ground.PERIOD))
            .where(column(CountyIndicator.AREA_LEVEL).isin(IndicatorSql.REPORTING_LEVELS.toArray()))
            .where(column(CountyIndicator.VALUE).isNotNull())
            .where(
                column(CountyIndicator.INDICATOR)
                    .isin(indicators.stream().map(Indicator::id).toArray()))
            .select(
                column(CountyIndicator.AREA_CODE),
                column(CountyIndicator.STAGE),
                column(CountyIndicator.INDICATOR),
                column(CountyIndicator.VALUE))
            .collectAsList()) {
      values.put("%s %s %s".formatted(row.get(0), row.get(1), row.get(2)), row.getDouble(3));
    }
    return new Values(OURS, values);
  }

  private static Column column(CountyIndicator column) {
    return col(column.columnName());
  }

  private Values duckDb(Lake lake, IndicatorSql sql, List<Indicator> indicators, Rounds rounds)
      throws Exception {
    Map<String, String[]> files =
        ground.catalogue().contracts().stream()
            .filter(contract -> lake.exists(SilverTable.of(contract)))
            .collect(
                Collectors.toMap(
                    Contract::id, contract -> lake.read(SilverTable.of(contract)).inputFiles()));
    return new Values(DUCKDB, rounds.time(DUCKDB, () -> duckDb(files, sql, indicators)));
  }

  private static Map<String, Double> duckDb(
      Map<String, String[]> files, IndicatorSql sql, List<Indicator> indicators)
      throws SQLException {
    try (DuckDb duckDb = new DuckDb()) {
      for (Map.Entry<String, String[]> table : files.entrySet()) {
        if (table.getValue().length > 0) {
          duckDb.view(table.getKey(), table.getValue());
        }
      }
      duckDb.execute("CREATE TEMP TABLE panel AS " + sql.panel(indicators));
      return duckDb.values(sql.overPanel(indicators));
    }
  }

  private Values naive(
      SparkSession spark, Lake lake, IndicatorSql sql, List<Indicator> indicators, Rounds rounds)
      throws Exception {
    for (Contract contract : ground.catalogue().contracts()) {
      lake.read(SilverTable.of(contract), List.of(Ground.PERIOD))
          .createOrReplaceTempView(contract.id());
    }
    List<Row> rows =
        rounds.time(
            NAIVE,
            () -> {
              List<Row> all = new ArrayList<>();
              for (Indicator indicator : indicators) {
                all.addAll(spark.sql(sql.statement(List.of(indicator))).collectAsList());
              }
              return all;
            });
    Map<String, Double> values = new TreeMap<>();
    rows.forEach(
        row ->
            // Single queries answer in the type of their own sums.
            values.put(
                "%s %s %s".formatted(row.get(1), row.get(2), row.get(3)),
                row.<Number>getAs(4).doubleValue()));
    return new Values(NAIVE, values);
  }
}
