package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.CodeList;
import io.junheng.definition.Contract;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Text;
import io.junheng.publication.PublishedTables;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the tables hold, column by column, and which figures are counted. */
record Dictionary(
    List<Described> tables,
    List<Counted> measures,
    Map<String, Text> datasets,
    List<Listed> codes) {

  record Described(String name, Text title, List<ColumnText> columns) {}

  /**
   * @param note in both languages, separated by « · »
   */
  record ColumnText(String name, Text title, String type, String unit, String note, boolean key) {}

  /**
   * @param source dataset that it is counted from
   */
  record Counted(
      String id, Text title, String unit, String source, String per, Optional<String> where) {}

  record Listed(String id, Text title, Map<String, Text> codes) {}

  static Dictionary of(Catalogue catalogue) {
    Map<String, Text> datasets = new TreeMap<>();
    for (Contract contract : catalogue.contracts()) {
      datasets.put(contract.id(), contract.title());
    }
    return new Dictionary(
        PublishedTables.all().stream().map(Dictionary::described).toList(),
        catalogue.measureSets().stream()
            .flatMap(set -> set.measures().stream().map(measure -> counted(set, measure)))
            .toList(),
        datasets,
        catalogue.codeLists().stream().map(Dictionary::listed).toList());
  }

  private static Described described(Table table) {
    return new Described(
        table.qualifiedName(),
        table.title(),
        table.columns().stream().map(column -> columnText(table, column)).toList());
  }

  private static ColumnText columnText(Table table, TableColumn column) {
    return new ColumnText(
        column.columnName(),
        new Text(column.zh(), column.en()),
        Codes.of(column.type()),
        column.unit(),
        column.note(),
        table.key().contains(column));
  }

  private static Counted counted(MeasureSet set, Measure measure) {
    return new Counted(
        measure.id(),
        measure.title(),
        measure.unit(),
        set.contract(),
        Codes.of(set.per()),
        measure.where().map(expression -> expression.sql()));
  }

  private static Listed listed(CodeList list) {
    return new Listed(list.id(), list.title(), Codes.titles(list));
  }
}
