package io.junheng.lake;

import io.junheng.table.Table;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Tables of gold that each of Spark's tasks writes rows of side by side, so that what is worked out
 * once goes to all of them. No commit names the files yet.
 */
public final class StagedTables implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, Staging> stagings = new TreeMap<>();
  private final Staging.Cut cut;
  private final String label;

  StagedTables(Map<Table, Staging> stagings, boolean isEachApart, Optional<String> label) {
    stagings.forEach((table, staging) -> this.stagings.put(table.qualifiedName(), staging));
    this.cut = new Staging.Cut(isEachApart, new TreeSet<>());
    this.label = label.orElse(null);
  }

  /** Begins what one task writes. */
  public Task open() {
    return new Task();
  }

  /** What one task has written, by the qualified name of the table. */
  public record Files(TreeMap<String, ArrayList<StagedFile>> byTable) implements Serializable {
    /** Of no task. */
    public Files() {
      this(new TreeMap<>());
    }

    /** The files of a table. */
    public List<StagedFile> of(Table table) {
      return byTable.getOrDefault(table.qualifiedName(), new ArrayList<>());
    }

    /** Adds the files of another task. */
    public Files with(Files other) {
      other.byTable.forEach(
          (table, files) -> byTable.computeIfAbsent(table, any -> new ArrayList<>()).addAll(files));
      return this;
    }

    /** The files of all tables. */
    public List<StagedFile> all() {
      return byTable.values().stream().flatMap(Collection::stream).toList();
    }
  }

  /** The rows of one task; those of a period come together, and within it those of a county. */
  public final class Task {
    private final UTF8String labelled = UTF8String.fromString(label);
    private final IdentityHashMap<Table, Open> open = new IdentityHashMap<>();

    /**
     * Adds a row.
     *
     * @param values of all columns in the table's order, as Spark holds them inside its rows; the
     *     label is filled here
     */
    public void add(Table table, Object... values) {
      Open rows = open.get(table);
      if (rows == null) {
        rows = new Open(table, stagings.get(table.qualifiedName()).open(cut));
        open.put(table, rows);
      }
      rows.add(values, labelled);
    }

    /** Ends all files. */
    public Files finish() throws IOException {
      Files files = new Files();
      for (Open rows : open.values()) {
        files.byTable().put(rows.table.qualifiedName(), new ArrayList<>(rows.rows.finish()));
      }
      return files;
    }

    /** Gives all files up. */
    public void abandon(Exception because) {
      open.values().forEach(rows -> rows.rows.abandon(because));
    }
  }

  /** What a task writes of one table. */
  private static final class Open {
    private final Table table;
    private final Staging.Rows rows;
    private final int period;
    private final int label;
    private int at;

    Open(Table table, Staging.Rows rows) {
      this.table = table;
      this.rows = rows;
      this.period = table.columnNames().indexOf("period");
      this.label = table.isLabelled() ? table.columns().size() - 1 : -1;
    }

    void add(Object[] values, UTF8String labelled) {
      if (values.length != table.columns().size()) {
        throw new IllegalArgumentException(
            "%d values for the %d columns of %s"
                .formatted(values.length, table.columns().size(), table.qualifiedName()));
      }
      Object[] ofFile = new Object[values.length - 1];
      System.arraycopy(values, 0, ofFile, 0, period);
      System.arraycopy(values, period + 1, ofFile, period, ofFile.length - period);
      if (label >= 0) {
        ofFile[label - 1] = labelled;
      }
      int next = (Integer) values[period];
      try {
        if (next != at) {
          rows.end();
          at = next;
        }
        rows.add(next, new GenericInternalRow(ofFile));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + table.qualifiedName(), e);
      }
    }
  }
}
