package io.junheng.measure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Rows of silver of one contract that are measured.
 *
 * @param none any rows with the columns; they are not read
 * @param rows those that are measured, where Spark has to read them
 * @param batches columns of them in the order asked for, some thousand rows at a time; empty where
 *     Spark has to read them
 * @param counties codes of the counties that are measured: rows of others may be among the batches;
 *     empty: all
 */
public record SilverRows(
    Dataset<Row> none,
    Supplier<Dataset<Row>> rows,
    Function<List<String>, Optional<JavaRDD<ColumnarBatch>>> batches,
    Optional<Set<String>> counties) {
  /** Rows that Spark reads. */
  public static SilverRows of(Dataset<Row> rows) {
    return new SilverRows(
        rows,
        () -> rows,
        columns -> ColumnBatches.of(rows.select(FigureColumns.columns(columns))),
        Optional.empty());
  }
}
