package io.junheng.publication.workbook;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * One county's results («一县一策»): where it stands under each framework, what it does not meet and by
 * how much, what each of its schools lacks («一校一策»), how far it is on the way to its targets, and
 * its figures of the last periods.
 *
 * @param period the one that it is about
 * @param periods those that it is compared over, oldest first; {@code period} is the last
 */
public record CountyWorkbook(
    ByCounty rows, Names names, String county, Period period, List<Period> periods) {
  private static final int MOST_PERIODS = 3;

  /** Codes of the counties that stand in a league table of the latest period. */
  public static List<String> counties(Gold gold) {
    return gold.rows(LeagueTable.TABLE, latest(gold)).stream()
        .map(row -> Cells.code(row, LeagueTable.COUNTY_CODE))
        .distinct()
        .sorted()
        .toList();
  }

  /** The workbook of the latest period. */
  public static CountyWorkbook latest(ByCounty rows, Names names, String county) {
    Period period = latest(rows.gold());
    List<Period> periods =
        rows.gold().periods().stream()
            .filter(one -> one.type() == period.type() && one.compareTo(period) <= 0)
            .sorted(Comparator.reverseOrder())
            .limit(MOST_PERIODS)
            .sorted()
            .toList();
    return new CountyWorkbook(rows, names, county, period, periods);
  }

  /** The latest period that anything was ranked in. */
  static Period latest(Gold gold) {
    return gold.rows(LeagueTable.TABLE).stream()
        .map(Cells::period)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Writes the workbook. */
  public void writeTo(OutputStream out) throws IOException {
    try (Book book = new Book(title())) {
      new CountyOverviewSheet(this).write(book);
      new UnmetItemsSheet(this).write(book);
      new SchoolGapsSheet(this).write(book);
      new TargetsSheet(this).write(book);
      new TrendSheet(this).write(book);
      book.writeTo(out);
    }
  }

  String title() {
    return names.area(county) + in("教育监测结果(一县一策)", " · results of the county");
  }

  String in(String zh, String en) {
    return names.in(new Text(zh, en));
  }

  List<Row> rows(Table table) {
    return rows.rows(table, county);
  }

  List<Row> rows(Table table, Period of) {
    return rows(table).stream().filter(row -> Cells.period(row).equals(of)).toList();
  }

  /** The row of a period whose text columns hold these values. */
  Optional<Row> row(Table table, Period of, TableColumn column, String value) {
    return rows(table, of).stream()
        .filter(row -> Cells.code(row, column).equals(value))
        .findFirst();
  }

  /** The mark of sample data, if any row carries one. */
  Optional<String> label() {
    return rows(LeagueTable.TABLE).stream()
        .flatMap(row -> Cells.text(row, LeagueTable.DATA_LABEL).stream())
        .findFirst();
  }

  /** Title, mark and a line on top of a sheet. */
  void head(Page page, String title, String line, int columns) {
    page.title(names.area(county) + " · " + title, columns);
    label().ifPresent(label -> page.line(label, Look.Kind.LABEL, columns));
    page.line(names.periodOfRelease(period) + " · " + line, Look.Kind.PLAIN, columns);
  }

  /** Header that stays, buttons for filters, print. */
  void foot(Page page, Page.Block block, int frozen) {
    page.freeze(block, frozen);
    page.filter(block);
    page.print(Optional.of(block), title() + " · " + names.period(period), label());
  }
}
