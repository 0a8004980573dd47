package io.junheng.publication.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A view of the mart. Users build on it, so it is never dropped: columns are renamed in place, new
 * ones come last, and one that is no longer made stays, empty.
 *
 * @param from all behind the columns: FROM and whatever follows
 */
record View(String schema, String name, String comment, List<ViewColumn> columns, String from) {
  View {
    columns = List.copyOf(columns);
  }

  /** Makes the view, or brings the one that is there to this. */
  void put(Mart mart) throws SQLException {
    List<ViewColumn> all = arranged(mart);
    String select =
        all.stream()
            .map(column -> column.expression() + " AS " + Sql.name(column.name()))
            .collect(Collectors.joining(",\n  "));
    mart.execute("CREATE OR REPLACE VIEW %s AS SELECT\n  %s\n%s".formatted(path(), select, from));
    mart.execute("COMMENT ON VIEW %s IS %s".formatted(path(), Sql.text(comment)));
    for (ViewColumn column : all) {
      mart.execute(
          "COMMENT ON COLUMN %s.%s IS %s"
              .formatted(path(), Sql.name(column.name()), Sql.text(column.comment())));
    }
  }

  /** The columns in the order of the view that is there, then the new ones. */
  private List<ViewColumn> arranged(Mart mart) throws SQLException {
    Map<String, ViewColumn> wanted =
        columns.stream().collect(Collectors.toMap(ViewColumn::name, Function.identity()));
    List<ViewColumn> arranged = new ArrayList<>();
    for (String there : mart.columns(schema, name)) {
      arranged.add(wanted.containsKey(there) ? wanted.get(there) : emptied(mart, there));
    }
    Set<String> names =
        arranged.stream().map(ViewColumn::name).collect(Collectors.toCollection(HashSet::new));
    columns.stream().filter(column -> !names.contains(column.name())).forEach(arranged::add);
    return arranged;
  }

  private ViewColumn emptied(Mart mart, String column) throws SQLException {
    String type =
        mart.text(
                """
                SELECT format_type(atttypid, atttypmod) FROM pg_attribute
                WHERE attrelid = to_regclass(format('%I.%I', ?, ?)) AND attname = ?""",
                schema, name, column)
            .orElseThrow();
    return new ViewColumn(column, "NULL::" + type, "不再提供｜No longer made");
  }

  private String path() {
    return Sql.name(schema) + "." + Sql.name(name);
  }
}
