package io.junheng.lake;

import static org.apache.spark.sql.functions.col;

import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a Delta table, as its log tells it to Delta's own Java kernel. Spark's reader of
 * Delta finds the files of a table with two Spark jobs for every query; for the tables of a lake,
 * which have some hundred files at most, that took longer than reading them.
 */
final class TableFiles {
  /** A reader of this version and below needs to know nothing but files and partitions. */
  private static final int PLAIN_READER = 1;

  private final SparkSession spark;
  private final Path path;
  private final Engine engine;
  private final Snapshot snapshot;

  /**
   * @param path of a table that is there
   */
  TableFiles(SparkSession spark, String path) {
    this.spark = spark;
    Configuration hadoop = spark.sessionState().newHadoopConf();
    try {
      Path given = new Path(path);
      this.path = given.getFileSystem(hadoop).makeQualified(given);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for a table at " + path, e);
    }
    this.engine = DefaultEngine.create(hadoop);
    this.snapshot = Table.forPath(engine, this.path.toString()).getLatestSnapshot(engine);
  }

  long version() {
    return snapshot.getVersion();
  }

  /** All rows of the partitions wanted, which are given by column and value. */
  Dataset<org.apache.spark.sql.Row> rows(Predicate<Map<String, String>> wanted) {
    if (snapshot.getProtocol().getMinReaderVersion() > PLAIN_READER) {
      return spark.read().format("delta").option("versionAsOf", version()).load(path.toString());
    }
    List<String> files = files(wanted);
    if (files.isEmpty()) {
      return spark.createDataFrame(List.of(), schema());
    }
    StructType schema = schema();
    // Partition columns come back last and without their comments.
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(field -> col(field.name()).as(field.name(), field.metadata()))
            .toArray(Column[]::new);
    return spark
        .read()
        .schema(schema)
        .option("basePath", path.toString())
        .option("__globPaths__", "false")
        .parquet(files.toArray(String[]::new))
        .select(columns);
  }

  private StructType schema() {
    return (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
  }

  private List<String> files(Predicate<Map<String, String>> wanted) {
    List<String> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            Row file = rows.next();
            if (wanted.test(InternalScanFileUtils.getPartitionValues(file))) {
              files.add(InternalScanFileUtils.getAddFileStatus(file).getPath());
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the log of " + path, e);
    }
    return files;
  }
}
