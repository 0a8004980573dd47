package io.junheng.lake;

import io.junheng.table.Layer;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;
import scala.Option;
import scala.collection.immutable.Map$;

/**
 * Writes rows of a table into its folder before a commit names them, or before it is known whether
 * they will stand: readers see only files that a commit names. Made by a driver, used by executors.
 * What no commit ever names is removed by maintenance.
 */
public final class Staging implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PERIOD = "period";
  static final String COUNTY_CODE = "county_code";

  /**
   * With how many rows a file is long enough: it ends before the next county. Where rows stand
   * together by county, a corrected one is then written anew with few others.
   */
  private static final long LONG_ENOUGH = 100_000;

  private static final int NOWHERE = -1;

  private final String table;
  private final String folder;
  private final boolean isByCounty;
  private final StructType columns;
  private final int countyAt;
  private final OutputWriterFactory writers;
  private final SerializableConfiguration hadoop;
  private transient TaskAttemptContext attempt;

  /**
   * @param table divided by period, or by period and county
   * @param unique columns of texts or numbers that hardly ever repeat: a dictionary of them would
   *     be made in vain
   */
  Staging(SparkSession spark, String path, StoredTable table, Collection<String> unique) {
    isByCounty = table.partitionBy().equals(List.of(PERIOD, COUNTY_CODE));
    if (!isByCounty && !isByPeriod(table)) {
      throw new IllegalArgumentException(
          table.name() + " is divided neither by period nor by period and county");
    }
    this.table = table.name();
    Configuration settings = spark.sessionState().newHadoopConf();
    unique.forEach(name -> settings.setBoolean("parquet.enable.dictionary#" + name, false));
    if (isByCounty) {
      // A file holds one county, so that smallest and largest values spare no reading.
      settings.setBoolean("parquet.column.statistics.enabled", false);
      settings.setBoolean("parquet.size.statistics.enabled", false);
    }
    // Nobody looks for rows by their values; telling the smallest takes a tenth of the writing.
    for (StructField field : table.schema().fields()) {
      if (field.dataType() instanceof DecimalType || field.dataType() instanceof DoubleType) {
        settings.setBoolean("parquet.column.statistics.enabled#" + field.name(), false);
      }
    }
    folder = KernelTable.qualified(settings, path).toString();
    columns =
        new StructType(
            Arrays.stream(table.schema().fields())
                .filter(field -> !table.partitionBy().contains(field.name()))
                .toArray(StructField[]::new));
    countyAt =
        Arrays.asList(columns.fieldNames()).contains(COUNTY_CODE)
            ? columns.fieldIndex(COUNTY_CODE)
            : NOWHERE;
    try {
      Job job = Job.getInstance(settings);
      writers = new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), columns);
      hadoop = new SerializableConfiguration(ofFiles(job.getConfiguration()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare a write to " + table.name(), e);
    }
  }

  /** Whether a table is divided by period alone. */
  static boolean isByPeriod(StoredTable table) {
    return table.partitionBy().equals(List.of(PERIOD));
  }

  /**
   * Whether the files of a table are made to hold counties that stand beside each other. Tables
   * that rows are appended to are not of gold.
   */
  static boolean endsFilesWithCounties(StoredTable table) {
    return isByPeriod(table)
        && table.name().startsWith(Layer.GOLD.code() + ".")
        && table.statistics().contains(COUNTY_CODE);
  }

  /** Without the settings of jobs, which each file's writer would look through. */
  private static Configuration ofFiles(Configuration all) {
    Configuration files = new Configuration(false);
    all.forEach(
        setting -> {
          if (!setting.getKey().startsWith("mapreduce.") && !setting.getKey().startsWith("yarn.")) {
            files.set(setting.getKey(), setting.getValue());
          }
        });
    return files;
  }

  /** What a folder tells of the period or the county of its files, as Spark holds it. */
  static Object folderValue(String column, String text) {
    return column.equals(COUNTY_CODE) ? UTF8String.fromString(text) : Integer.valueOf(text);
  }

  /** The columns that a file holds, in their order. */
  public StructType columns() {
    return columns;
  }

  /**
   * Has Spark's tasks write rows, each into files for each period that it holds.
   *
   * @param rows of a table that is divided by period alone, with all of its columns
   */
  List<StagedFile> write(Dataset<Row> rows) {
    Column[] ordered =
        Stream.concat(Arrays.stream(columns.fieldNames()), Stream.of(PERIOD))
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    QueryExecution plan = rows.select(ordered).queryExecution();
    return SQLExecution.withNewExecutionId(
        plan,
        Option.apply("write " + table),
        () -> plan.toRdd().toJavaRDD().mapPartitions(this::rowsWithPeriod).collect());
  }

  private Iterator<StagedFile> rowsWithPeriod(Iterator<InternalRow> rows) throws IOException {
    UnsafeProjection ofFile = withoutPeriod();
    return written(
        Cut.WHERE_LONG,
        files -> {
          while (rows.hasNext()) {
            InternalRow row = rows.next();
            files.add(row.getInt(columns.size()), ofFile.apply(row));
          }
        });
  }

  /** Writes rows of the file's columns, those of a county together. */
  Iterator<StagedFile> files(Iterator<PeriodRows> groups, Cut cut) throws IOException {
    return written(
        cut,
        files -> {
          while (groups.hasNext()) {
            PeriodRows next = groups.next();
            while (next.rows().hasNext()) {
              files.add(next.period(), next.rows().next());
            }
            files.end();
          }
        });
  }

  /** Adds rows to files. */
  @FunctionalInterface
  private interface Adding {
    void to(Rows files) throws IOException;
  }

  private Iterator<StagedFile> written(Cut cut, Adding rows) throws IOException {
    Rows files = open(cut);
    try {
      rows.to(files);
      return files.finish().iterator();
    } catch (IOException | RuntimeException e) {
      files.abandon(e);
      throw e;
    }
  }

  /** Begins what one task writes of a table that is divided by period alone. */
  Rows open(Cut cut) {
    return new Rows(cut);
  }

  /**
   * Where files end, beside the ends of long ones: always between two counties.
   *
   * @param isEachApart each county has files of its own
   * @param gaps counties that no file may reach over
   */
  record Cut(boolean isEachApart, TreeSet<String> gaps) implements Serializable {
    static final Cut WHERE_LONG = new Cut(false, new TreeSet<>());

    private boolean isBetween(UTF8String before, UTF8String next) {
      if (isEachApart) {
        return true;
      }
      if (gaps.isEmpty()) {
        return false;
      }
      String last = before.toString();
      String following = next.toString();
      return following.compareTo(last) < 0 || !gaps.subSet(last, false, following, false).isEmpty();
    }
  }

  /** Rows of one task, in files for each period that they are of. */
  final class Rows {
    private final Cut cut;
    private final Map<Integer, Part> parts = new TreeMap<>();
    private final List<StagedFile> ended = new ArrayList<>();

    private Rows(Cut cut) {
      this.cut = cut;
    }

    /**
     * @param row the file's columns
     */
    void add(int period, InternalRow row) throws IOException {
      Part part = parts.get(period);
      if (part != null && part.endsBefore(row, cut)) {
        ended.add(parts.remove(period).finish());
        part = null;
      }
      if (part == null) {
        part = Staging.this.open(period, "");
        parts.put(period, part);
      }
      part.write(row);
    }

    /** Ends the files that are open: what comes next is of another period. */
    void end() throws IOException {
      for (Part part : parts.values()) {
        ended.add(part.finish());
      }
      parts.clear();
    }

    List<StagedFile> finish() throws IOException {
      end();
      return ended;
    }

    void abandon(Exception because) {
      try {
        for (Part part : parts.values()) {
          part.abandon();
        }
        for (StagedFile file : ended) {
          delete(new Path(file.path()));
        }
      } catch (IOException | RuntimeException e) {
        because.addSuppressed(e);
      }
    }
  }

  private void delete(Path path) throws IOException {
    new LakeFiles(hadoop.value()).system(path).delete(path, false);
  }

  private UnsafeProjection withoutPeriod() {
    List<Expression> kept = new ArrayList<>();
    for (StructField field : columns.fields()) {
      kept.add(new BoundReference(kept.size(), field.dataType(), true));
    }
    return UnsafeProjection.create(scala.jdk.javaapi.CollectionConverters.asScala(kept).toSeq());
  }

  /**
   * Begins a file for rows of one period and county.
   *
   * @param county empty text where the table is divided by period alone
   */
  public Part open(int period, String county) {
    if (attempt == null) {
      attempt = new TaskAttemptContextImpl(hadoop.value(), new TaskAttemptID());
    }
    String name = "part-" + UUID.randomUUID() + writers.getFileExtension(attempt);
    String place = folder + "/" + partition(PERIOD, "" + period);
    if (isByCounty) {
      place += "/" + partition(COUNTY_CODE, county);
    }
    Path path = new Path(place, name);
    return new Part(path, period, county, writers.newInstance(path.toString(), columns, attempt));
  }

  private static String partition(String column, String value) {
    return ExternalCatalogUtils.getPartitionPathString(column, value);
  }

  /** A file that is being written. */
  public final class Part {
    private final Path path;
    private final int period;
    private final String county;
    private final OutputWriter writer;
    private long rows;
    private UTF8String at;
    private UTF8String least;
    private UTF8String most;

    private Part(Path path, int period, String county, OutputWriter writer) {
      this.path = path;
      this.period = period;
      this.county = county;
      this.writer = writer;
    }

    /** Adds a row of the file's columns. */
    public void write(InternalRow row) {
      writer.write(row);
      rows++;
      if (countyAt != NOWHERE && !row.isNullAt(countyAt)) {
        UTF8String code = row.getUTF8String(countyAt);
        if (!code.equals(at)) {
          at = code.clone();
          least = least == null || at.compareTo(least) < 0 ? at : least;
          most = most == null || at.compareTo(most) > 0 ? at : most;
        }
      }
    }

    /** Whether the row is of another county than the one before, and the file is to end there. */
    private boolean endsBefore(InternalRow row, Cut cut) {
      if (countyAt == NOWHERE || at == null || row.isNullAt(countyAt)) {
        return false;
      }
      UTF8String next = row.getUTF8String(countyAt);
      return !next.equals(at) && (rows >= LONG_ENOUGH || cut.isBetween(at, next));
    }

    /** Ends the file. */
    public StagedFile finish() throws IOException {
      writer.close();
      FileStatus file = path.getFileSystem(hadoop.value()).getFileStatus(path);
      return new StagedFile(
          path.toString(),
          file.getLen(),
          file.getModificationTime(),
          rows,
          period,
          county,
          least == null ? "" : least.toString(),
          most == null ? "" : most.toString());
    }

    /** Gives the file up. */
    public void abandon() throws IOException {
      try {
        writer.close();
      } finally {
        delete(path);
      }
    }
  }
}
