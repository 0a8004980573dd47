package io.junheng.report;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.publication.workbook.Book;
import io.junheng.publication.workbook.CellValue;
import io.junheng.publication.workbook.Column;
import io.junheng.publication.workbook.Look;
import io.junheng.publication.workbook.Page;
import io.junheng.release.Cause;
import io.junheng.release.Difference.Kind;
import io.junheng.report.ReleaseChanges.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What differs between two releases as a workbook: a sheet that counts by kind and cause, and one
 * for each kind, to be sorted and filtered.
 */
public record ReleaseChangesBook(ReleaseChanges changes, Language language) {
  private static final int COLUMNS = 12;
  private static final int FROZEN = 3;
  private static final int NARROW = 12;
  private static final int WIDE = 30;

  private record Counted(Kind kind, List<Long> byCause, int all) {}

  /** Writes it; the same differences give the same bytes. */
  public void writeTo(OutputStream out) throws IOException {
    try (Book book = new Book(in(changes.title()))) {
      summary(book.page(in(new Text("汇总", "Summary"))));
      for (Map.Entry<Kind, List<Change>> kind : changes.byKind().entrySet()) {
        sheet(book.page(in(kind.getKey().title())), kind.getKey(), kind.getValue());
      }
      book.writeTo(out);
    }
  }

  private void summary(Page page) {
    page.title(in(changes.title()), COLUMNS / 2);
    changes.marks().forEach(mark -> page.line(in(mark), Look.Kind.LABEL, COLUMNS / 2));
    changes
        .note()
        .ifPresent(
            note -> {
              page.line(note.zh(), Look.Kind.PLAIN, COLUMNS / 2);
              page.line(note.en(), Look.Kind.PLAIN, COLUMNS / 2);
            });
    page.gap();
    List<Column<Counted>> columns = new ArrayList<>();
    columns.add(of(in(new Text("差异", "Differs")), WIDE, c -> CellValue.text(in(c.kind().title()))));
    for (Cause cause : Cause.values()) {
      columns.add(of(in(cause.title()), WIDE / 2, c -> number(c.byCause().get(cause.ordinal()))));
    }
    columns.add(of(in(new Text("合计", "All")), NARROW, c -> number(c.all())));
    Page.Block block =
        page.table(
            columns,
            changes.byKind().entrySet().stream()
                .map(
                    kind ->
                        new Counted(
                            kind.getKey(),
                            ReleaseChanges.byCause(kind.getValue()),
                            kind.getValue().size()))
                .toList());
    page.print(Optional.of(block), in(changes.title()), mark());
  }

  private void sheet(Page page, Kind kind, List<Change> own) {
    page.title(in(changes.title()) + " · " + in(kind.title()), COLUMNS);
    changes.marks().forEach(mark -> page.line(in(mark), Look.Kind.LABEL, COLUMNS));
    Page.Block block = page.table(columns(), own);
    page.freeze(block, FROZEN);
    page.filter(block);
    page.print(Optional.of(block), in(changes.title()), mark());
  }

  private List<Column<Change>> columns() {
    return List.of(
        of(in(new Text("周期", "Period")), NARROW, c -> number(c.difference().period())),
        of(in(new Text("地区代码", "Area code")), NARROW, c -> CellValue.text(c.difference().area())),
        of(in(new Text("地区", "Area")), WIDE / 2, c -> CellValue.text(in(c.area()))),
        of(in(new Text("评价体系", "Framework")), WIDE, c -> CellValue.text(in(c.framework()))),
        of(in(new Text("内容代码", "Code")), WIDE / 2, c -> CellValue.text(c.difference().thing())),
        of(in(new Text("内容", "What")), WIDE, c -> CellValue.text(in(c.thing()))),
        of(
            in(new Text("学段", "Stage")),
            NARROW,
            c -> CellValue.text(c.difference().stage().orElse(""))),
        of(in(new Text("原", "Before")), NARROW, c -> cell(c.difference().before())),
        of(in(new Text("现", "After")), NARROW, c -> cell(c.difference().after())),
        of(in(new Text("变化", "Change")), NARROW, ReleaseChangesBook::change),
        of(in(new Text("原因", "Cause")), WIDE, c -> CellValue.text(in(c.causes()))),
        of(
            in(new Text("原因代码", "Cause code")),
            WIDE / 2,
            c ->
                CellValue.text(
                    c.difference().causes().stream()
                        .map(Cause::code)
                        .collect(Collectors.joining(" ")))));
  }

  private static CellValue change(Change change) {
    Optional<BigDecimal> before = change.difference().before().flatMap(ReleaseChangesBook::parsed);
    Optional<BigDecimal> after = change.difference().after().flatMap(ReleaseChangesBook::parsed);
    return CellValue.plain(after.flatMap(now -> before.map(now::subtract)), "General");
  }

  private static CellValue cell(Optional<String> value) {
    Optional<BigDecimal> number = value.flatMap(ReleaseChangesBook::parsed);
    return number.isPresent()
        ? CellValue.plain(number, "General")
        : value.map(CellValue::centred).orElse(CellValue.absent());
  }

  private static Optional<BigDecimal> parsed(String value) {
    return value.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")
        ? Optional.of(new BigDecimal(value))
        : Optional.empty();
  }

  private static CellValue number(long number) {
    return CellValue.plain(Optional.of(number), "0");
  }

  private Optional<String> mark() {
    return changes.marks().isEmpty()
        ? Optional.empty()
        : Optional.of(changes.marks().stream().map(this::in).collect(Collectors.joining(" · ")));
  }

  private String in(Text text) {
    return text.in(language);
  }
}
