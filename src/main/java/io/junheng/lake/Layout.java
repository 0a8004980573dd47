package io.junheng.lake;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How the rows of a write are spread over files. */
public enum Layout {
  /**
   * As the tasks that work them out hold them: no shuffle. Right where a task holds few partitions.
   */
  AS_COMPUTED,
  /** One task writes all: for tables that are small as a whole. */
  ONE_FILE,
  /**
   * Rows of a partition are brought together first: for input that mixes many partitions in each
   * task.
   */
  BY_PARTITION;

  Dataset<Row> spread(Dataset<Row> rows, StoredTable table) {
    if (this == AS_COMPUTED || (this == BY_PARTITION && table.partitionBy().isEmpty())) {
      return rows;
    }
    if (this == ONE_FILE) {
      return rows.coalesce(1);
    }
    return rows.repartition(
        table.partitionBy().stream().map(functions::col).toArray(Column[]::new));
  }

  /** What fits where the caller does not say: a table without partitions is small. */
  static Layout of(StoredTable table) {
    return table.partitionBy().isEmpty() ? ONE_FILE : AS_COMPUTED;
  }
}
