package io.junheng.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.data.TransactionStateRow;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/**
 * A table whose rows are in memory, read and written with Delta's Java kernel alone: no Spark job,
 * not even a session. For what a county or a province counts in hundreds: dimensions, verdicts, the
 * register.
 */
record SmallTable(Configuration hadoop, StoredTable table, String path) {
  private static final System.Logger LOG = System.getLogger(SmallTable.class.getName());
  private static final String ENGINE = "Junheng";

  /** Rows of the partitions wanted, in the table's columns; one that is not stored yet is null. */
  List<org.apache.spark.sql.Row> read(Predicate<Map<String, String>> wanted) {
    List<org.apache.spark.sql.Row> rows = new ArrayList<>();
    forEach(wanted, rows::add);
    return rows;
  }

  /** The same, row by row: for tables of schools, which need not fit in memory. */
  void forEach(Predicate<Map<String, String>> wanted, Consumer<org.apache.spark.sql.Row> consumer) {
    KernelTable stored = new KernelTable(hadoop, path);
    List<String> names = stored.snapshot().getSchema().fieldNames();
    int[] ordinals = new int[table.schema().size()];
    for (int i = 0; i < ordinals.length; i++) {
      ordinals[i] = names.indexOf(table.schema().fields()[i].name());
    }
    Row state = stored.snapshot().getScanBuilder().build().getScanState(stored.engine());
    for (Row file : stored.files(wanted)) {
      try (CloseableIterator<FilteredColumnarBatch> batches = read(stored, state, file)) {
        while (batches.hasNext()) {
          try (CloseableIterator<Row> found = batches.next().getRows()) {
            found.forEachRemaining(row -> consumer.accept(row(row, ordinals)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + table.name(), e);
      }
    }
  }

  private static CloseableIterator<FilteredColumnarBatch> read(
      KernelTable stored, Row state, Row file) throws IOException {
    CloseableIterator<ColumnarBatch> physical =
        stored
            .engine()
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                ScanStateRow.getPhysicalDataReadSchema(state),
                Optional.empty())
            .map(result -> result.getData());
    return Scan.transformPhysicalData(stored.engine(), state, file, physical);
  }

  private org.apache.spark.sql.Row row(Row stored, int[] ordinals) {
    Object[] values = new Object[ordinals.length];
    for (int i = 0; i < values.length; i++) {
      if (ordinals[i] >= 0 && !stored.isNullAt(ordinals[i])) {
        values[i] = KernelValues.read(stored, ordinals[i], table.schema().fields()[i].dataType());
      }
    }
    return new GenericRowWithSchema(values, table.schema());
  }

  /**
   * Puts rows in place of those of the slice, in one commit. The table is made if it is not there;
   * if it is, its columns are those of the definition. A {@link ConcurrentWriteException} where
   * somebody else was faster: then nothing is written.
   *
   * @param change the rows that are to stand; given those of the slice, which are read if asked for
   * @return the version after it
   */
  long write(
      Function<Supplier<List<org.apache.spark.sql.Row>>, List<org.apache.spark.sql.Row>> change,
      Slice slice,
      boolean isThere) {
    return write(
        slice,
        isThere,
        (engine, state) -> {
          List<org.apache.spark.sql.Row> rows =
              change.apply(() -> isThere ? read(slice::covers) : List.of());
          List<Row> actions = new ArrayList<>();
          for (Map.Entry<Map<String, Literal>, List<org.apache.spark.sql.Row>> part :
              byPartition(rows, slice)) {
            actions.addAll(written(engine, state, part.getKey(), part.getValue()));
          }
          return actions;
        });
  }

  /** Puts staged files in place of those of the slice, in one commit. */
  long write(Slice slice, boolean isThere, List<StagedFile> staged) {
    return write(slice, isThere, added(staged));
  }

  /**
   * Puts staged files in place of others if the table is at a version; a {@link
   * ConcurrentWriteException} where it is not.
   *
   * @param replaced files of that version
   * @param seen the version that the files were made from; empty: the table is not there
   */
  long write(List<Row> replaced, OptionalLong seen, List<StagedFile> staged) {
    return write(() -> replaced, seen.isPresent(), seen, added(staged));
  }

  private static AddedFiles added(List<StagedFile> staged) {
    return (engine, state) -> {
      List<Row> actions = new ArrayList<>();
      for (StagedFile file : staged) {
        actions.addAll(added(engine, state, file));
      }
      return actions;
    };
  }

  private static List<Row> added(Engine engine, Row state, StagedFile file) throws IOException {
    Map<String, Literal> partition = new HashMap<>(Map.of("period", Literal.ofInt(file.period())));
    if (!file.county().isEmpty()) {
      partition.put("county_code", Literal.ofString(file.county()));
    }
    DataWriteContext context = Transaction.getWriteContext(engine, state, partition);
    DataFileStatistics statistics =
        new DataFileStatistics(
            file.rows(), ofCounty(file.least()), ofCounty(file.most()), Map.of(), Optional.empty());
    DataFileStatus status =
        new DataFileStatus(file.path(), file.bytes(), file.modified(), Optional.of(statistics));
    try (CloseableIterator<Row> actions =
        Transaction.generateAppendActions(
            engine, state, Utils.singletonCloseableIterator(status), context)) {
      return actions.toInMemoryList();
    }
  }

  private static Map<Column, Literal> ofCounty(String code) {
    return code.isEmpty()
        ? Map.of()
        : Map.of(new Column(Staging.COUNTY_CODE), Literal.ofString(code));
  }

  /** Puts files in place of those of the slice, in one commit. */
  long write(Slice slice, boolean isThere, AddedFiles files) {
    return write(
        () ->
            isThere && slice.kind() != Slice.Kind.NONE
                ? new KernelTable(hadoop, path).files(slice::covers)
                : List.of(),
        isThere,
        OptionalLong.empty(),
        files);
  }

  private long write(
      Supplier<List<Row>> replaced, boolean isThere, OptionalLong seen, AddedFiles files) {
    Engine engine = DefaultEngine.create(hadoop);
    String root = KernelTable.qualified(hadoop, path).toString();
    // What others commit after this line is met by our commit: the rows below are not read too
    // early.
    Transaction transaction = transaction(engine, root, isThere);
    if (seen.isPresent() && seen.getAsLong() != transaction.getReadTableVersion()) {
      throw new ConcurrentWriteException();
    }
    List<Row> actions = removals(replaced.get());
    Row state = transaction.getTransactionState(engine);
    try {
      actions.addAll(files.write(engine, state));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + table.name(), e);
    }
    TransactionCommitResult result =
        transaction.commit(
            engine,
            CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
    result.getPostCommitHooks().forEach(hook -> keepInOrder(engine, hook));
    return result.getVersion();
  }

  /** Writes the files of a commit and says so to the log. */
  @FunctionalInterface
  interface AddedFiles {
    List<Row> write(Engine engine, Row state) throws IOException;
  }

  private static List<Row> removals(List<Row> files) {
    List<Row> actions = new ArrayList<>();
    long now = System.currentTimeMillis();
    for (Row file : files) {
      AddFile add = new AddFile(file.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
      actions.add(
          SingleAction.createRemoveFileSingleAction(add.toRemoveFileRow(true, Optional.of(now))));
    }
    return actions;
  }

  /** Checkpoints and checksums; the commit stands without them, and the next one catches up. */
  private void keepInOrder(Engine engine, PostCommitHook hook) {
    try {
      hook.threadSafeInvoke(engine);
    } catch (IOException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "%s after a commit to %s".formatted(hook.getType(), table.name()),
          e);
    }
  }

  private Transaction transaction(Engine engine, String root, boolean isThere) {
    TransactionBuilder builder =
        Table.forPath(engine, root)
            .createTransactionBuilder(
                engine, ENGINE, isThere ? Operation.WRITE : Operation.CREATE_TABLE)
            // Somebody else's commit in between may concern the same rows: whoever calls looks at
            // them anew (Commits).
            .withMaxRetries(0);
    if (!isThere) {
      builder =
          builder
              .withSchema(engine, schema())
              .withPartitionColumns(engine, table.partitionBy())
              .withTableProperties(engine, properties());
    }
    return builder.build(engine);
  }

  private Map<String, String> properties() {
    return table.statistics().isEmpty()
        ? Map.of("delta.dataSkippingNumIndexedCols", "0")
        : Map.of("delta.dataSkippingStatsColumns", String.join(",", table.statistics()));
  }

  private StructType schema() {
    return DataTypeJsonSerDe.deserializeStructType(table.schema().json());
  }

  /** Rows by the values of their partition. */
  private Iterable<Map.Entry<Map<String, Literal>, List<org.apache.spark.sql.Row>>> byPartition(
      List<org.apache.spark.sql.Row> rows, Slice slice) {
    Map<String, List<org.apache.spark.sql.Row>> groups = new TreeMap<>();
    Map<String, Map<String, Literal>> values = new HashMap<>();
    for (org.apache.spark.sql.Row row : rows) {
      Map<String, String> texts = new HashMap<>();
      Map<String, Literal> literals = new HashMap<>();
      for (String column : table.partitionBy()) {
        Object value = row.get(table.schema().fieldIndex(column));
        texts.put(column, String.valueOf(value));
        literals.put(
            column,
            value instanceof Integer number
                ? Literal.ofInt(number)
                : Literal.ofString(String.valueOf(value)));
      }
      if (slice.kind() == Slice.Kind.SOME && !slice.covers(texts)) {
        throw new IllegalArgumentException(
            "a row for %s is not within %s".formatted(table.name(), slice.condition().orElse("")));
      }
      String key = texts.toString();
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
      values.put(key, literals);
    }
    return groups.entrySet().stream()
        .map(group -> Map.entry(values.get(group.getKey()), group.getValue()))
        .toList();
  }

  private List<Row> written(
      Engine engine, Row state, Map<String, Literal> partition, List<org.apache.spark.sql.Row> rows)
      throws IOException {
    FilteredColumnarBatch batch =
        new FilteredColumnarBatch(
            new RowBatch(
                TransactionStateRow.getLogicalSchema(state),
                List.of(table.schema().fieldNames()),
                rows),
            Optional.empty());
    try (CloseableIterator<FilteredColumnarBatch> physical =
        Transaction.transformLogicalData(
            engine, state, Utils.singletonCloseableIterator(batch), partition)) {
      DataWriteContext context = Transaction.getWriteContext(engine, state, partition);
      try (CloseableIterator<DataFileStatus> files =
              engine
                  .getParquetHandler()
                  .writeParquetFiles(
                      context.getTargetDirectory(), physical, context.getStatisticsColumns());
          CloseableIterator<Row> actions =
              Transaction.generateAppendActions(engine, state, files, context)) {
        return actions.toInMemoryList();
      }
    }
  }
}
