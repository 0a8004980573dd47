package io.junheng.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.junheng.table.LeagueTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Brings rows into the stored order, with comments and label. Names and types must be the table's
 * own: nothing is cast, because a silent cast hides a mistake of the step before.
 */
record FittedRows(StoredTable table, Optional<String> label) {
  private static final String DATA_LABEL = LeagueTable.DATA_LABEL.columnName();

  Dataset<Row> apply(Dataset<Row> rows) {
    StructType given = rows.schema();
    List<String> problems = problemsOf(given);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "these rows do not fit %s: %s".formatted(table.name(), String.join("; ", problems)));
    }
    return rows.select(
        Arrays.stream(table.schema().fields()).map(this::stored).toArray(Column[]::new));
  }

  /** A row in the stored order, with the label in place. */
  static Row labelled(StoredTable table, Row row, Optional<String> label) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[table.schema().fieldIndex(DATA_LABEL)] = label.orElse(null);
    return RowFactory.create(values);
  }

  private Column stored(StructField field) {
    Column value =
        isLabel(field.name()) ? lit(label.orElse(null)).cast("string") : col(field.name());
    return value.as(field.name(), field.metadata());
  }

  private List<String> problemsOf(StructType given) {
    List<String> problems = new ArrayList<>();
    List<String> names = Arrays.asList(given.fieldNames());
    for (StructField field : table.schema().fields()) {
      if (isLabel(field.name())) {
        continue;
      }
      if (!names.contains(field.name())) {
        problems.add("no column '%s'".formatted(field.name()));
      } else if (!given.apply(field.name()).dataType().sameType(field.dataType())) {
        problems.add(
            "'%s' is %s, not %s"
                .formatted(
                    field.name(),
                    given.apply(field.name()).dataType().simpleString(),
                    field.dataType().simpleString()));
      }
    }
    List<String> own = Arrays.asList(table.schema().fieldNames());
    names.stream()
        .filter(name -> !own.contains(name))
        .forEach(name -> problems.add("the table has no column '%s'".formatted(name)));
    names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .distinct()
        .forEach(name -> problems.add("'%s' stands there twice".formatted(name)));
    return problems;
  }

  private boolean isLabel(String name) {
    return table.isLabelled() && name.equals(DATA_LABEL);
  }
}
