package io.junheng.lake;

import io.junheng.lake.RowText.CsvText;
import io.junheng.lake.RowText.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Any table as one file, its rows sorted by the table's key, so that the same rows give the same
 * bytes. The rows pass through one by one; the file appears when it is whole.
 */
public final class TableExport {
  private final LakeFiles files;

  public TableExport(Configuration hadoop) {
    this.files = new LakeFiles(hadoop);
  }

  /**
   * Writes rows of a table and tells how many.
   *
   * @param rows as read from the lake, perhaps of some periods only
   * @param mark used by CSV alone
   */
  public long write(
      StoredTable table, Dataset<Row> rows, ExportFormat format, ByteOrderMark mark, Path out)
      throws IOException {
    Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
    return switch (format) {
      case CSV -> writeText(rows.orderBy(key), new CsvText(mark), out);
      case JSON -> writeText(rows.orderBy(key), new JsonText(), out);
      case PARQUET -> writeParquet(rows.coalesce(1).sortWithinPartitions(key), out);
    };
  }

  private long writeText(Dataset<Row> rows, RowText text, Path out) throws IOException {
    long[] written = {0};
    files.replace(out, stream -> written[0] = writeText(rows, text, stream));
    return written[0];
  }

  private static long writeText(Dataset<Row> rows, RowText text, OutputStream out)
      throws IOException {
    long written = 0;
    try (Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
      text.begin(rows.schema(), writer);
      for (Iterator<Row> each = rows.toLocalIterator(); each.hasNext(); written++) {
        text.write(each.next(), writer);
      }
    }
    return written;
  }

  /** Spark writes a folder; its only file becomes the export. */
  private long writeParquet(Dataset<Row> rows, Path out) throws IOException {
    FileSystem system = files.system(out);
    Path folder = LakeFiles.beside(system.makeQualified(out));
    try {
      rows.write().parquet(folder.toString());
      FileStatus[] parts =
          system.listStatus(folder, path -> path.getName().matches("part-.*\\.parquet"));
      if (parts.length != 1) {
        throw new IllegalStateException("%d files instead of one".formatted(parts.length));
      }
      long written = rows.sparkSession().read().parquet(parts[0].getPath().toString()).count();
      files.move(parts[0].getPath(), out);
      return written;
    } finally {
      system.delete(folder, true);
    }
  }
}
