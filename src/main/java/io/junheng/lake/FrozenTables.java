package io.junheng.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import io.junheng.definition.Period;
import io.junheng.lake.FrozenTable.FrozenFile;
import io.junheng.table.ReleaseColumn;
import io.junheng.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Copies the rows of tables to layer {@code release} under the number of a release.
 *
 * <p>A column that a Delta table is divided by stands in its log and not in its files. The files of
 * a release are therefore those of gold byte by byte, however many rows they hold: nothing is read,
 * nothing is written anew, and no Spark is needed.
 */
public final class FrozenTables {
  private final Configuration hadoop;
  private final String root;
  private final LakeFiles files;

  public FrozenTables(Configuration hadoop, String root) {
    this.hadoop = hadoop;
    this.root = root;
    this.files = new LakeFiles(hadoop);
  }

  /**
   * Copies the rows of some periods, or all where the table is not divided by period, in place of
   * what stands under that number: one commit. Empty where the table was never written.
   */
  public Optional<FrozenTable> freeze(Table table, String releaseId, Collection<Period> periods)
      throws IOException {
    Set<String> wanted = periods.stream().map(Period::toString).collect(Collectors.toSet());
    return freeze(
        table,
        releaseId,
        values -> !values.containsKey("period") || wanted.contains(values.get("period")));
  }

  /** Copies all rows. */
  public Optional<FrozenTable> freeze(Table table, String releaseId) throws IOException {
    return freeze(table, releaseId, values -> true);
  }

  private Optional<FrozenTable> freeze(
      Table table, String releaseId, Predicate<Map<String, String>> wanted) throws IOException {
    String from = root + "/" + StoredTable.of(table).folder();
    if (!new TableLog(hadoop, from).exists()) {
      return Optional.empty();
    }
    KernelTable source = new KernelTable(hadoop, from);
    if (!source.isPlain()) {
      throw new IOException(
          "%s uses features of Delta that its files alone do not tell (deletion vectors or column mapping)"
              .formatted(table.qualifiedName()));
    }
    StoredTable target = StoredTable.of(table.inRelease());
    String to = root + "/" + target.folder();
    List<FrozenFile> copied = new ArrayList<>();
    long version =
        new SmallTable(hadoop, target, to)
            .write(
                Slice.ofRelease(releaseId),
                new TableLog(hadoop, to).exists(),
                (engine, state) -> copies(source, releaseId, wanted, engine, state, copied));
    RowDigest digest = new RowDigest();
    new SmallTables(hadoop, root).ofRelease(releaseId).forEach(table, digest::add);
    return Optional.of(
        new FrozenTable(
            table.name(), source.version(), version, digest.rows(), digest.sha256(), copied));
  }

  private List<Row> copies(
      KernelTable source,
      String releaseId,
      Predicate<Map<String, String>> wanted,
      Engine engine,
      Row state,
      List<FrozenFile> copied)
      throws IOException {
    List<Row> actions = new ArrayList<>();
    for (Row file : source.filesWithStatistics(wanted)) {
      Map<String, Literal> partition = partition(releaseId, file);
      DataWriteContext context = Transaction.getWriteContext(engine, state, partition);
      FileStatus original = InternalScanFileUtils.getAddFileStatus(file);
      Path copy =
          new Path(
              context.getTargetDirectory(), "part-%s.snappy.parquet".formatted(UUID.randomUUID()));
      FileId id = copy(new Path(original.getPath()), copy);
      copied.add(new FrozenFile(inLake(copy), id));
      DataFileStatus added =
          new DataFileStatus(
              copy.toString(), id.bytes(), System.currentTimeMillis(), source.statistics(file));
      try (CloseableIterator<Row> rows =
          Transaction.generateAppendActions(
              engine, state, Utils.singletonCloseableIterator(added), context)) {
        actions.addAll(rows.toInMemoryList());
      }
    }
    return actions;
  }

  private static Map<String, Literal> partition(String releaseId, Row file) {
    Map<String, Literal> partition = new HashMap<>();
    partition.put(ReleaseColumn.RELEASE_ID.columnName(), Literal.ofString(releaseId));
    InternalScanFileUtils.getPartitionValues(file)
        .forEach((column, value) -> partition.put(column, Literal.ofInt(Integer.parseInt(value))));
    return partition;
  }

  private FileId copy(Path from, Path to) throws IOException {
    FileId[] id = new FileId[1];
    try (InputStream in = files.open(from)) {
      files.replace(to, out -> id[0] = FileId.copy(in, out));
    }
    return id[0];
  }

  private String inLake(Path file) {
    String base = KernelTable.qualified(hadoop, root).toUri().getPath();
    return file.toUri().getPath().substring(base.length() + 1);
  }
}
