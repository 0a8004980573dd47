package io.junheng.publication.form;

import io.junheng.publication.workbook.Book;
import io.junheng.publication.workbook.CellValue;
import io.junheng.publication.workbook.Column;
import io.junheng.publication.workbook.Look;
import io.junheng.publication.workbook.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forms as a workbook. Behind each column of figures stands a hidden one with the ids of its cells,
 * which moves along when rows are sorted or put in.
 */
public record FormWorkbook(Form form) {
  private static final int FROZEN = 2;

  /** No id is wrapped, which would make the rows of hidden columns high. */
  private static final int ID_WIDTH = 90;

  public void writeTo(OutputStream out) throws IOException {
    try (Book book = new Book(form.title())) {
      form.sheets().forEach(sheet -> write(sheet, book.page(sheet.name())));
      book.writeTo(out);
    }
  }

  private void write(Form.Sheet sheet, Page page) {
    List<Column<List<FormCell>>> columns = new ArrayList<>();
    List<Integer> hidden = new ArrayList<>();
    for (int i = 0; i < sheet.headers().size(); i++) {
      int index = i;
      String[] header = sheet.headers().get(i).split("\\|", 2);
      String group = header.length == 2 ? header[0] : "";
      columns.add(
          Column.<List<FormCell>>of(
                  header[header.length - 1],
                  sheet.widths().get(i),
                  row -> shown(row.get(index), index))
              .under(group));
      if (sheet.rows().stream().anyMatch(row -> row.get(index).id().isPresent())) {
        hidden.add(columns.size());
        columns.add(
            Column.<List<FormCell>>of("id", ID_WIDTH, row -> id(row.get(index))).under(group));
      }
    }
    page.title(form.title(), columns.size());
    page.line(sheet.title(), Look.Kind.HEADING, columns.size());
    form.label().ifPresent(label -> page.line(label, Look.Kind.LABEL, columns.size()));
    page.line(sheet.note(), Look.Kind.PLAIN, columns.size());
    Page.Block block = page.table(columns, sheet.rows());
    page.hide(hidden.stream().mapToInt(Integer::intValue).toArray());
    page.freeze(block, FROZEN);
    page.print(Optional.of(block), form.title() + " · " + sheet.name(), form.label());
  }

  private static CellValue shown(FormCell cell, int column) {
    if (cell.number().isPresent()) {
      return CellValue.number(cell.number(), CellValue.decimals(cell.decimals()));
    }
    if (cell.id().isPresent() && cell.text().isEmpty()) {
      return CellValue.text("").with(Look.Tone.EMPTY);
    }
    CellValue text = CellValue.text(cell.text().orElse(""));
    return column < FROZEN ? text : text.centred();
  }

  private static CellValue id(FormCell cell) {
    return CellValue.text(cell.id().map(CellId::toString).orElse(""));
  }
}
