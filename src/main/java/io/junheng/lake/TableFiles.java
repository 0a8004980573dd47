package io.junheng.lake;

import static org.apache.spark.sql.functions.col;

import io.delta.kernel.internal.InternalScanFileUtils;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a Delta table as rows for Spark. Spark's reader of Delta finds the files of a
 * table with two Spark jobs for every query; for the tables of a lake, which have some hundred
 * files at most, that took longer than reading them.
 */
final class TableFiles {
  private final SparkSession spark;
  private final KernelTable table;

  /**
   * @param path of a table that is there
   */
  TableFiles(SparkSession spark, String path) {
    this.spark = spark;
    this.table = new KernelTable(spark.sessionState().newHadoopConf(), path);
  }

  long version() {
    return table.version();
  }

  /** Some files of the table and all of their rows, if they are asked for. */
  record Part(
      KernelTable table, List<io.delta.kernel.data.Row> files, Supplier<Dataset<Row>> rows) {}

  /** All rows of the partitions wanted, which are given by column and value. */
  Dataset<Row> rows(Predicate<Map<String, String>> wanted) {
    return rows(table.files(wanted));
  }

  /** Of the partitions wanted, the files that may have one of the values in a column of texts. */
  Part thatMayHave(
      Predicate<Map<String, String>> wanted, String column, Collection<String> values) {
    List<io.delta.kernel.data.Row> files =
        table.isPlain() ? table.filesThatMayHave(wanted, column, values) : table.files(wanted);
    return new Part(table, files, () -> rows(files));
  }

  /** Where rows are not those of files alone, the rows of all files come. */
  private Dataset<Row> rows(List<io.delta.kernel.data.Row> found) {
    String path = table.path().toString();
    if (!table.isPlain()) {
      return spark.read().format("delta").option("versionAsOf", version()).load(path);
    }
    StructType schema = table.schema();
    String[] files =
        found.stream()
            .map(file -> InternalScanFileUtils.getAddFileStatus(file).getPath())
            .toArray(String[]::new);
    if (files.length == 0) {
      return spark.createDataFrame(List.of(), schema);
    }
    // Partition columns come back last and without their comments.
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(field -> col(field.name()).as(field.name(), field.metadata()))
            .toArray(Column[]::new);
    return spark
        .read()
        .schema(schema)
        .option("basePath", path)
        .option("__globPaths__", "false")
        .parquet(files)
        .select(columns);
  }
}
