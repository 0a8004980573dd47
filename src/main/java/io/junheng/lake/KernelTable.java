package io.junheng.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * The latest version of a Delta table, as its log tells it to Delta's own Java kernel: without a
 * Spark session.
 */
final class KernelTable {
  /** A reader of this version and below needs to know nothing but files and partitions. */
  private static final int PLAIN_READER = 1;

  private final Path path;
  private final Engine engine;
  private final Snapshot snapshot;

  /**
   * @param path of a table that is there
   */
  KernelTable(Configuration hadoop, String path) {
    this.path = qualified(hadoop, path);
    this.engine = DefaultEngine.create(hadoop);
    this.snapshot = Table.forPath(engine, this.path.toString()).getLatestSnapshot(engine);
  }

  static Path qualified(Configuration hadoop, String path) {
    try {
      Path given = new Path(path);
      return given.getFileSystem(hadoop).makeQualified(given);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for a table at " + path, e);
    }
  }

  Path path() {
    return path;
  }

  Engine engine() {
    return engine;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  long version() {
    return snapshot.getVersion();
  }

  /** Whether its rows are those of its files, with nothing to be left out or renamed. */
  boolean isPlain() {
    return snapshot.getProtocol().getMinReaderVersion() <= PLAIN_READER;
  }

  /** The stored columns with their comments. */
  StructType schema() {
    return (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
  }

  /** The files of the partitions wanted, which are given by column and value. */
  List<Row> files(Predicate<Map<String, String>> wanted) {
    return files(snapshot.getScanBuilder().build().getScanFiles(engine), wanted);
  }

  /** The same, and each with what is known of its rows. */
  List<Row> filesWithStatistics(Predicate<Map<String, String>> wanted) {
    if (snapshot.getScanBuilder().build() instanceof ScanImpl scan) {
      return files(scan.getScanFiles(engine, true), wanted);
    }
    throw new IllegalStateException("Delta's kernel tells no statistics of " + path);
  }

  /**
   * Of the files of the partitions wanted, those that may have one of the values in a column of
   * texts; a file of whose values nothing is known may.
   */
  List<Row> filesThatMayHave(
      Predicate<Map<String, String>> wanted, String column, Collection<String> values) {
    io.delta.kernel.expressions.Column named = new io.delta.kernel.expressions.Column(column);
    return filesWithStatistics(wanted).stream()
        .filter(
            file ->
                statistics(file)
                    .map(known -> values.stream().anyMatch(value -> mayHave(known, named, value)))
                    .orElse(true))
        .toList();
  }

  private static boolean mayHave(
      DataFileStatistics known, io.delta.kernel.expressions.Column column, String value) {
    Literal least = known.getMinValues().get(column);
    Literal most = known.getMaxValues().get(column);
    return least == null
        || most == null
        || (value.compareTo((String) least.getValue()) >= 0
            && value.compareTo((String) most.getValue()) <= 0);
  }

  /** What the log knows of the rows of a file of {@link #filesWithStatistics}. */
  Optional<DataFileStatistics> statistics(Row file) {
    AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    return add.getStatsJson()
        .flatMap(json -> DataFileStatistics.deserializeFromJson(json, snapshot.getSchema()));
  }

  /** The bytes of the files of the partitions wanted. */
  long bytes(Predicate<Map<String, String>> wanted) {
    return files(wanted).stream()
        .mapToLong(
            file -> new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)).getSize())
        .sum();
  }

  private List<Row> files(
      CloseableIterator<FilteredColumnarBatch> found, Predicate<Map<String, String>> wanted) {
    List<Row> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = found) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            Row file = rows.next();
            if (wanted.test(InternalScanFileUtils.getPartitionValues(file))) {
              files.add(file);
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
