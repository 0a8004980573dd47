package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Text;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tables of the lake with their columns, for people: gold and ops, which are our own, and
 * silver, which {@code conf/contracts} decide. Needs no Spark.
 */
public final class KnownTables {
  private static final String SILVER = "silver.";

  /**
   * A table.
   *
   * @param name layer and name
   * @param key names of the columns that tell rows apart
   */
  public record Described(String name, Text title, List<String> key, List<Field> columns) {
    public Described {
      key = List.copyOf(key);
      columns = List.copyOf(columns);
    }
  }

  /** A column of a table. The note and the unit may be empty. */
  public record Field(String name, String type, Text title, String unit, Text note) {}

  private final List<Described> tables;

  private KnownTables(List<Described> tables) {
    this.tables = List.copyOf(tables);
  }

  /** Gold, ops, and gold as it is released. */
  public static KnownTables own() {
    return new KnownTables(
        Stream.concat(Tables.all().stream(), Tables.released().stream())
            .map(KnownTables::described)
            .toList());
  }

  /** Silver as the contracts say, and our own. */
  public static KnownTables of(Catalogue catalogue) {
    Stream<Described> silver = catalogue.contracts().stream().map(KnownTables::described);
    return new KnownTables(Stream.concat(silver, own().tables.stream()).toList());
  }

  public List<Described> all() {
    return tables;
  }

  /** The table of that name, with or without its layer. */
  public Optional<Described> find(String name) {
    return tables.stream()
        .filter(table -> table.name().equals(name) || table.name().endsWith("." + name))
        .findFirst();
  }

  /**
   * The table of that name.
   *
   * @throws JobException that names the nearest known one
   */
  public Described require(String name) {
    return find(name).orElseThrow(() -> new JobException(Outcome.CONFIGURATION, unknown(name)));
  }

  private Text unknown(String name) {
    boolean isFull = name.contains(".");
    List<String> names =
        tables.stream()
            .map(Described::name)
            .map(known -> isFull ? known : known.substring(known.indexOf('.') + 1))
            .toList();
    return JobWords.unknown("表", "table", name, names);
  }

  private static Described described(Table table) {
    return new Described(
        table.qualifiedName(),
        table.title(),
        table.key().stream().map(column -> column.columnName()).toList(),
        table.columns().stream()
            .map(
                column ->
                    new Field(
                        column.columnName(),
                        word(column.type()),
                        new Text(column.zh(), column.en()),
                        column.unit(),
                        note(column.note())))
            .toList());
  }

  private static Described described(Contract contract) {
    List<Field> fields = new ArrayList<>();
    for (Column column : contract.columns()) {
      if (column.isKept()) {
        fields.add(field(column));
      }
      column
          .becomes()
          .forEach(
              r -> fields.add(new Field(r.name(), word(r.type()), r.title(), "", Text.same(""))));
    }
    return new Described(SILVER + contract.id(), contract.title(), contract.key(), fields);
  }

  private static Field field(Column column) {
    return new Field(
        column.name(),
        word(column.type()),
        column.title(),
        column.unit().orElse(""),
        Text.same(""));
  }

  /** Notes are kept as {@code 中文 · English}. */
  private static Text note(String both) {
    String[] parts = both.split(" · ", 2);
    return parts.length == 2 ? new Text(parts[0], parts[1]) : Text.same(both);
  }

  private static String word(Enum<?> type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
