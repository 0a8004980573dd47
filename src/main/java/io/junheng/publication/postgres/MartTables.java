package io.junheng.publication.postgres;

import io.junheng.table.CountyIndicator;
import io.junheng.table.DimAreaSet;
import io.junheng.table.DimFramework;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimObsStatus;
import io.junheng.table.DimPeriod;
import io.junheng.table.DimStage;
import io.junheng.table.DispersionSplit;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tables of the mart: what gold holds, with the keys that it can promise. */
final class MartTables {
  /** Columns by whose code a dimension is found. Areas change over time and have no single row. */
  private static final Map<String, Table> DIMENSIONS =
      Map.of(
          "period", DimPeriod.TABLE,
          "stage", DimStage.TABLE,
          "indicator", DimIndicator.TABLE,
          "framework", DimFramework.TABLE,
          "area_set", DimAreaSet.TABLE,
          "obs_status", DimObsStatus.TABLE);

  /** Tables whose rows belong to an area of any level. */
  private static final Set<String> BY_AREA =
      Set.of(CountyIndicator.TABLE.name(), DispersionSplit.TABLE.name());

  private MartTables() {}

  static String name(Table table) {
    return Mart.GOLD + "." + Sql.name(table.name());
  }

  /** Statements that make a table, or bring one that is there to its definition. */
  static List<String> statements(Table table) {
    List<String> statements = new ArrayList<>();
    String name = name(table);
    statements.add("CREATE TABLE IF NOT EXISTS %s ()".formatted(name));
    table.columns().stream()
        .map(
            column ->
                "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s %s"
                    .formatted(name, Sql.name(column.columnName()), Sql.type(column.type())))
        .forEach(statements::add);
    statements.add(key(table));
    indexes(table).forEach(statements::add);
    statements.add(
        "COMMENT ON TABLE %s IS %s"
            .formatted(name, Sql.text(table.title().zh() + "｜" + table.title().en())));
    table.columns().stream()
        .map(
            column ->
                "COMMENT ON COLUMN %s.%s IS %s"
                    .formatted(name, Sql.name(column.columnName()), Sql.text(column.comment())))
        .forEach(statements::add);
    return statements;
  }

  /** A day from which something is valid may be empty, so such a key is an index. */
  static boolean mayBeEmpty(TableColumn column) {
    return column.columnName().equals("valid_from");
  }

  private static String key(Table table) {
    List<String> key = table.key().stream().map(TableColumn::columnName).toList();
    if (table.key().stream().noneMatch(MartTables::mayBeEmpty)) {
      return constraint(table, table.name() + "_key", "PRIMARY KEY (%s)".formatted(Sql.names(key)));
    }
    List<String> parts =
        table.key().stream()
            .map(
                column ->
                    mayBeEmpty(column)
                        ? "coalesce(%s, DATE '0001-01-01')".formatted(Sql.name(column.columnName()))
                        : Sql.name(column.columnName()))
            .toList();
    return "CREATE UNIQUE INDEX IF NOT EXISTS %s ON %s (%s)"
        .formatted(Sql.name(table.name() + "_key"), name(table), String.join(", ", parts));
  }

  /** Foreign keys; the tables that they point to must be there. */
  static List<String> references(Table table) {
    return table.columns().stream()
        .map(TableColumn::columnName)
        .filter(DIMENSIONS::containsKey)
        .filter(column -> !DIMENSIONS.get(column).name().equals(table.name()))
        .map(
            column ->
                constraint(
                    table,
                    table.name() + "_" + column,
                    "FOREIGN KEY (%s) REFERENCES %s (%s) DEFERRABLE INITIALLY DEFERRED"
                        .formatted(
                            Sql.name(column), name(DIMENSIONS.get(column)), Sql.name(column))))
        .toList();
  }

  /** What tools filter by, beside the key: the columns that the lake keeps statistics of. */
  private static Stream<String> indexes(Table table) {
    return table.statistics().stream()
        .map(TableColumn::columnName)
        .map(
            column ->
                "CREATE INDEX IF NOT EXISTS %s ON %s (%s)"
                    .formatted(
                        Sql.name("by_" + column + "_" + table.name()),
                        name(table),
                        Sql.name(column)));
  }

  private static String constraint(Table table, String name, String definition) {
    return """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_constraint
                         WHERE conname = %s AND conrelid = %s::regclass) THEN
            ALTER TABLE %s ADD CONSTRAINT %s %s;
          END IF;
        END $$"""
        .formatted(Sql.text(name), Sql.text(name(table)), name(table), Sql.name(name), definition);
  }

  /** The column that says whose a row is; empty for a table that is everybody's. */
  static Optional<String> owner(Table table) {
    if (BY_AREA.contains(table.name())) {
      return Optional.of("area_code");
    }
    return table.columnNames().stream().filter("county_code"::equals).findFirst();
  }
}
