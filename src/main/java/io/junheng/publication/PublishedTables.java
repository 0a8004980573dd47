package io.junheng.publication;

import io.junheng.definition.Period;
import io.junheng.table.Layer;
import io.junheng.table.ReleaseColumn;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of gold as they are handed on whole: each row says which release it comes from. */
public final class PublishedTables {
  private static final List<Table> ALL =
      Tables.all().stream()
          .filter(table -> table.layer() == Layer.GOLD)
          .map(Table::published)
          .toList();

  private PublishedTables() {}

  /** All of them, in the order of their definition. */
  public static List<Table> all() {
    return ALL;
  }

  /**
   * The rows of one, in the order of its key. What does not belong to a period is that of the last
   * one's release.
   */
  public static List<Row> rows(Gold gold, Table published) {
    Table table = Tables.require(published.qualifiedName());
    List<Row> rows = gold.rows(table);
    Map<Period, Optional<String>> releases = new HashMap<>();
    Optional<String> last =
        gold.periods().stream().max(Comparator.naturalOrder()).flatMap(gold::release);
    StructType schema =
        rows.isEmpty() || rows.get(0).schema() == null
            ? null
            : rows.get(0).schema().add(released(), DataTypes.StringType);
    List<Row> withRelease = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Optional<String> release =
          table.isByPeriod() ? releases.computeIfAbsent(Cells.period(row), gold::release) : last;
      withRelease.add(with(row, release, schema));
    }
    return withRelease;
  }

  private static String released() {
    return ReleaseColumn.RELEASE_ID.columnName();
  }

  private static Row with(Row row, Optional<String> release, StructType schema) {
    Object[] values = new Object[row.size() + 1];
    for (int i = 0; i < row.size(); i++) {
      values[i] = row.get(i);
    }
    values[row.size()] = release.orElse(null);
    return schema == null ? RowFactory.create(values) : new GenericRowWithSchema(values, schema);
  }
}
