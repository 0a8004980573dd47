package io.junheng.lake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.TaskCompletionListener;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads data files of a table within a task, file after file, without a plan of Spark.
 *
 * @param <T> {@link InternalRow} or {@link ColumnarBatch}; each is good until the next is taken
 */
final class FileRows<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final scala.Function1<PartitionedFile, scala.collection.Iterator<InternalRow>> reader;
  private final Counting<T> rows;

  /** How many rows one of what is read has. */
  @FunctionalInterface
  private interface Counting<T> extends ToLongFunction<T>, Serializable {}

  /**
   * A file of one version of a table.
   *
   * @param folders values that stand in place of columns, as Spark holds them
   */
  record DataFile(String path, long bytes, long modified, Object[] folders)
      implements Serializable {}

  private FileRows(
      SparkSession spark,
      StructType columns,
      StructType folders,
      boolean areBatches,
      Counting<T> rows) {
    this.rows = rows;
    reader =
        new ParquetFileFormat()
            .buildReaderWithPartitionValues(
                spark,
                columns,
                folders,
                columns,
                CollectionConverters.<org.apache.spark.sql.sources.Filter>asScala(List.of())
                    .toSeq(),
                Map$.MODULE$
                    .<String, String>empty()
                    .updated(FileFormat.OPTION_RETURNING_BATCH(), String.valueOf(areBatches)),
                spark.sessionState().newHadoopConf());
  }

  /**
   * Row by row.
   *
   * @param columns that the files hold
   * @param folders columns that they do not hold, behind the others
   */
  static FileRows<InternalRow> of(SparkSession spark, StructType columns, StructType folders) {
    return new FileRows<>(spark, columns, folders, false, row -> 1);
  }

  /**
   * Some thousand rows at a time, as the reader holds them; empty where it reads row by row alone.
   */
  static Optional<FileRows<ColumnarBatch>> batches(
      SparkSession spark, StructType columns, StructType folders) {
    StructType all = new StructType(columns.fields());
    for (StructField folder : folders.fields()) {
      all = all.add(folder);
    }
    return new ParquetFileFormat().supportBatch(spark, all)
        ? Optional.of(new FileRows<>(spark, columns, folders, true, ColumnarBatch::numRows))
        : Optional.empty();
  }

  /**
   * What the files hold.
   *
   * @param wanted which of it is given
   */
  Iterator<T> read(Iterator<DataFile> files, Predicate<T> wanted) {
    return new Rows(files, wanted);
  }

  private final class Rows implements Iterator<T> {
    private final Iterator<DataFile> files;
    private final Predicate<T> wanted;
    private DataFile file;
    private Iterator<T> ofFile = Collections.emptyIterator();
    private T next;

    Rows(Iterator<DataFile> files, Predicate<T> wanted) {
      this.files = files;
      this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
      try {
        while (next == null && (ofFile.hasNext() || files.hasNext())) {
          if (ofFile.hasNext()) {
            T one = ofFile.next();
            TaskContext.get().taskMetrics().inputMetrics().incRecordsRead(rows.applyAsLong(one));
            next = wanted.test(one) ? one : null;
          } else {
            file = files.next();
            ofFile = read(file);
          }
        }
      } catch (RuntimeException e) {
        throw new UncheckedIOException(new IOException("cannot read " + file.path(), e));
      }
      return next != null;
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      T one = next;
      next = null;
      return one;
    }
  }

  /** Spark's reader says that it gives rows when it gives batches. */
  @SuppressWarnings("unchecked")
  private Iterator<T> read(DataFile file) {
    scala.collection.Iterator<InternalRow> found =
        reader.apply(
            new PartitionedFile(
                new GenericInternalRow(file.folders()),
                SparkPath.fromPath(new Path(file.path())),
                0,
                file.bytes(),
                new String[0],
                file.modified(),
                file.bytes(),
                Map$.MODULE$.empty()));
    if (found instanceof Closeable open) {
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(open));
    }
    return (Iterator<T>) CollectionConverters.asJava(found);
  }

  private static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
