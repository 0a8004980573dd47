package io.junheng.table;

import io.junheng.definition.Stages;
import io.junheng.definition.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One of our own tables.
 *
 * @param name name within its layer
 * @param columns all columns in their stored order; key columns first
 * @param key columns that tell rows apart
 * @param partitionBy columns that the files are divided by; empty for a small table
 * @param statistics columns besides the partition's that readers filter on; only for these are file
 *     statistics kept
 */
public record Table(
    Layer layer,
    String name,
    Text title,
    List<TableColumn> columns,
    List<TableColumn> key,
    List<TableColumn> partitionBy,
    List<TableColumn> statistics) {
  /** The code of a total: all stages, all parts of a breakdown, the item itself among its tests. */
  public static final String TOTAL = Stages.TOTAL;

  /** What {@code data_label} holds for sample data. */
  public static final String SAMPLE_LABEL = "演示数据,非真实结果 · sample data";

  public Table {
    Objects.requireNonNull(title, "title");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    partitionBy = List.copyOf(partitionBy);
    statistics = List.copyOf(statistics);
    if (key.isEmpty() || !columns.subList(0, key.size()).equals(key)) {
      throw new IllegalArgumentException(
          "table '%s' must begin with the columns of its key".formatted(name));
    }
    if (!columns.containsAll(partitionBy) || !columns.containsAll(statistics)) {
      throw new IllegalArgumentException(
          "table '%s' is divided by or filtered on a column that it does not have".formatted(name));
    }
  }

  static Builder gold(String name, String zh, String en, TableColumn[] columns) {
    return new Builder(Layer.GOLD, name, new Text(zh, en), List.of(columns));
  }

  static Builder ops(String name, String zh, String en, TableColumn[] columns) {
    return new Builder(Layer.OPS, name, new Text(zh, en), List.of(columns));
  }

  /**
   * The table that keeps rows of this one under the number of a release: {@code
   * release.league_table}, divided by {@code release_id} before all else. Its other columns are
   * those of this table.
   */
  public Table inRelease() {
    return new Table(
        Layer.RELEASE,
        name,
        title,
        withReleaseId(columns),
        withReleaseId(key),
        withReleaseId(partitionBy),
        statistics);
  }

  /**
   * The table as publications hand it on: with the release that a row comes from as its last
   * column, which is no part of the key, since a period is handed on as one release alone.
   */
  public Table published() {
    return new Table(
        layer,
        name,
        title,
        Stream.concat(columns.stream(), Stream.of(ReleaseColumn.RELEASE_ID)).toList(),
        key,
        partitionBy,
        statistics);
  }

  private static List<TableColumn> withReleaseId(List<TableColumn> columns) {
    return Stream.concat(Stream.of(ReleaseColumn.RELEASE_ID), columns.stream()).toList();
  }

  /** Layer and name: {@code gold.league_table}. */
  public String qualifiedName() {
    return layer.code() + "." + name;
  }

  /** The names of all columns in their stored order. */
  public List<String> columnNames() {
    return columns.stream().map(TableColumn::columnName).toList();
  }

  /** Whether one period of the table can be replaced without touching the others. */
  public boolean isByPeriod() {
    return partitionBy.stream().anyMatch(column -> column.columnName().equals("period"));
  }

  /** Whether rows carry the label that tells sample data from real data. */
  public boolean isLabelled() {
    return layer == Layer.GOLD;
  }

  /** Names the parts of a table that are themselves lists of columns. */
  static final class Builder {
    private final Layer layer;
    private final String name;
    private final Text title;
    private final List<TableColumn> columns;
    private List<TableColumn> key = List.of();
    private List<TableColumn> partitionBy = List.of();
    private List<TableColumn> statistics = List.of();

    private Builder(Layer layer, String name, Text title, List<TableColumn> columns) {
      this.layer = layer;
      this.name = name;
      this.title = title;
      this.columns = columns;
    }

    Builder key(TableColumn... named) {
      key = Arrays.asList(named);
      return this;
    }

    Builder partitionBy(TableColumn... named) {
      partitionBy = Arrays.asList(named);
      return this;
    }

    Builder statistics(TableColumn... named) {
      statistics = Arrays.asList(named);
      return this;
    }

    Table build() {
      return new Table(layer, name, title, columns, key, partitionBy, statistics);
    }
  }
}
