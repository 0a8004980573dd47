package io.junheng.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.Row;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.junheng.table.StoredRow;
import io.junheng.table.StoredRows;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;

/**
 * Rows of the lake's own tables for questions that want an answer at once: files are found with
 * Delta's Java kernel and read with Parquet's own reader, which leaves out partitions, row groups
 * and pages that cannot hold the values asked for. Not a class of Spark is loaded. Several threads
 * may ask.
 */
public final class PlainRows implements StoredRows {
  private final Configuration hadoop;
  private final String root;
  private final Map<Table, Optional<KernelTable>> tables = new ConcurrentHashMap<>();
  private final Map<Asked, List<StoredRow>> answers = new ConcurrentHashMap<>();

  /**
   * @param root as {@link Lake} takes it
   */
  public PlainRows(Configuration hadoop, String root) {
    this.hadoop = hadoop;
    this.root = root;
  }

  @Override
  public List<StoredRow> read(Table table, Map<? extends TableColumn, ?> where) {
    Map<String, Object> wanted = new HashMap<>();
    where.forEach((column, value) -> wanted.put(column.columnName(), value));
    return answers.computeIfAbsent(new Asked(table, wanted), this::answer);
  }

  /** What was asked once is asked again by other parts of the same answer. */
  private record Asked(Table table, Map<String, Object> wanted) {}

  private List<StoredRow> answer(Asked asked) {
    return tables
        .computeIfAbsent(asked.table(), this::find)
        .map(stored -> List.copyOf(read(asked.table(), stored, asked.wanted())))
        .orElse(List.of());
  }

  private Optional<KernelTable> find(Table table) {
    String path = root + "/" + table.qualifiedName().replace('.', '/');
    return new TableLog(hadoop, path).exists()
        ? Optional.of(new KernelTable(hadoop, path))
        : Optional.empty();
  }

  private List<StoredRow> read(Table table, KernelTable stored, Map<String, Object> wanted) {
    List<String> partition = partitionColumns(stored.snapshot());
    List<StoredRow> rows = new ArrayList<>();
    for (Row file : stored.files(values -> isWithin(values, wanted))) {
      ParquetRows reader =
          new ParquetRows(table, InternalScanFileUtils.getPartitionValues(file), wanted, partition);
      try {
        reader.read(hadoop, InternalScanFileUtils.getAddFileStatus(file).getPath(), rows::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + table.qualifiedName(), e);
      }
    }
    return rows;
  }

  private static List<String> partitionColumns(Snapshot snapshot) {
    return snapshot.getPartitionColumnNames();
  }

  private static boolean isWithin(Map<String, String> partition, Map<String, Object> wanted) {
    return partition.entrySet().stream()
        .allMatch(
            part ->
                !wanted.containsKey(part.getKey())
                    || String.valueOf(wanted.get(part.getKey())).equals(part.getValue()));
  }
}
