package io.junheng.job;

import io.junheng.indicator.EvaluateCounties;
import io.junheng.indicator.SchoolAttributes;
import io.junheng.indicator.SumSchools;
import io.junheng.lake.Lake;
import io.junheng.lake.PeriodRows;
import io.junheng.lake.StagedTables;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import java.io.IOException;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import scala.Option;

/**
 * Writes all tables that are made of counties' schools in one Spark job: each task works its
 * counties out one after the other, and puts their rows into files that no commit names yet.
 */
record CountyTables(Computation computation, CountyPart part) {
  /** What a task has brought about. */
  record Brought(StagedTables.Files files, SumSchools.Sums sums) implements Serializable {
    Brought() {
      this(new StagedTables.Files(), new SumSchools.Sums());
    }

    Brought with(Brought other) {
      files.with(other.files);
      sums.with(other.sums);
      return this;
    }
  }

  /** Works a period's counties out; returns what they bring to areas. */
  @FunctionalInterface
  private interface Work extends Serializable {
    SumSchools.Sums of(PeriodRows measures, SchoolAttributes schools, StagedTables.Task into);
  }

  /**
   * All figures of schools and of their spread, their tests and verdicts.
   *
   * @param tables that rows may come for
   */
  Brought all(List<Table> tables) {
    EvaluateCounties evaluate = evaluate();
    return written(
        tables,
        (measures, schools, into) ->
            evaluate.apply(measures.period(), measures.rows(), schools, into::add));
  }

  /** Tests and verdicts of schools alone. */
  Brought tests(List<Table> tables) {
    EvaluateCounties evaluate = evaluate();
    return written(
        tables,
        (measures, schools, into) -> {
          evaluate.test(measures.period(), measures.rows(), schools, into::add);
          return new SumSchools.Sums();
        });
  }

  private EvaluateCounties evaluate() {
    return new EvaluateCounties(
        computation.catalogue(), computation.judging(), computation.schools());
  }

  private Brought written(List<Table> tables, Work work) {
    Lake lake = computation.lake();
    StagedTables staged = lake.staged(tables, part.counties().isPresent());
    Broadcast<SchoolAttributes> schools =
        new JavaSparkContext(computation.run().spark().sparkContext()).broadcast(schools());
    JavaRDD<PeriodRows> counties =
        lake.wholeCounties(
            SchoolMeasure.TABLE,
            part.periods(),
            part.counties(),
            EvaluateCounties.measureColumns());
    try {
      return counties
          .mapPartitions(
              periods -> List.of(task(periods, schools.value(), staged.open(), work)).iterator())
          .treeAggregate(new Brought(), Brought::with, Brought::with);
    } finally {
      schools.destroy();
    }
  }

  private static Brought task(
      Iterator<PeriodRows> periods, SchoolAttributes schools, StagedTables.Task into, Work work)
      throws IOException {
    SumSchools.Sums sums = new SumSchools.Sums();
    try {
      while (periods.hasNext()) {
        sums.with(work.of(periods.next(), schools, into));
      }
      return new Brought(into.finish(), sums);
    } catch (IOException | RuntimeException e) {
      into.abandon(e);
      throw e;
    }
  }

  private SchoolAttributes schools() {
    Dataset<Row> rows =
        part.of(computation.schools())
            .select(
                SchoolAttributes.columns(computation.catalogue()).stream()
                    .map(org.apache.spark.sql.functions::col)
                    .toArray(Column[]::new));
    QueryExecution plan = rows.queryExecution();
    return new SchoolAttributes(
        SQLExecution.withNewExecutionId(
            plan, Option.apply("schools"), () -> plan.executedPlan().executeCollect()));
  }
}
