package io.junheng.lake;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Writes rows into one Delta table: one commit, and the comments hold afterwards. */
record TableWriter(StoredTable table, String path, TableLog log) {
  Written write(Dataset<Row> rows, Slice slice) {
    DataFrameWriter<Row> writer = log.exists() ? renewing(rows) : creating(within(slice, rows));
    slice.condition().ifPresent(condition -> writer.option("replaceWhere", condition));
    writer.mode(slice.kind() == Slice.Kind.NONE ? SaveMode.Append : SaveMode.Overwrite).save(path);
    requireSchema();
    long version = log.version().orElseThrow();
    return new Written(table.name(), version, log.rowsWrittenBy(version), true);
  }

  /** Delta holds the rows against the condition only where the table is there already. */
  private Dataset<Row> within(Slice slice, Dataset<Row> rows) {
    return slice
        .condition()
        .map(
            condition ->
                rows.where(
                    when(expr(condition), lit(true))
                        .otherwise(
                            raise_error(
                                    lit(
                                        "a row for %s is not within %s"
                                            .formatted(table.name(), condition)))
                                .cast("boolean"))))
        .orElse(rows);
  }

  private DataFrameWriter<Row> creating(Dataset<Row> rows) {
    DataFrameWriter<Row> writer = rows.write().format("delta");
    writer.partitionBy(table.partitionBy().toArray(String[]::new));
    if (table.statistics().isEmpty()) {
      writer.option("delta.dataSkippingNumIndexedCols", "0");
    } else {
      writer.option("delta.dataSkippingStatsColumns", String.join(",", table.statistics()));
    }
    return writer;
  }

  /**
   * A newer definition may have more columns and other comments; anything else needs a new table.
   */
  private DataFrameWriter<Row> renewing(Dataset<Row> rows) {
    DataFrameWriter<Row> writer = rows.write().format("delta");
    StructType stored = log.schema();
    if (!TableLog.missingColumns(table, stored).isEmpty()) {
      writer.option("mergeSchema", "true");
    }
    List<StructField> others = TableLog.otherComments(table, stored);
    if (!others.isEmpty()) {
      rows.sparkSession().sql(commentsAnew(others));
    }
    return writer;
  }

  private String commentsAnew(List<StructField> fields) {
    return fields.stream()
        .map(
            field ->
                "`%s` COMMENT '%s'"
                    .formatted(
                        field.name(),
                        TableLog.comment(field).replace("\\", "\\\\").replace("'", "\\'")))
        .collect(
            Collectors.joining(", ", "ALTER TABLE delta.`%s` ALTER COLUMN ".formatted(path), ""));
  }

  private void requireSchema() {
    if (!log.hasSchemaOf(table)) {
      throw new IllegalStateException(
          "%s was written, but its columns or comments are not those of its definition"
              .formatted(table.name()));
    }
  }
}
