package io.junheng.lake;

import io.junheng.definition.Period;
import io.junheng.table.Layer;
import io.junheng.table.ReleaseColumn;
import io.junheng.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * The tables of a lake whose rows fit in memory, read and written without Spark: no job, not even a
 * session.
 *
 * @param root as {@link Lake} takes it
 * @param release the release whose rows stand for those of gold; empty: gold as it is worked on
 */
public record SmallTables(Configuration hadoop, String root, Optional<String> release) {
  /** The lake as it is worked on. */
  public SmallTables(Configuration hadoop, String root) {
    this(hadoop, root, Optional.empty());
  }

  /** The same lake with the rows of a release in place of gold's, in gold's columns. */
  public SmallTables ofRelease(String releaseId) {
    return new SmallTables(hadoop, root, Optional.of(releaseId));
  }

  /** All rows, with the columns in the order of the definition; none if it was never written. */
  public List<Row> read(Table table) {
    return read(table, values -> true);
  }

  /** The rows of some periods. */
  public List<Row> read(Table table, Collection<Period> periods) {
    return read(table, ofPeriods(periods));
  }

  /** The rows of some periods, one by one: for tables of schools. */
  public void forEach(Table table, Collection<Period> periods, Consumer<Row> consumer) {
    source(table).ifPresent(stored -> stored.forEach(of(table, ofPeriods(periods)), consumer));
  }

  /** All rows, one by one: for tables of schools. */
  public void forEach(Table table, Consumer<Row> consumer) {
    source(table).ifPresent(stored -> stored.forEach(of(table, values -> true), consumer));
  }

  private List<Row> read(Table table, Predicate<Map<String, String>> wanted) {
    return source(table).map(stored -> stored.read(of(table, wanted))).orElse(List.of());
  }

  private static Predicate<Map<String, String>> ofPeriods(Collection<Period> periods) {
    Set<String> wanted = periods.stream().map(Period::toString).collect(Collectors.toSet());
    return values -> wanted.contains(values.get("period"));
  }

  private Predicate<Map<String, String>> of(Table table, Predicate<Map<String, String>> wanted) {
    String column = ReleaseColumn.RELEASE_ID.columnName();
    return isReleased(table)
        ? wanted.and(values -> release.orElseThrow().equals(values.get(column)))
        : wanted;
  }

  private boolean isReleased(Table table) {
    return release.isPresent() && table.layer() == Layer.GOLD;
  }

  /** The stored table, if it is there; one of a release has a column before those of gold. */
  private Optional<SmallTable> source(Table table) {
    StoredTable place = StoredTable.of(isReleased(table) ? table.inRelease() : table);
    return new TableLog(hadoop, path(place)).exists()
        ? Optional.of(new SmallTable(hadoop, StoredTable.of(table), path(place)))
        : Optional.empty();
  }

  /** The latest version; empty where nothing was ever written. */
  public OptionalLong version(StoredTable table) {
    return new TableLog(hadoop, path(table)).version();
  }

  /** Adds rows; for the tables that tell what happened. */
  public void append(Table table, List<Row> rows) {
    write(table, rows, Slice.NONE);
  }

  /** Puts rows in place of all that the table holds. */
  public void replaceAll(Table table, List<Row> rows) {
    write(table, rows, Slice.ALL);
  }

  private void write(Table table, List<Row> rows, Slice slice) {
    StoredTable stored = StoredTable.of(table);
    TableLog log = new TableLog(hadoop, path(stored));
    boolean isThere = log.exists();
    if (isThere && !log.hasSchemaOf(stored)) {
      throw new UncheckedIOException(
          new IOException(
              "%s was made by another version, with other columns".formatted(stored.name())));
    }
    new SmallTable(hadoop, stored, path(stored)).write(standing -> rows, slice, isThere);
  }

  private String path(StoredTable table) {
    return root + "/" + table.folder();
  }
}
