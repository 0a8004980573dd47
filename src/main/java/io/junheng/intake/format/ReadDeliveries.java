package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads archived files into the raw rows of their contract: typed, checked cell by cell,
 * identifiers hashed. What the columns are stands in {@link RawColumns}.
 *
 * @param key where the executors fetch the key of the pseudonyms
 * @param references keys that columns may name
 */
public record ReadDeliveries(
    SparkSession spark, Catalogue catalogue, KeyLocation key, ReferenceKeys references) {
  /** Without keys that columns may refer to. */
  public ReadDeliveries(SparkSession spark, Catalogue catalogue, KeyLocation key) {
    this(spark, catalogue, key, ReferenceKeys.NONE);
  }

  /**
   * One row for each row of the files, and one for each file. Nothing is read before an action asks
   * for it.
   */
  public Dataset<Row> rows(Contract contract, List<ArchivedFile> files) {
    List<FilePlan> plans =
        IntStream.range(0, files.size()).mapToObj(i -> FilePlan.of(i, files.get(i))).toList();
    RowPlan rows = new RowPlans(catalogue, references, plans).of(contract, key);
    DeliveredRows.Plan plan = new DeliveredRows.Plan(rows, RawColumns.of(contract).json(), plans);
    return spark
        .read()
        .format(DeliveredRows.class.getName())
        .option(DeliveredRows.PLAN, plan.encode())
        .load();
  }
}
