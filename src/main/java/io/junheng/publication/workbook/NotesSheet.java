package io.junheng.publication.workbook;

import static io.junheng.publication.workbook.Column.of;

import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.table.CountyRanking;
import io.junheng.table.DimFramework;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must be known to read the figures: rules, items with their standards, codes. */
record NotesSheet(LeagueWorkbook book) {
  private record Line(String what, String meaning) {}

  void write(Book into) {
    Page page = into.page(book.in("说明", "Notes"));
    page.title(book.in("说明", "Notes"), 6);
    Page.Block items = page.table(itemColumns(), itemsOf());
    page.gap();
    page.table(
        List.of(
            of(book.in("事项", "Matter"), 14, (Line line) -> CellValue.text(line.what())),
            of(book.in("说明", "Meaning"), 70, (Line line) -> CellValue.text(line.meaning()))),
        lines());
    page.freeze(items, 0);
    page.print(Optional.empty(), book.title(), book.label());
  }

  private List<Names.Item> itemsOf() {
    return List.copyOf(book.names().items(book.framework()).values());
  }

  private List<Column<Names.Item>> itemColumns() {
    return List.of(
        of(book.in("条目", "Item"), 14, item -> CellValue.text(item.code())),
        of(book.in("名称", "Title"), 70, item -> CellValue.text(item.title())),
        of(book.in("部分", "Group"), 20, item -> CellValue.text(item.group())),
        of(book.in("条款", "Clause"), 18, item -> CellValue.text(item.clause())),
        of(book.in("标准(机读)", "Standard"), 50, item -> CellValue.text(item.standard())),
        of(
            book.in("依据来源", "Origin"),
            14,
            item -> CellValue.centred(book.names().in(Words.origin(item.origin())))));
  }

  private List<Line> lines() {
    Names names = book.names();
    List<Line> lines = new ArrayList<>();
    names
        .frameworkRow(book.framework())
        .ifPresent(
            row -> {
              Cells.text(row, DimFramework.LEGAL_DOCUMENT)
                  .ifPresent(document -> lines.add(line("依据文件", "Document", document, document)));
              Cells.text(row, DimFramework.EDITION)
                  .ifPresent(edition -> lines.add(line("版本", "Edition", edition, edition)));
            });
    lines.add(
        line(
            "名次",
            "Place",
            "工作排序:按规则 %s 处理并列;无值者不排名,列于最后。只在同一版本、同一单位集内比较。".formatted(tieRule()),
            "A working order; ties by the rule «%s»; who has no value has no place and comes last. Places are compared within one edition and set of units only."
                .formatted(tieRule())));
    lines.add(
        line(
            "修约",
            "Rounding",
            "按原值计算和判定,显示时四舍五入;两者判定不同的,条目表中注明。",
            "Worked out and decided unrounded, shown rounded half-up; where both would decide differently the items say so."));
    lines.add(
        line(
            "缺报",
            "Missing",
            "缺报的内容记为未知,不作为达到,也不记为 0。",
            "What was not delivered is unknown: neither met nor 0."));
    names
        .statuses()
        .forEach((code, title) -> lines.add(new Line(book.in("数据状态 ", "Status ") + code, title)));
    for (Map.Entry<String, Text> reason :
        new java.util.TreeMap<>(Words.reasonsNotCompared()).entrySet()) {
      lines.add(
          new Line(
              names.in(Words.notCompared(reason.getKey())) + " (" + reason.getKey() + ")",
              names.in(reason.getValue())));
    }
    return lines;
  }

  private Line line(String zh, String en, String meaningZh, String meaningEn) {
    return new Line(book.in(zh, en), book.in(meaningZh, meaningEn));
  }

  private String tieRule() {
    return book.gold().rows(CountyRanking.TABLE).stream()
        .filter(row -> Cells.code(row, CountyRanking.SUBJECT).equals(book.framework()))
        .flatMap(row -> Cells.text(row, CountyRanking.TIE_RULE).stream())
        .findFirst()
        .orElse("competition");
  }
}
