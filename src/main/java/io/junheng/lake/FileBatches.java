package io.junheng.lake;

import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.FileStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Columns of a table of silver, some thousand rows at a time, as the reader of files holds them: no
 * row is made of them, dictionaries stay, and Spark makes no plan.
 *
 * @param columns in the order in which batches have them
 */
record FileBatches(SparkSession spark, StoredTable table, List<String> columns) {
  /** Bytes of files that one task reads. */
  private static final long OF_TASK = 96 << 20;

  /**
   * Batches of the files of some partitions; empty where the columns are read row by row alone.
   *
   * @param stored a table whose rows are those of its files
   */
  Optional<JavaRDD<ColumnarBatch>> of(KernelTable stored, Predicate<Map<String, String>> wanted) {
    List<String> inFiles = columns.stream().filter(name -> !isFolder(name)).toList();
    List<String> folders = columns.stream().filter(this::isFolder).toList();
    int[] places =
        columns.stream()
            .mapToInt(
                name ->
                    isFolder(name) ? inFiles.size() + folders.indexOf(name) : inFiles.indexOf(name))
            .toArray();
    return FileRows.batches(spark, type(inFiles), type(folders))
        .map(reader -> read(reader, tasks(stored, wanted, folders), places));
  }

  private boolean isFolder(String column) {
    return table.partitionBy().contains(column);
  }

  private StructType type(List<String> names) {
    return new StructType(
        names.stream().map(name -> table.schema().apply(name)).toArray(StructField[]::new));
  }

  private JavaRDD<ColumnarBatch> read(
      FileRows<ColumnarBatch> reader, List<ArrayList<FileRows.DataFile>> tasks, int[] places) {
    return new JavaSparkContext(spark.sparkContext())
        .parallelize(tasks, Math.max(1, tasks.size()))
        .flatMap(files -> chosen(reader.read(files.iterator(), batch -> true), places));
  }

  private static Iterator<ColumnarBatch> chosen(Iterator<ColumnarBatch> batches, int[] places) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return batches.hasNext();
      }

      @Override
      public ColumnarBatch next() {
        ColumnarBatch batch = batches.next();
        return new ColumnarBatch(
            Arrays.stream(places).mapToObj(batch::column).toArray(ColumnVector[]::new),
            batch.numRows());
      }
    };
  }

  /** The largest files come first, each to the task that has least to read. */
  private List<ArrayList<FileRows.DataFile>> tasks(
      KernelTable stored, Predicate<Map<String, String>> wanted, List<String> folders) {
    List<FileRows.DataFile> files =
        stored.files(wanted).stream()
            .map(file -> file(file, folders))
            .sorted(
                Comparator.comparing(FileRows.DataFile::bytes)
                    .reversed()
                    .thenComparing(FileRows.DataFile::path))
            .toList();
    long all = files.stream().mapToLong(FileRows.DataFile::bytes).sum();
    int count = (int) Math.min(files.size(), (all + OF_TASK - 1) / OF_TASK);
    List<ArrayList<FileRows.DataFile>> tasks =
        IntStream.range(0, count).mapToObj(task -> new ArrayList<FileRows.DataFile>()).toList();
    long[] bytes = new long[count];
    for (FileRows.DataFile file : files) {
      int least =
          IntStream.range(0, count)
              .boxed()
              .min(Comparator.comparingLong(task -> bytes[task]))
              .orElseThrow();
      tasks.get(least).add(file);
      bytes[least] += file.bytes();
    }
    return tasks;
  }

  private static FileRows.DataFile file(io.delta.kernel.data.Row file, List<String> folders) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    Map<String, String> values = InternalScanFileUtils.getPartitionValues(file);
    return new FileRows.DataFile(
        status.getPath(),
        status.getSize(),
        status.getModificationTime(),
        folders.stream().map(name -> Staging.folderValue(name, values.get(name))).toArray());
  }
}
