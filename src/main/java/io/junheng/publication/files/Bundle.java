package io.junheng.publication.files;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.publication.Gold;
import io.junheng.publication.PublishedTables;
import io.junheng.publication.workbook.ByCounty;
import io.junheng.publication.workbook.CountyWorkbook;
import io.junheng.publication.workbook.LeagueWorkbook;
import io.junheng.publication.workbook.Names;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;

/**
 * Writes what is published as files. Names of files are stable: they follow tables, frameworks and
 * county codes.
 *
 * @param language of the workbooks; readme and dictionary are written in both
 * @param own codes of counties that get a workbook: those whose schools the audience may see
 */
public record Bundle(Gold gold, Language language, Predicate<String> own) {
  /** What is written, in this order. */
  public enum Part {
    TABLES,
    LEAGUES,
    COUNTIES
  }

  /** A file and what it holds. */
  record Entry(String file, Text title) {}

  /**
   * Writes all into an empty folder.
   *
   * @param progress told of each part when it begins
   */
  public void writeTo(Path folder, Consumer<Part> progress) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Part part : Part.values()) {
      progress.accept(part);
      entries.addAll(
          switch (part) {
            case TABLES -> tables(folder);
            case LEAGUES -> leagues(folder);
            case COUNTIES -> counties(folder);
          });
    }
    new Guide(gold).write(folder, entries);
  }

  /** What no row was ever written of has a header only. */
  private List<Entry> tables(Path folder) throws IOException {
    Path csv = Files.createDirectories(folder.resolve("tables/csv"));
    Path parquet = Files.createDirectories(folder.resolve("tables/parquet"));
    List<Entry> entries = new ArrayList<>();
    for (Table table : PublishedTables.all()) {
      List<Row> rows = PublishedTables.rows(gold, table);
      CsvFile.write(csv.resolve(table.name() + ".csv"), table, rows);
      ParquetFile.write(parquet.resolve(table.name() + ".parquet"), table, rows);
      entries.add(new Entry("tables/csv/" + table.name() + ".csv", table.title()));
      entries.add(new Entry("tables/parquet/" + table.name() + ".parquet", table.title()));
    }
    return entries;
  }

  private List<Entry> leagues(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("workbooks"));
    Titles titles = titles();
    Names names = language == Language.ZH ? titles.zh() : titles.en();
    List<Entry> entries = new ArrayList<>();
    for (String framework : LeagueWorkbook.frameworks(gold, names)) {
      Entry entry =
          new Entry(
              "workbooks/league-" + framework + ending(),
              titles.of(both -> both.framework(framework), new Text("监测结果一览表:", "League table: ")));
      try (OutputStream out = Files.newOutputStream(folder.resolve(entry.file()))) {
        new LeagueWorkbook(gold, names, framework).writeTo(out);
      }
      entries.add(entry);
    }
    return entries;
  }

  private List<Entry> counties(Path folder) throws IOException {
    if (gold.rows(LeagueTable.TABLE).isEmpty()) {
      return List.of();
    }
    Files.createDirectories(folder.resolve("workbooks/counties"));
    Titles titles = titles();
    Names names = language == Language.ZH ? titles.zh() : titles.en();
    ByCounty rows = new ByCounty(gold);
    List<String> counties = CountyWorkbook.counties(gold).stream().filter(own).toList();
    try {
      counties.parallelStream().forEach(county -> county(folder, rows, names, county));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counties.stream()
        .map(
            county ->
                new Entry(
                    countyFile(county),
                    titles.of(both -> both.area(county), new Text("一县一策:", "County: "))))
        .toList();
  }

  private void county(Path folder, ByCounty rows, Names names, String county) {
    try (OutputStream out = Files.newOutputStream(folder.resolve(countyFile(county)))) {
      CountyWorkbook.latest(rows, names, county).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String countyFile(String county) {
    return "workbooks/counties/" + county.replaceAll("[^\\p{L}\\p{N}_-]", "_") + ending();
  }

  private String ending() {
    return "." + language.name().toLowerCase(Locale.ROOT) + ".xlsx";
  }

  /** A name in both languages, each behind what the file is. */
  private record Titles(Names zh, Names en) {
    Text of(Function<Names, String> name, Text before) {
      return new Text(before.zh() + name.apply(zh), before.en() + name.apply(en));
    }
  }

  private Titles titles() {
    return new Titles(new Names(gold, Language.ZH), new Names(gold, Language.EN));
  }
}
