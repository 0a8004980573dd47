package io.junheng.lake;

import static org.apache.spark.sql.functions.col;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.FileStatus;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads a table of schools so that all rows of a county come to one task without being moved: files
 * are made to hold whole counties ({@link Staging}), and those whose counties overlap are read
 * together.
 */
final class WholeCounties implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Column COUNTY = new Column(Staging.COUNTY_CODE);

  private final FileRows<InternalRow> files;
  private final int countyAt;
  private final HashSet<UTF8String> counties;
  private final boolean areRead;

  /**
   * Reads some columns.
   *
   * @param columns of the table, the code of the county among them, not the period
   * @param counties whose rows are read, or left out
   * @param areRead false where they are left out
   */
  WholeCounties(
      SparkSession spark, StructType columns, Collection<String> counties, boolean areRead) {
    files = FileRows.of(spark, columns, new StructType());
    countyAt = columns.fieldIndex(Staging.COUNTY_CODE);
    this.counties =
        counties.stream()
            .map(UTF8String::fromString)
            .collect(Collectors.toCollection(HashSet::new));
    this.areRead = areRead;
  }

  /**
   * The rows, group of counties by group.
   *
   * @param files of one version, of the partitions wanted
   * @param tasks over which the files are spread
   */
  JavaRDD<PeriodRows> read(
      SparkSession spark,
      KernelTable table,
      Collection<io.delta.kernel.data.Row> files,
      int tasks) {
    List<Task> parts = parts(groups(files.stream().map(row -> stored(table, row)).toList()), tasks);
    return new JavaSparkContext(spark.sparkContext())
        .parallelize(parts, Math.max(1, parts.size()))
        .flatMap(part -> part.groups().stream().map(this::rows).iterator());
  }

  /** The same of a table whose rows are not those of its files alone: they are moved. */
  static JavaRDD<PeriodRows> moved(
      SparkSession spark, Dataset<Row> rows, Collection<Integer> periods, StructType columns) {
    org.apache.spark.sql.Column[] asked =
        Arrays.stream(columns.fieldNames())
            .map(org.apache.spark.sql.functions::col)
            .toArray(org.apache.spark.sql.Column[]::new);
    return periods.stream()
        .map(
            period ->
                rows.where(col("period").equalTo(period))
                    .select(asked)
                    .repartition(col(Staging.COUNTY_CODE))
                    .queryExecution()
                    .toRdd()
                    .toJavaRDD()
                    .mapPartitions(part -> List.of(new PeriodRows(period, part)).iterator()))
        .reduce(JavaRDD::union)
        .orElseGet(() -> new JavaSparkContext(spark.sparkContext()).emptyRDD());
  }

  // ---- on the driver

  /** A file, and the counties between which its rows lie; empty texts where that is not known. */
  private record Stored(int period, FileRows.DataFile file, String least, String most)
      implements Serializable {
    boolean isKnown() {
      return !least.isEmpty() && !most.isEmpty();
    }
  }

  /** Files of a period whose counties overlap. */
  private record Group(ArrayList<Stored> files) implements Serializable {
    long bytes() {
      return files.stream().mapToLong(stored -> stored.file().bytes()).sum();
    }
  }

  /** What one task reads. */
  private record Task(ArrayList<Group> groups) implements Serializable {}

  private static Stored stored(KernelTable table, io.delta.kernel.data.Row file) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    Optional<DataFileStatistics> known = table.statistics(file);
    return new Stored(
        Integer.parseInt(InternalScanFileUtils.getPartitionValues(file).get("period")),
        new FileRows.DataFile(
            status.getPath(), status.getSize(), status.getModificationTime(), new Object[0]),
        known.map(all -> code(all.getMinValues().get(COUNTY))).orElse(""),
        known.map(all -> code(all.getMaxValues().get(COUNTY))).orElse(""));
  }

  private static String code(Literal county) {
    return county == null ? "" : (String) county.getValue();
  }

  private static List<Group> groups(List<Stored> files) {
    List<Group> groups = new ArrayList<>();
    String most = "";
    boolean isKnown = true;
    int period = -1;
    for (Stored file :
        files.stream()
            .sorted(Comparator.comparing(Stored::period).thenComparing(Stored::least))
            .toList()) {
      // Files of which nothing is known come first: then all of the period are one group.
      if (file.period() != period || (isKnown && file.least().compareTo(most) > 0)) {
        groups.add(new Group(new ArrayList<>()));
        most = "";
        isKnown = true;
        period = file.period();
      }
      groups.get(groups.size() - 1).files().add(file);
      isKnown &= file.isKnown();
      most = file.most().compareTo(most) > 0 ? file.most() : most;
    }
    return groups;
  }

  /** Groups that stand beside each other go to one task; each has about as much to read. */
  private static List<Task> parts(List<Group> groups, int tasks) {
    long all = groups.stream().mapToLong(Group::bytes).sum();
    List<Task> parts = new ArrayList<>();
    long before = 0;
    long last = -1;
    for (Group group : groups) {
      long part = (before + group.bytes() / 2) * tasks / Math.max(1, all);
      if (part != last) {
        parts.add(new Task(new ArrayList<>()));
        last = part;
      }
      parts.get(parts.size() - 1).groups().add(group);
      before += group.bytes();
    }
    return parts;
  }

  // ---- in a task

  private PeriodRows rows(Group group) {
    return new PeriodRows(
        group.files().get(0).period(),
        files.read(group.files().stream().map(Stored::file).iterator(), this::isWanted));
  }

  private boolean isWanted(InternalRow row) {
    return counties.contains(row.getUTF8String(countyAt)) == areRead;
  }
}
