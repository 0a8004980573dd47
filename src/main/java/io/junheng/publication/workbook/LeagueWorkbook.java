package io.junheng.publication.workbook;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.DimFramework;
import io.junheng.table.LeagueTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The league table (监测结果一览表) of one framework: a sheet to read for each set of units, the items of
 * each county, targets for what it looks at, all lines of all periods as data, a dictionary of
 * their columns, and notes.
 */
public record LeagueWorkbook(Gold gold, Names names, String framework) {

  /** Ids of the frameworks that have a league table in any period, in their order. */
  public static List<String> frameworks(Gold gold, Names names) {
    List<String> ranked =
        gold.rows(LeagueTable.TABLE).stream()
            .map(row -> Cells.code(row, LeagueTable.FRAMEWORK))
            .distinct()
            .toList();
    return names.frameworks().stream().filter(ranked::contains).toList();
  }

  /** The latest period in which the framework has a league table. */
  public Period period() {
    return lines().stream().map(Cells::period).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Writes the workbook; the framework must have a league table. */
  public void writeTo(OutputStream out) throws IOException {
    Period period = period();
    List<Row> lines = lines();
    try (Book book = new Book(title())) {
      for (String areaSet : areaSets(lines, period)) {
        new LeagueSheet(this, period, areaSet).write(book.page(sheetName(areaSet)));
      }
      new ItemsSheet(this, period).write(book);
      new LeagueTargetsSheet(this, period).write(book);
      new DataSheet(names).write(book, LeagueTable.TABLE, lines);
      new DictionarySheet(names).write(book, LeagueTable.TABLE);
      new NotesSheet(this).write(book);
      book.writeTo(out);
    }
  }

  String title() {
    return names.framework(framework) + in("监测结果一览表", " · league table");
  }

  String in(String zh, String en) {
    return names.in(new Text(zh, en));
  }

  /** The lines of every period and set of units. */
  List<Row> lines() {
    return gold.rows(LeagueTable.TABLE).stream()
        .filter(row -> Cells.code(row, LeagueTable.FRAMEWORK).equals(framework))
        .toList();
  }

  /** The lines of a period and set, by place, then by code; those without a place come last. */
  List<Row> lines(Period period, String areaSet) {
    return lines().stream()
        .filter(row -> Cells.period(row).equals(period))
        .filter(row -> Cells.code(row, LeagueTable.AREA_SET).equals(areaSet))
        .sorted(
            Comparator.<Row>comparingInt(
                    row -> Cells.integer(row, LeagueTable.RANK_NO).orElse(Integer.MAX_VALUE))
                .thenComparing(row -> Cells.code(row, LeagueTable.COUNTY_CODE)))
        .toList();
  }

  /** Lines of the largest set of units of a period, which holds the others. */
  List<Row> widest(Period period) {
    return lines().stream()
        .filter(row -> Cells.period(row).equals(period))
        .map(row -> Cells.code(row, LeagueTable.AREA_SET))
        .distinct()
        .map(set -> lines(period, set))
        .max((first, second) -> Integer.compare(first.size(), second.size()))
        .orElse(List.of());
  }

  /** The mark of sample data, if any row carries one. */
  Optional<String> label() {
    return lines().stream()
        .flatMap(row -> Cells.text(row, LeagueTable.DATA_LABEL).stream())
        .findFirst();
  }

  /** The framework's own set first. */
  private List<String> areaSets(List<Row> lines, Period period) {
    String own =
        names
            .frameworkRow(framework)
            .flatMap(row -> Cells.text(row, DimFramework.AREA_SET))
            .orElse("");
    return lines.stream()
        .filter(row -> Cells.period(row).equals(period))
        .map(row -> Cells.code(row, LeagueTable.AREA_SET))
        .distinct()
        .sorted(Comparator.comparing((String set) -> !set.equals(own)).thenComparing(s -> s))
        .toList();
  }

  private String sheetName(String areaSet) {
    return in("一览表", "League table") + " " + names.areaSet(areaSet);
  }
}
