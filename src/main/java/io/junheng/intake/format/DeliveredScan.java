package io.junheng.intake.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.NullOrdering;
import org.apache.spark.sql.connector.expressions.SortDirection;
import org.apache.spark.sql.connector.expressions.SortOrder;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportOrdering;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * One reading of delivered files. Only the columns that the query needs are written; hashes that
 * nobody asks for are not worked out. Each task reads whole files in the order of period and area
 * and says so, which spares a sort before a write that is partitioned by them.
 */
record DeliveredScan(DeliveredRows.Plan plan, StructType readSchema)
    implements Scan, Batch, SupportsReportOrdering {
  @Override
  public String description() {
    return "%d files of %s".formatted(plan.files().size(), plan.rows().dataset());
  }

  @Override
  public Batch toBatch() {
    return this;
  }

  @Override
  public SortOrder[] outputOrdering() {
    List<String> columns = List.of(readSchema.fieldNames());
    boolean located =
        columns.contains(RawColumns.FOLDER_PERIOD) && columns.contains(RawColumns.FOLDER_AREA);
    return located
        ? new SortOrder[] {ascending(RawColumns.FOLDER_PERIOD), ascending(RawColumns.FOLDER_AREA)}
        : new SortOrder[0];
  }

  private static SortOrder ascending(String column) {
    return Expressions.sort(
        Expressions.column(column), SortDirection.ASCENDING, NullOrdering.NULLS_FIRST);
  }

  @Override
  public InputPartition[] planInputPartitions() {
    int tasks = SparkSession.active().sparkContext().defaultParallelism();
    return FileGroup.of(plan.files(), tasks).toArray(InputPartition[]::new);
  }

  @Override
  public PartitionReaderFactory createReaderFactory() {
    SerializableConfiguration hadoop =
        new SerializableConfiguration(SparkSession.active().sessionState().newHadoopConf());
    return new Factory(plan.rows(), readSchema.json(), hadoop);
  }

  /** Goes to the executors once for a stage. */
  private record Factory(RowPlan rows, String wanted, SerializableConfiguration hadoop)
      implements PartitionReaderFactory {
    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
      StructType schema = (StructType) DataType.fromJson(wanted);
      try {
        return new GroupRows(((FileGroup) partition).files(), rows, schema, hadoop.value());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Narrows the columns to those that are needed. */
  static final class Builder implements ScanBuilder, SupportsPushDownRequiredColumns {
    private final DeliveredRows.Plan plan;
    private StructType wanted;

    Builder(DeliveredRows.Plan plan) {
      this.plan = plan;
      wanted = plan.structType();
    }

    @Override
    public void pruneColumns(StructType required) {
      wanted = required;
    }

    @Override
    public Scan build() {
      return new DeliveredScan(plan, wanted);
    }
  }
}
