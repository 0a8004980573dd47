package io.junheng.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** What the transaction log of one Delta table says. Only metadata is read, no rows. */
final class TableLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COMMENT = "comment";

  private final Configuration hadoop;
  private final Path path;

  TableLog(Configuration hadoop, String path) {
    this.hadoop = hadoop;
    this.path = new Path(path);
  }

  /** Whether a first write was committed; one that failed may have left an empty log. */
  boolean exists() {
    try {
      Path folder = new Path(path, "_delta_log");
      FileSystem files = fileSystem();
      return files.exists(folder)
          && Arrays.stream(files.listStatus(folder)).anyMatch(TableLog::isCommit);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for a table at " + path, e);
    }
  }

  /** The latest version, looked up anew; empty where there is no table. */
  OptionalLong version() {
    return exists() ? OptionalLong.of(latest().version()) : OptionalLong.empty();
  }

  /**
   * Whether the stored columns have the table's names, types and comments; their order may differ.
   */
  boolean hasSchemaOf(StoredTable table) {
    StructType stored = schema();
    return missingColumns(table, stored).isEmpty() && otherComments(table, stored).isEmpty();
  }

  /** The stored schema of the latest version. */
  StructType schema() {
    return latest().schema();
  }

  /** Columns of the definition that the stored table does not have yet. */
  static List<StructField> missingColumns(StoredTable table, StructType stored) {
    List<String> names = List.of(stored.fieldNames());
    return fields(table).stream().filter(field -> !names.contains(field.name())).toList();
  }

  /** Columns whose stored comment is not the definition's. */
  static List<StructField> otherComments(StoredTable table, StructType stored) {
    List<String> names = List.of(stored.fieldNames());
    List<StructField> others = new ArrayList<>();
    for (StructField field : fields(table)) {
      if (names.contains(field.name())
          && !comment(stored.apply(field.name())).equals(comment(field))) {
        others.add(field);
      }
    }
    return others;
  }

  static String comment(StructField field) {
    return field.metadata().contains(COMMENT) ? field.metadata().getString(COMMENT) : "";
  }

  /** Rows that a commit wrote, from its own metrics. */
  long rowsWrittenBy(long version) {
    Path commit = new Path(path, "_delta_log/%020d.json".formatted(version));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(fileSystem().open(commit), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode info = JSON.readTree(line).path("commitInfo");
        if (!info.isMissingNode()) {
          return info.path("operationMetrics").path("numOutputRows").asLong();
        }
      }
      throw new IllegalStateException("%s says nothing about its commit".formatted(commit));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + commit, e);
    }
  }

  private static boolean isCommit(FileStatus file) {
    String name = file.getPath().getName();
    return name.endsWith(".json") || name.endsWith(".parquet");
  }

  private KernelTable latest() {
    return new KernelTable(hadoop, path.toString());
  }

  private FileSystem fileSystem() throws IOException {
    return path.getFileSystem(hadoop);
  }

  private static List<StructField> fields(StoredTable table) {
    return List.of(table.schema().fields());
  }
}
