package io.junheng.job;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.release.AmendmentNote;
import io.junheng.release.Difference;
import io.junheng.release.Release;
import io.junheng.release.ReleaseId;
import io.junheng.report.ReleaseChanges;
import io.junheng.report.ReleaseChangesBook;
import io.junheng.report.ReleaseChangesPage;
import io.junheng.table.DimArea;
import io.junheng.table.DimFramework;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Writes what differs between two releases to a workbook or a page, with names. */
public final class ChangesOfReleases {
  private final ReadReleases releases;
  private final Map<String, Text> areas = new HashMap<>();
  private final Map<String, Text> things = new HashMap<>();

  public ChangesOfReleases(ReadReleases releases) {
    this.releases = releases;
  }

  /**
   * Writes them.
   *
   * @param differences between the two
   * @param out ends in {@code .xlsx} or {@code .html}
   * @param language of a workbook; the one that a page shows first
   */
  public void write(
      ReleaseId before,
      ReleaseId after,
      List<Difference> differences,
      Path out,
      Language language) {
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".xlsx") && !name.endsWith(".html")) {
      throw new JobException(
          Outcome.CONFIGURATION,
          new Text(
              "--out 的文件名须以 .xlsx 或 .html 结尾:" + out,
              "The file of --out must end in .xlsx or .html: " + out));
    }
    SparkFailures.told(
        () -> {
          ReleaseChanges changes =
              changes(releases.require(before), releases.require(after), differences);
          if (name.endsWith(".html")) {
            Files.writeString(out, new ReleaseChangesPage(changes, language).html());
          } else {
            book(changes, out, language);
          }
          return changes;
        });
  }

  private static void book(ReleaseChanges changes, Path out, Language language) throws IOException {
    try (OutputStream file = Files.newOutputStream(out)) {
      new ReleaseChangesBook(changes, language).writeTo(file);
    }
  }

  private ReleaseChanges changes(Release before, Release after, List<Difference> differences) {
    names(before);
    names(after);
    List<Text> marks =
        Stream.concat(
                Stream.of(before, after)
                    .flatMap(release -> release.manifest().label().stream())
                    .map(Text::same),
                Stream.of(before, after).flatMap(release -> release.mark(releases.now()).stream()))
            .distinct()
            .toList();
    return new ReleaseChanges(
        before.id().toString(),
        after.id().toString(),
        marks,
        note(before, after, differences),
        differences.stream().map(this::named).toList());
  }

  private static Optional<Text> note(Release before, Release after, List<Difference> differences) {
    return after
        .manifest()
        .amends()
        .filter(before.id()::equals)
        .map(
            amended ->
                new AmendmentNote(
                        amended,
                        after.id(),
                        after.manifest().at().atZone(ZoneId.systemDefault()).toLocalDate(),
                        after.manifest().reason())
                    .about(differences));
  }

  private ReleaseChanges.Change named(Difference one) {
    String framework = one.framework().orElse("");
    Text thing =
        Optional.ofNullable(things.get(framework + "/" + one.thing()))
            .orElseGet(() -> things.getOrDefault(one.thing(), Text.same(one.thing())));
    return new ReleaseChanges.Change(
        one,
        areas.getOrDefault(one.area(), Text.same(one.area())),
        things.getOrDefault(framework, Text.same(framework)),
        thing);
  }

  /** Names in a release; those of the later one stand. */
  private void names(Release release) {
    SmallTables tables = releases.tables().ofRelease(release.id().toString());
    names(tables, DimArea.TABLE, areas, DimArea.NAME_ZH, DimArea.NAME_EN, code(DimArea.AREA_CODE));
    names(
        tables,
        DimIndicator.TABLE,
        things,
        DimIndicator.TITLE_ZH,
        DimIndicator.TITLE_EN,
        code(DimIndicator.INDICATOR));
    names(
        tables,
        DimFramework.TABLE,
        things,
        DimFramework.TITLE_ZH,
        DimFramework.TITLE_EN,
        code(DimFramework.FRAMEWORK));
    names(
        tables,
        DimFrameworkItem.TABLE,
        things,
        DimFrameworkItem.TITLE_ZH,
        DimFrameworkItem.TITLE_EN,
        row ->
            code(DimFrameworkItem.FRAMEWORK).apply(row)
                + "/"
                + code(DimFrameworkItem.ITEM).apply(row));
  }

  private static Function<Row, String> code(TableColumn column) {
    return row -> row.getAs(column.columnName());
  }

  private static void names(
      SmallTables tables,
      Table table,
      Map<String, Text> names,
      TableColumn zh,
      TableColumn en,
      Function<Row, String> code) {
    for (Row row : tables.read(table)) {
      String chinese = row.getAs(zh.columnName());
      String english = row.getAs(en.columnName());
      if (chinese != null) {
        names.put(code.apply(row), new Text(chinese, english == null ? chinese : english));
      }
    }
  }
}
