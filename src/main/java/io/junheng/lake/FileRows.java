package io.junheng.lake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.paths.SparkPath;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.FileFormat;
import org.apache.spark.sql.execution.datasources.PartitionedFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.TaskCompletionListener;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Reads data files of a table within a task, file after file, without a plan of Spark. */
final class FileRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final scala.Function1<PartitionedFile, scala.collection.Iterator<InternalRow>> reader;

  /**
   * A file of one version of a table.
   *
   * @param folders values that stand in place of columns, as Spark holds them
   */
  record DataFile(String path, long bytes, long modified, Object[] folders)
      implements Serializable {}

  /**
   * @param columns that the files hold
   * @param folders columns that they do not hold, behind the others
   */
  FileRows(SparkSession spark, StructType columns, StructType folders) {
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
                    .updated(FileFormat.OPTION_RETURNING_BATCH(), "false"),
                spark.sessionState().newHadoopConf());
  }

  /**
   * The rows, each good until the next is taken.
   *
   * @param wanted which of them are given
   */
  Iterator<InternalRow> read(Iterator<DataFile> files, Predicate<InternalRow> wanted) {
    return new Rows(files, wanted);
  }

  private final class Rows implements Iterator<InternalRow> {
    private final Iterator<DataFile> files;
    private final Predicate<InternalRow> wanted;
    private DataFile file;
    private Iterator<InternalRow> ofFile = Collections.emptyIterator();
    private InternalRow next;

    Rows(Iterator<DataFile> files, Predicate<InternalRow> wanted) {
      this.files = files;
      this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
      try {
        while (next == null && (ofFile.hasNext() || files.hasNext())) {
          if (ofFile.hasNext()) {
            InternalRow row = ofFile.next();
            TaskContext.get().taskMetrics().inputMetrics().incRecordsRead(1);
            next = wanted.test(row) ? row : null;
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
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      InternalRow row = next;
      next = null;
      return row;
    }
  }

  private Iterator<InternalRow> read(DataFile file) {
    scala.collection.Iterator<InternalRow> rows =
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
    if (rows instanceof Closeable open) {
      TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> close(open));
    }
    return CollectionConverters.asJava(rows);
  }

  private static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
