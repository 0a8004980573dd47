package io.junheng.lake;

import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Finds hashes that stand more than once in a table of silver. A data file never changes, so the
 * hashes of its rows are kept beside the tables ({@link HashFile}), and only files that are new are
 * read. What is kept can be removed at any time: it is made again.
 *
 * @param root of the lake
 */
record RepeatedHashes(SparkSession spark, String root, StoredTable table, RowHashes hashes) {
  /** So many numbers are sorted in one go. */
  private static final long AT_ONCE = 8_000_000;

  /** A data file and where its hashes are. */
  private record Source(FileRows.DataFile file, String hashes) implements Serializable {}

  /** Where lakes keep hashes. */
  static Path folder(String lakeRoot) {
    return new Path(lakeRoot, "ops/_hashes");
  }

  /**
   * The hashes, each once.
   *
   * @param stored a table whose rows are those of its files
   * @param wanted partitions that are looked at, by column and value
   */
  JavaRDD<long[]> of(KernelTable stored, Predicate<Map<String, String>> wanted) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    Path folder =
        KernelTable.qualified(
            hadoop, new Path(folder(root), table.folder() + "/" + hashes.name()).toString());
    List<Source> sources =
        stored.files(wanted).stream().map(file -> source(stored, file, folder)).toList();
    Map<String, Long> kept = kept(hadoop, folder);
    List<Source> missing =
        sources.stream().filter(source -> !kept.containsKey(source.hashes())).toList();
    long all =
        make(missing)
            + sources.stream().mapToLong(source -> kept.getOrDefault(source.hashes(), 0L)).sum();
    return repeated(sources.stream().map(Source::hashes).toList(), all);
  }

  private Source source(KernelTable stored, io.delta.kernel.data.Row file, Path folder) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    Map<String, String> folders = InternalScanFileUtils.getPartitionValues(file);
    Object[] values =
        Arrays.stream(ofFolders().fieldNames())
            .map(column -> Staging.folderValue(column, folders.get(column)))
            .toArray();
    String within = status.getPath().replace(stored.path().toString(), "");
    String name = UUID.nameUUIDFromBytes(within.getBytes(StandardCharsets.UTF_8)) + ".hashes";
    return new Source(
        new FileRows.DataFile(
            status.getPath(), status.getSize(), status.getModificationTime(), values),
        new Path(folder, name).toString());
  }

  /** How many hashes each file holds that is there. */
  private static Map<String, Long> kept(Configuration hadoop, Path folder) {
    Map<String, Long> kept = new HashMap<>();
    try {
      for (org.apache.hadoop.fs.FileStatus file :
          new LakeFiles(hadoop).system(folder).listStatus(folder)) {
        long count = HashFile.count(file.getLen());
        if (count >= 0) {
          kept.put(file.getPath().toString(), count);
        }
      }
    } catch (FileNotFoundException e) {
      // Nothing was ever kept.
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return kept;
  }

  // ---- hashes of new files

  private long make(List<Source> missing) {
    if (missing.isEmpty()) {
      return 0;
    }
    FileRows<InternalRow> reader = FileRows.of(spark, inFiles(), ofFolders());
    RowHashes.Hashing hashing = hashes.hashing();
    SerializableConfiguration hadoop = hadoop();
    return context()
        .parallelize(missing, Math.min(missing.size(), 4 * context().defaultParallelism()))
        .map(
            source ->
                new HashFile(new Path(source.hashes()))
                    .write(
                        hadoop.value(),
                        hashing.of(reader.read(List.of(source.file()).iterator(), row -> true))))
        .reduce(Long::sum);
  }

  /** What files tell by the folder that they are in. */
  private StructType ofFolders() {
    return columns(true);
  }

  private StructType inFiles() {
    return columns(false);
  }

  private StructType columns(boolean areOfFolders) {
    return new StructType(
        hashes.columns().stream()
            .filter(column -> table.partitionBy().contains(column) == areOfFolders)
            .map(column -> table.schema().apply(column))
            .toArray(StructField[]::new));
  }

  // ---- what repeats

  private JavaRDD<long[]> repeated(List<String> files, long all) {
    int tasks =
        (int)
            Math.min(
                HashFile.RANGES,
                Math.max(context().defaultParallelism(), (all + AT_ONCE - 1) / AT_ONCE));
    SerializableConfiguration hadoop = hadoop();
    return context()
        .parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
        .map(
            task ->
                repeated(
                    files,
                    hadoop.value(),
                    task * HashFile.RANGES / tasks,
                    (task + 1) * HashFile.RANGES / tasks))
        .filter(found -> found.length > 0);
  }

  private static long[] repeated(List<String> files, Configuration hadoop, int from, int until)
      throws IOException {
    List<LongBuffer> parts = new ArrayList<>();
    for (String file : files) {
      parts.add(new HashFile(new Path(file)).read(hadoop, from, until));
    }
    // Parts are sorted: what is behind sort() finds that out and merges them.
    long[] sorted = new long[parts.stream().mapToInt(LongBuffer::remaining).sum()];
    int end = 0;
    for (LongBuffer part : parts) {
      int count = part.remaining();
      part.get(sorted, end, count);
      end += count;
    }
    Arrays.sort(sorted);
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1] && (i == 1 || sorted[i - 2] != sorted[i]))
        .mapToLong(i -> sorted[i])
        .toArray();
  }

  private SerializableConfiguration hadoop() {
    return new SerializableConfiguration(spark.sessionState().newHadoopConf());
  }

  private JavaSparkContext context() {
    return new JavaSparkContext(spark.sparkContext());
  }
}
