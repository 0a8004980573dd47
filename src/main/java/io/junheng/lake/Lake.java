package io.junheng.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Period;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Delta tables by name below one root, read as they are and replaced as a whole or by period.
 *
 * <p>A replacement is one commit: readers see the state before or the state after it, and a write
 * that fails leaves the state before. A commit that meets another's is tried again; two runs that
 * would replace the same rows are kept apart by a {@link RunLease}.
 */
public final class Lake {
  /** Bytes of text, or of a table's files, whose rows fit in memory beside those of others. */
  public static final long SMALL = 4 << 20;

  private static final String PERIOD = "period";

  private final SparkSession spark;
  private final String root;
  private final Optional<String> label;
  private final SortedMap<String, Long> versionsRead;
  private final SortedMap<String, Long> versionsWritten;

  /** How storage is reached; a copy of all settings of a session takes as long as a small read. */
  private final Configuration hadoop;

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
    this.hadoop = spark.sessionState().newHadoopConf();
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
    Set<String> wanted = periods.stream().map(Period::toString).collect(Collectors.toSet());
    return read(table, values -> !values.containsKey(PERIOD) || wanted.contains(values.get(PERIOD)))
        .where(col(PERIOD).isin(numbers(periods)));
  }

  /** All rows of any stored table. A column that the stored table does not have yet is null. */
  public Dataset<Row> read(StoredTable table) {
    return read(table, values -> true);
  }

  private Dataset<Row> read(StoredTable table, Predicate<Map<String, String>> wanted) {
    if (!log(table).exists()) {
      return none(table);
    }
    TableFiles files = new TableFiles(spark, path(table));
    versionsRead.put(table.name(), files.version());
    return inOrder(table, files.rows(wanted));
  }

  /**
   * Rows of some periods for tasks that want all rows of a county together; they are not moved.
   *
   * @param table divided by period alone, of gold
   * @param counties empty: all
   * @param columns of the rows, the county's code among them
   */
  public JavaRDD<PeriodRows> wholeCounties(
      Table table,
      Collection<Period> periods,
      Optional<? extends Collection<String>> counties,
      List<? extends TableColumn> columns) {
    StoredTable stored = StoredTable.of(table);
    StructType asked =
        new StructType(
            columns.stream()
                .map(column -> stored.schema().apply(column.columnName()))
                .toArray(StructField[]::new));
    if (!exists(stored)) {
      return new JavaSparkContext(spark.sparkContext()).emptyRDD();
    }
    KernelTable files = new KernelTable(hadoop, path(stored));
    if (!files.isPlain()) {
      Dataset<Row> rows = read(table, periods);
      return WholeCounties.moved(
          spark,
          counties
              .map(codes -> rows.where(col(Staging.COUNTY_CODE).isin(codes.toArray())))
              .orElse(rows),
          periods.stream().map(Period::number).toList(),
          asked);
    }
    versionsRead.put(stored.name(), files.version());
    Predicate<Map<String, String>> covers = Slice.ofPeriods(periods)::covers;
    return new WholeCounties(
            spark,
            asked,
            counties.<Collection<String>>map(codes -> codes).orElse(List.of()),
            counties.isPresent())
        .read(
            spark,
            files,
            counties.isPresent()
                ? files.filesThatMayHave(covers, Staging.COUNTY_CODE, counties.get())
                : files.filesWithStatistics(covers),
            spark.sessionState().conf().numShufflePartitions());
  }

  /**
   * Rows of several tables of silver for tasks that want all rows of a county together; they are
   * not moved. Each of Spark's partitions has one element: the rows of the tables in their order,
   * each row good until the next one is taken.
   *
   * @param tables that are there
   * @param counties whose rows are read, by the period under which they are told
   */
  public JavaRDD<? extends List<Iterator<InternalRow>>> sideBySide(
      List<CountyRows> tables, Map<Period, ? extends Collection<String>> counties) {
    List<KernelTable> stored =
        tables.stream().map(rows -> new KernelTable(hadoop, path(rows.table()))).toList();
    for (int i = 0; i < tables.size(); i++) {
      versionsRead.put(tables.get(i).table().name(), stored.get(i).version());
    }
    int most = counties.values().stream().mapToInt(Collection::size).max().orElse(1);
    int tasks = Math.max(1, Math.min(most, 2 * spark.sessionState().conf().numShufflePartitions()));
    return new SideBySide(spark, counties, tasks).read(tables, stored);
  }

  /**
   * Columns of rows of some periods and counties, some thousand rows at a time; each batch is good
   * until the next is taken. Rows of other counties come with them where files hold several.
   *
   * @param table of silver, that is there
   * @param counties empty: all
   * @param columns in the order in which batches have them
   * @return empty where Spark itself has to read: rows are not those of files alone, or not of
   *     plain columns
   */
  public Optional<JavaRDD<ColumnarBatch>> batches(
      StoredTable table,
      Collection<Period> periods,
      Optional<? extends Collection<String>> counties,
      List<String> columns) {
    KernelTable stored = new KernelTable(hadoop, path(table));
    if (!stored.isPlain()) {
      return Optional.empty();
    }
    versionsRead.put(table.name(), stored.version());
    Predicate<Map<String, String>> covers = Slice.ofPeriods(periods)::covers;
    return new FileBatches(spark, table, columns)
        .of(
            stored,
            values ->
                covers.test(values)
                    && counties
                        .filter(any -> values.containsKey(Staging.COUNTY_CODE))
                        .map(codes -> codes.contains(values.get(Staging.COUNTY_CODE)))
                        .orElse(true));
  }

  /**
   * Hashes of rows of some periods that stand more than once, each once. Hashes are kept for each
   * data file: only new files are read.
   *
   * @param table of silver, that is there
   * @return empty where rows are not those of files alone, as where somebody deleted some
   */
  public Optional<JavaRDD<long[]>> repeated(
      StoredTable table, Collection<Period> periods, RowHashes hashes) {
    KernelTable stored = new KernelTable(hadoop, path(table));
    if (!stored.isPlain()) {
      return Optional.empty();
    }
    versionsRead.put(table.name(), stored.version());
    return Optional.of(
        new RepeatedHashes(spark, root, table, hashes)
            .of(stored, Slice.ofPeriods(periods)::covers));
  }

  /** No rows, with the columns of a table. */
  public Dataset<Row> none(StoredTable table) {
    return spark.createDataFrame(List.of(), table.schema());
  }

  private static Dataset<Row> inOrder(StoredTable table, Dataset<Row> stored) {
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
    Dataset<Row> spread = layout.spread(fitted(stored, rows), stored);
    if (!Staging.isByPeriod(stored)) {
      return written(stored, slice, spread);
    }
    evolve(stored);
    List<StagedFile> files = staged(stored, slice, spread);
    return Commits.retried(
        stored.name(),
        () -> committed(stored, files, () -> small(stored).write(slice, exists(stored), files)));
  }

  /**
   * Spark writes the files, Delta's kernel names them: Delta's own writer runs a handful of small
   * jobs around each write, which take longer than most tables.
   */
  private List<StagedFile> staged(StoredTable table, Slice slice, Dataset<Row> rows) {
    List<StagedFile> files = new Staging(spark, path(table), table, List.of()).write(rows);
    if (!files.stream().allMatch(f -> slice.covers(Map.of(PERIOD, String.valueOf(f.period()))))) {
      discard(files);
      throw new IllegalArgumentException(
          "a row for %s is not within %s".formatted(table.name(), slice.condition().orElse("")));
    }
    return files;
  }

  private Written committed(StoredTable table, List<StagedFile> files, LongSupplier commit) {
    long version = commit.getAsLong();
    versionsWritten.put(table.name(), version);
    return new Written(
        table.name(), version, files.stream().mapToLong(StagedFile::rows).sum(), true);
  }

  /** Gives a table the columns and comments of its definition; through Spark, which knows how. */
  private void evolve(StoredTable table) {
    if (exists(table) && !log(table).hasSchemaOf(table)) {
      written(table, Slice.NONE, none(table));
    }
  }

  /**
   * Puts the rows in place of those of the periods that have one of the values in a column; all
   * others stay. A row with another value is refused. Only files are written anew that may have one
   * of the values.
   *
   * @param table divided by period alone
   * @param column of texts
   */
  public Written replace(
      Table table,
      Collection<Period> periods,
      TableColumn column,
      Collection<String> values,
      Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    Column isReplaced = coalesce(col(column.columnName()).isin(values.toArray()), lit(false));
    Column isRefused =
        raise_error(
                lit(
                    "a row for %s is of another %s than the ones replaced"
                        .formatted(stored.name(), column.columnName())))
            .cast("boolean");
    Dataset<Row> renewed =
        fitted(stored, rows).where(when(isReplaced, lit(true)).otherwise(isRefused));
    evolve(stored);
    return replaced(
        stored,
        periods,
        column.columnName(),
        values,
        standing -> {
          Dataset<Row> anew =
              standing
                  .filter(part -> !part.files().isEmpty())
                  .map(
                      part ->
                          inOrder(stored, part.rows().get())
                              .where(col(PERIOD).isin(numbers(periods)))
                              .where(not(isReplaced))
                              .unionByName(renewed))
                  .orElse(renewed);
          return staged(
              stored,
              Slice.ofPeriods(periods),
              Layout.ONE_FILE.spread(anew, stored).sortWithinPartitions(col(column.columnName())));
        },
        List.of());
  }

  /**
   * What stands is read within each attempt: another's rows of the moment between are not lost.
   *
   * @param anew writes rows in place of files that may have one of the values; empty where nothing
   *     was ever written
   * @param besides staged files that are added
   */
  private Written replaced(
      StoredTable table,
      Collection<Period> periods,
      String column,
      Collection<String> values,
      Function<Optional<TableFiles.Part>, List<StagedFile>> anew,
      List<StagedFile> besides) {
    Slice slice = Slice.ofPeriods(periods);
    return Commits.retried(
        table.name(),
        () -> {
          Optional<TableFiles> standing =
              exists(table) ? Optional.of(new TableFiles(spark, path(table))) : Optional.empty();
          Optional<TableFiles.Part> touched =
              standing.map(all -> all.thatMayHave(slice::covers, column, values));
          List<StagedFile> written = anew.apply(touched);
          List<StagedFile> all = Stream.concat(written.stream(), besides.stream()).toList();
          try {
            return committed(
                table,
                all,
                () ->
                    small(table)
                        .write(
                            touched.map(TableFiles.Part::files).orElse(List.of()),
                            standing
                                .map(found -> OptionalLong.of(found.version()))
                                .orElse(OptionalLong.empty()),
                            all));
          } catch (RuntimeException e) {
            if (Commits.isConcurrent(e)) {
              discard(written);
            }
            throw e;
          }
        });
  }

  /**
   * Where executors put rows of several tables side by side, before commits name the files.
   *
   * @param isEachApart whether each county has files of its own, as where few of them are put in
   *     place of others
   */
  public StagedTables staged(Collection<Table> tables, boolean isEachApart) {
    return new StagedTables(
        tables.stream()
            .collect(
                Collectors.toMap(
                    table -> table,
                    table -> {
                      StoredTable stored = StoredTable.of(table);
                      return new Staging(spark, path(stored), stored, List.of());
                    })),
        isEachApart,
        label);
  }

  /** Has Spark write rows of some periods into files that no commit names yet. */
  public List<StagedFile> staged(Table table, Collection<Period> periods, Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    return staged(stored, Slice.ofPeriods(periods), fitted(stored, rows));
  }

  /**
   * Puts staged files in place of the rows of the periods; all other periods stay.
   *
   * @param files of {@link #staged} for the same table, with rows of the periods alone
   */
  public Written replaceStaged(Table table, Collection<Period> periods, List<StagedFile> files) {
    StoredTable stored = StoredTable.of(table);
    Slice slice = Slice.ofPeriods(periods);
    evolve(stored);
    return Commits.retried(
        stored.name(),
        () -> committed(stored, files, () -> small(stored).write(slice, exists(stored), files)));
  }

  /**
   * Puts staged files in place of the rows of the periods that are of some counties; all others
   * stay. Only files are written anew that may have rows of these counties.
   *
   * @param files with rows of these counties alone
   */
  public Written replaceStaged(
      Table table,
      Collection<Period> periods,
      Collection<String> counties,
      List<StagedFile> files) {
    StoredTable stored = StoredTable.of(table);
    if (!files.stream()
        .allMatch(f -> counties.contains(f.least()) && counties.contains(f.most()))) {
      discard(files);
      throw new IllegalArgumentException(
          "a row for %s is of another county than the ones replaced".formatted(stored.name()));
    }
    evolve(stored);
    return replaced(
        stored,
        periods,
        Staging.COUNTY_CODE,
        counties,
        standing ->
            standing
                .filter(part -> !part.files().isEmpty())
                .map(part -> kept(stored, part, periods, counties))
                .orElse(List.of()),
        files);
  }

  /** Writes the rows of other counties that stand in files anew. */
  private List<StagedFile> kept(
      StoredTable table,
      TableFiles.Part standing,
      Collection<Period> periods,
      Collection<String> counties) {
    if (!standing.table().isPlain()) {
      Dataset<Row> others =
          inOrder(table, standing.rows().get())
              .where(col(PERIOD).isin(numbers(periods)))
              .where(not(col(Staging.COUNTY_CODE).isin(counties.toArray())));
      return staged(table, Slice.ofPeriods(periods), Layout.ONE_FILE.spread(others, table));
    }
    Staging staging = new Staging(spark, path(table), table, List.of());
    Staging.Cut cut = new Staging.Cut(false, new TreeSet<>(counties));
    return new WholeCounties(spark, staging.columns(), counties, false)
        .read(spark, standing.table(), standing.files(), 1)
        .mapPartitions(groups -> staging.files(groups, cut))
        .collect();
  }

  /** Puts the rows in place of all that the table holds. */
  public Written replaceAll(Table table, Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    return written(stored, Slice.ALL, Layout.of(stored).spread(fitted(stored, rows), stored));
  }

  /**
   * Puts rows in memory in place of those of the periods, without a Spark job; all other periods
   * stay. A row of another period is refused.
   *
   * @param rows from {@link TableRow#of}; {@code data_label} is filled here
   */
  public Written replace(Table table, Collection<Period> periods, List<Row> rows) {
    return written(StoredTable.of(table), Slice.ofPeriods(periods), rows);
  }

  /**
   * Changes the rows of some periods from what they are at the moment of the commit, without a
   * Spark job: where another run commits in between, the change is worked out again from what then
   * stands.
   *
   * @param change from the rows as they stand to those that are to stand; without side effects, for
   *     it may be asked more than once
   */
  public Written update(Table table, Collection<Period> periods, UnaryOperator<List<Row>> change) {
    return written(
        StoredTable.of(table),
        Slice.ofPeriods(periods),
        (Supplier<List<Row>> before) -> change.apply(before.get()));
  }

  /** Puts rows in memory in place of all that the table holds, unless they are the same. */
  public Written replaceIfChanged(Table table, List<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    if (exists(stored) && log(stored).hasSchemaOf(stored)) {
      List<Row> after = labelled(stored, rows);
      if (counted(small().read(table)).equals(counted(after))) {
        return new Written(stored.name(), version(stored).orElseThrow(), after.size(), false);
      }
    }
    return written(stored, Slice.ALL, rows);
  }

  private static Map<Row, Long> counted(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
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

  /**
   * Where executors put delivered rows before it is known which deliveries are taken.
   *
   * @param silver from {@link SilverTable#of}, divided by period and county
   * @param unique columns whose values hardly ever repeat
   */
  public Staging staging(StoredTable silver, Collection<String> unique) {
    return new Staging(spark, path(silver), silver, unique);
  }

  /**
   * Puts staged files in place of the rows of the same periods and counties; all others stay.
   *
   * @param deliveries the counties that delivered, by period; also those whose delivery now holds
   *     no rows
   * @param files of {@link #staging} for the same table
   */
  public Written replaceDeliveries(
      StoredTable silver,
      Map<Period, ? extends Collection<String>> deliveries,
      List<StagedFile> files) {
    evolve(silver);
    Slice slice = Slice.ofDeliveries(deliveries);
    return Commits.retried(
        silver.name(),
        () -> committed(silver, files, () -> small(silver).write(slice, exists(silver), files)));
  }

  /**
   * Puts rows in memory in place of those of the same periods and counties, without a Spark job;
   * all others stay. For tables of which a period fits in memory.
   *
   * @param deliveries the counties that delivered, by period; also those whose delivery now holds
   *     no rows
   */
  public Written replaceSmallDeliveries(
      StoredTable silver, Map<Period, ? extends Collection<String>> deliveries, List<Row> rows) {
    int period = silver.schema().fieldIndex(PERIOD);
    int county = silver.schema().fieldIndex("county_code");
    Slice delivered = Slice.ofDeliveries(deliveries);
    return written(
        silver,
        Slice.ofPeriods(deliveries.keySet()),
        before ->
            Stream.concat(
                    before.get().stream()
                        .filter(
                            row ->
                                !delivered.covers(
                                    Map.of(
                                        PERIOD,
                                        String.valueOf(row.getInt(period)),
                                        "county_code",
                                        row.getString(county)))),
                    rows.stream())
                .toList());
  }

  /**
   * Puts few rows in place of those of the periods that have one of the values in a column; all
   * others stay. The rows pass through memory, and so do those that stand: ask {@link #isSmall}
   * first.
   *
   * @return the rows
   */
  public List<Row> replaceFew(
      Table table,
      Collection<Period> periods,
      TableColumn column,
      Collection<String> values,
      Dataset<Row> rows) {
    StoredTable stored = StoredTable.of(table);
    List<Row> few = fitted(stored, rows).collectAsList();
    int place = stored.schema().fieldIndex(column.columnName());
    Set<String> replaced = Set.copyOf(values);
    update(
        table,
        periods,
        before ->
            Stream.concat(
                    before.stream().filter(row -> !replaced.contains(row.getString(place))),
                    few.stream())
                .toList());
    return few;
  }

  /** Whether what stands of some periods fits in memory beside the same of other tables. */
  public boolean isSmall(Table table, Collection<Period> periods) {
    return isSmall(StoredTable.of(table), periods);
  }

  /** The same of any stored table. */
  public boolean isSmall(StoredTable table, Collection<Period> periods) {
    return !exists(table)
        || periods.isEmpty()
        || new KernelTable(hadoop, path(table)).bytes(Slice.ofPeriods(periods)::covers) <= SMALL;
  }

  /** Removes staged files that will not stand. */
  public void discard(Collection<StagedFile> files) {
    LakeFiles lakeFiles = new LakeFiles(hadoop);
    for (StagedFile file : files) {
      Path path = new Path(file.path());
      try {
        lakeFiles.system(path).delete(path, false);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot remove " + path, e);
      }
    }
  }

  /** Adds rows in memory; for the tables that tell what happened. */
  public Written append(Table table, List<Row> rows) {
    return written(StoredTable.of(table), Slice.NONE, rows);
  }

  /** Rows of some periods of a table that fits in memory, without a Spark job. */
  public List<Row> readSmall(Table table, Collection<Period> periods) {
    version(table).ifPresent(version -> versionsRead.put(StoredTable.of(table).name(), version));
    return small().read(table, periods);
  }

  /** The same of any stored table. */
  public List<Row> readSmall(StoredTable table, Collection<Period> periods) {
    if (!exists(table)) {
      return List.of();
    }
    version(table).ifPresent(version -> versionsRead.put(table.name(), version));
    return small(table).read(Slice.ofPeriods(periods)::covers);
  }

  /** Its tables that fit in memory, to be read without a Spark job. */
  public SmallTables small() {
    return new SmallTables(hadoop, root);
  }

  /** Rows of a table from values in memory, as {@link TableRow#of} makes them. */
  public Dataset<Row> rows(Table table, List<? extends Map<? extends TableColumn, ?>> values) {
    return spark.createDataFrame(TableRow.all(table, values), StoredTable.of(table).schema());
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
    Written written =
        Commits.retried(
            table.name(), () -> new TableWriter(table, path(table), log(table)).write(rows, slice));
    versionsWritten.put(table.name(), written.version());
    return written;
  }

  private Written written(StoredTable table, Slice slice, List<Row> rows) {
    return written(table, slice, before -> rows);
  }

  /** A table whose columns have changed goes through Spark, which knows how to change them. */
  private Written written(
      StoredTable table, Slice slice, Function<Supplier<List<Row>>, List<Row>> change) {
    if (exists(table) && !log(table).hasSchemaOf(table)) {
      List<Row> rows = labelled(table, change.apply(() -> small(table).read(slice::covers)));
      return written(table, slice, spark.createDataFrame(rows, table.schema()).coalesce(1));
    }
    AtomicLong rows = new AtomicLong();
    long version =
        Commits.retried(
            table.name(),
            () ->
                small(table)
                    .write(
                        before -> {
                          List<Row> after = labelled(table, change.apply(before));
                          rows.set(after.size());
                          return after;
                        },
                        slice,
                        exists(table)));
    versionsWritten.put(table.name(), version);
    return new Written(table.name(), version, rows.get(), true);
  }

  private List<Row> labelled(StoredTable table, List<Row> rows) {
    return table.isLabelled()
        ? rows.stream().map(row -> FittedRows.labelled(table, row, label)).toList()
        : rows;
  }

  private SmallTable small(StoredTable table) {
    return new SmallTable(hadoop, table, path(table));
  }

  private Dataset<Row> fitted(StoredTable table, Dataset<Row> rows) {
    return new FittedRows(table, label).apply(rows);
  }

  private TableLog log(StoredTable table) {
    return new TableLog(hadoop, path(table));
  }

  private String path(StoredTable table) {
    return root + "/" + table.folder();
  }

  private static Object[] numbers(Collection<Period> periods) {
    return periods.stream().map(Period::number).toArray();
  }
}
