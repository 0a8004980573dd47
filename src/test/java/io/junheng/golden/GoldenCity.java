package io.junheng.golden;

import static java.util.function.Predicate.not;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.definition.Catalogue;
import io.junheng.job.JobReport;
import io.junheng.job.JobRequest;
import io.junheng.job.RunJob;
import io.junheng.job.Watcher;
import io.junheng.lake.Lake;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyVerdict;
import io.junheng.table.Finding;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.RejectedRow;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolVerdict;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * The lake after the whole job on the city's files, over the shipped {@code conf/} to which nothing
 * is added but the city's areas.
 *
 * @param tables the tables that are compared, by name
 * @param findings rows of {@code ops.finding} and {@code ops.rejected_row}
 */
record GoldenCity(JobReport report, SortedMap<String, GoldenTable> tables, List<String> findings) {
  /** Source and answers. */
  static final Path FOLDER = Path.of("src/test/resources/golden");

  /** The tables that are compared. */
  static final List<Table> COMPARED =
      List.of(
          CountyDispersion.TABLE,
          FrameworkItemResult.TABLE,
          CountyVerdict.TABLE,
          CountyRanking.TABLE,
          LeagueTable.TABLE,
          SchoolItem.TABLE,
          SchoolVerdict.TABLE);

  /** Columns that are the same in all rows or all counties, or said in another language. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "data_label",
          "clause",
          "points",
          "points_lost",
          "note_en",
          "origin",
          "pass_class",
          "statement",
          "title_zh",
          "title_en",
          "unit_tested",
          "comparison",
          "rule");

  /** The frameworks of which the answers were worked out by hand. */
  private static final Set<String> FRAMEWORKS =
      Set.of("cn-quality-balance-2017", "cn-basic-balance-2012");

  /** Runs the job in an empty folder. */
  static GoldenCity run(SparkSession spark, Path folder) throws IOException {
    JobRequest request = request(folder);
    JobReport report = new RunJob().run(spark, request, Watcher.NOBODY);
    Lake tables = new Lake(spark, request.lake());
    return new GoldenCity(report, texts(tables), findings(tables));
  }

  /** What the job is asked, with the city's deliveries and definitions laid out in the folder. */
  static JobRequest request(Path folder) throws IOException {
    Path conf = folder.resolve("conf");
    copy(Path.of("conf"), conf);
    Files.copy(FOLDER.resolve("areas.csv"), conf.resolve("areas/golden.csv"));
    return new JobRequest(
        catalogue(conf),
        folder.resolve("lake").toString(),
        Optional.of(landing(folder.resolve("landing")).toString()),
        List.of(),
        folder.resolve("pseudonym.key").toString(),
        true,
        List.of("run"));
  }

  /** The definitions of a folder, with the frameworks of which the answers are known. */
  static Catalogue catalogue(Path conf) {
    ConfResult definitions = new ConfReader(conf).read();
    return definitions
        .catalogue()
        .orElseThrow(() -> new IllegalStateException(definitions.problems().toString()))
        .withFrameworks(FRAMEWORKS);
  }

  private static Path landing(Path landing) throws IOException {
    copy(FOLDER.resolve("landing"), landing);
    for (Path period : entries(landing)) {
      for (Path county : entries(period)) {
        String code = county.getFileName().toString();
        new PupilGroups(FOLDER.resolve("pupils").resolve(code + ".csv"))
            .spreadTo(county.resolve("student.csv"), code);
      }
    }
    return landing;
  }

  private static SortedMap<String, GoldenTable> texts(Lake lake) {
    Map<String, GoldenTable> texts =
        COMPARED.stream()
            .collect(
                Collectors.toMap(
                    Table::name,
                    table ->
                        GoldenTable.of(table, columns(table), lake.read(table).collectAsList())));
    return new TreeMap<>(texts);
  }

  private static List<TableColumn> columns(Table table) {
    return table.columns().stream()
        .filter(not(column -> LEFT_OUT.contains(column.columnName())))
        .toList();
  }

  private static List<String> findings(Lake lake) {
    return Stream.of(Finding.TABLE, RejectedRow.TABLE)
        .filter(lake::exists)
        .flatMap(table -> lake.read(table).collectAsList().stream())
        .map(Object::toString)
        .toList();
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path source : all.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
        }
      }
    }
  }
}
