package io.junheng.lake;

import static org.apache.spark.sql.functions.col;

import io.junheng.definition.Period;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/**
 * Delta tables by name below one root, read as they are and replaced as a whole or by period.
 *
 * <p>A replacement is one commit: readers see the state before or the state after it, and a write
 * that fails leaves the state before. Different tables may be written from several threads at once;
 * the same table may not.
 */
public final class Lake {
  private static final String PERIOD = "period";

  private final SparkSession spark;
  private final String root;
  private final Optional<String> label;
  private final SortedMap<String, Long> versionsRead;
  private final SortedMap<String, Long> versionsWritten;

  /**
   * @param root the folder of the lake, local or on any file system that Hadoop knows; it need not
   *     exist yet
   */
  public Lake(SparkSession spark, String root) {
    this(
        spark,
        root,
        Optional.empty(),
        new ConcurrentSkipListMap<>(),
        new ConcurrentSkipListMap<>());
  }

  private Lake(
      SparkSession spark,
      String root,
      Optional<String> label,
      SortedMap<String, Long> versionsRead,
      SortedMap<String, Long> versionsWritten) {
    this.spark = Objects.requireNonNull(spark, "spark");
    this.root = root.replaceAll("(?<=.)/+$", "");
    this.label = label;
    this.versionsRead = versionsRead;
    this.versionsWritten = versionsWritten;
  }

  /**
   * The same lake, which writes the label into the {@code data_label} of every gold row; without
   * one, the column is null.
   */
  public Lake labelled(Optional<String> newLabel) {
    return new Lake(spark, root, newLabel, versionsRead, versionsWritten);
  }

  public String root() {
    return root;
  }

  /**
   * All rows, with the columns in the order of the definition. No rows where nothing was ever
   * written.
   */
  public Dataset<Row> read(Table table) {
    return read(StoredTable.of(table));
  }

  /** The rows of some periods. */
  public Dataset<Row> read(Table table, Collection<Period> periods) {
    return read(StoredTable.of(table), periods);
  }

  /** The rows of some periods of any stored table. */
  public Dataset<Row> read(StoredTable table, Collection<Period> periods) {
    Set<String> wanted =
        periods.stream().map(Period::number).map(String::valueOf).collect(Collectors.toSet());
    return read(table, values -> !values.containsKey(PERIOD) || wanted.contains(values.get(PERIOD)))
        .where(col(PERIOD).isin(numbers(periods)));
  }

  /** All rows of any stored table. A column that the stored table does not have yet is null. */
  public Dataset<Row> read(StoredTable table) {
    return read(table, values -> true);
  }

  private Dataset<Row> read(StoredTable table, Predicate<Map<String, String>> wanted) {
    if (!log(table).exists()) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    TableFiles files = new TableFiles(spark, path(table));
    versionsRead.put(table.name(), files.version());
    Dataset<Row> stored = files.rows(wanted);
    Set<String> present = Set.of(stored.columns());
    Column[] columns = new Column[table.schema().size()];
    for (int i = 0; i < columns.length; i++) {
      StructField field = table.schema().fields()[i];
      columns[i] =
          present.contains(field.name())
              ? col(field.name())
              : functions.lit(null).cast(field.dataType()).as(field.name());
    }
    return stored.select(columns);
  }

  public boolean exists(Table table) {
    return exists(StoredTable.of(table));
  }

  public boolean exists(StoredTable table) {
    return log(table).exists();
  }

  /** The latest version; empty where nothing was ever written. */
  public OptionalLong version(Table table) {
    return version(StoredTable.of(table));
  }

  public OptionalLong version(StoredTable table) {
    return log(table).version();
  }

  /** {@link #replace(Table, Collection, Dataset, Layout)} with the layout that fits the table. */
  public Written replace(Table table, Collection<Period> periods, Dataset<Row> rows) {
    return replace(table, periods, rows, Layout.of(StoredTable.of(table)));
  }

  /**
   * Puts the rows in place of those of the periods; all other periods stay. A row of another period
   * is refused.
   *
   * @param rows the table's columns by name, in any order; {@code data_label} is filled here
   */
  public Written replace(
      Table table, Collection<Period> periods, Dataset<Row> rows, Layout layout) {
    StoredTable stored = StoredTable.of(table);
    Slice slice = Slice.ofPeriods(periods);
    return written(stored, slice, layout.spread(fitted(stored, rows), stored));
  }

  /** Puts the rows in place of all that the table holds. */
  public Written replaceAll(Table table, Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    return written(stored, Slice.ALL, Layout.of(stored).spread(fitted(stored, rows), stored));
  }

  /**
   * Puts the rows in place of all that the table holds, unless they are the same. For dimensions:
   * both sides are held in memory.
   */
  public Written replaceIfChanged(Table table, Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    List<Row> after = SmallTable.collect(fitted(stored, rows), stored);
    if (exists(stored) && log(stored).hasSchemaOf(stored)) {
      List<Row> before = SmallTable.collect(read(stored), stored);
      if (before.equals(after)) {
        return new Written(stored.name(), version(stored).orElseThrow(), after.size(), false);
      }
    }
    return written(stored, Slice.ALL, spark.createDataFrame(after, stored.schema()).coalesce(1));
  }

  /**
   * Puts delivered rows in place of those of the same periods and counties; all others stay.
   *
   * @param silver from {@link SilverTable#of}
   * @param deliveries the counties that delivered, by period; also those whose delivery now holds
   *     no rows
   */
  public Written replaceDeliveries(
      StoredTable silver,
      Map<Period, ? extends Collection<String>> deliveries,
      Dataset<Row> rows,
      Layout layout) {
    Slice slice = Slice.ofDeliveries(deliveries);
    return written(silver, slice, layout.spread(fitted(silver, rows), silver));
  }

  /** Adds rows; for the tables that tell what happened. */
  public Written append(Table table, Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    return written(stored, Slice.NONE, Layout.ONE_FILE.spread(fitted(stored, rows), stored));
  }

  /**
   * Rows of a table from values in memory: a column that a row does not name is null; decimals are
   * brought to the table's scale.
   */
  public Dataset<Row> rows(Table table, List<? extends Map<? extends TableColumn, ?>> values) {
    return spark.createDataFrame(
        values.stream().map(row -> SmallTable.row(table, row)).toList(),
        StoredTable.of(table).schema());
  }

  /** The version of each table when it was last read here, by qualified name. */
  public SortedMap<String, Long> versionsRead() {
    return new TreeMap<>(versionsRead);
  }

  /** The version of each table that was written here, by qualified name. */
  public SortedMap<String, Long> versionsWritten() {
    return new TreeMap<>(versionsWritten);
  }

  private Written written(StoredTable table, Slice slice, Dataset<Row> rows) {
    Written written = new TableWriter(table, path(table), log(table)).write(rows, slice);
    versionsWritten.put(table.name(), written.version());
    return written;
  }

  private Dataset<Row> fitted(StoredTable table, Dataset<Row> rows) {
    return new FittedRows(table, label).apply(rows);
  }

  private TableLog log(StoredTable table) {
    return new TableLog(spark, path(table));
  }

  private String path(StoredTable table) {
    return root + "/" + table.folder();
  }

  private static Object[] numbers(Collection<Period> periods) {
    return periods.stream().map(Period::number).toArray();
  }
}
