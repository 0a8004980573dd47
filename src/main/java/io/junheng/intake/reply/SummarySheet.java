package io.junheng.intake.reply;

import io.junheng.definition.Text;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Level;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The first sheet: what became of the file, and every cause with its count and three examples. */
final class SummarySheet {
  static final String NAME = "说明 Summary";

  private static final int[] WIDTHS = {10, 14, 22, 22, 10, 46, 46, 40};
  private static final int UNITS_OF_A_CHARACTER = 256;

  private final Workbook workbook;
  private final Sheet sheet;
  private final CellStyle bold;
  private final CellStyle wrapped;
  private int next;

  SummarySheet(Workbook workbook) {
    this.workbook = workbook;
    this.sheet = workbook.createSheet(NAME);
    this.bold = bold();
    this.wrapped = workbook.createCellStyle();
    wrapped.setWrapText(true);
    wrapped.setVerticalAlignment(VerticalAlignment.TOP);
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * UNITS_OF_A_CHARACTER);
    }
  }

  void write(FileVerdict verdict, boolean areCommentsCut, Collection<String> solved) {
    line(bold, "报送退回说明 · What is to be corrected");
    line(wrapped, "文件 File", "", verdict.file().delivered().name());
    line(wrapped, "结果 Result", "", result(verdict));
    line(
        wrapped,
        "行数 Rows",
        "",
        "读取 read %,d · 有误 with mistakes %,d".formatted(verdict.rowsRead(), verdict.rowsRejected()));
    line(
        wrapped,
        "请 Please",
        "",
        "在下一张工作表中改正标色的单元格,存为原来的格式后重新报送整个文件。",
        "",
        "Correct the coloured cells of the next sheet and send the whole file again.");
    if (areCommentsCut) {
      line(
          wrapped,
          "注意 Note",
          "",
          "批注只加在前面的单元格上;标色的都有误。",
          "",
          "Comments stand on the first cells only; all coloured ones are wrong.");
    }
    if (!solved.isEmpty()) {
      line(wrapped, "已解决 Solved", "", String.join(", ", solved));
    }
    next++;
    causes(verdict.findings());
  }

  private static String result(FileVerdict verdict) {
    Text result =
        verdict.isRefused()
            ? new Text("整个文件未接收", "the whole file was refused")
            : new Text("已接收,有误的行除外", "taken, but for the rows with mistakes");
    return result.zh() + " · " + result.en();
  }

  private void causes(List<FileFinding> findings) {
    sheet.createFreezePane(0, next + 1);
    line(
        bold,
        "序号 No.",
        "轻重 Weight",
        "规则 Rule",
        "列 Column",
        "处数 Count",
        "说明",
        "Meaning",
        "举例(行号: 值) Examples (row: value)");
    int number = 1;
    for (FileFinding finding :
        findings.stream()
            .sorted(
                Comparator.comparing(FileFinding::level)
                    .reversed()
                    .thenComparing(Comparator.comparing(FileFinding::failed).reversed()))
            .toList()) {
      line(
          wrapped,
          Integer.toString(number++),
          weight(finding.level()),
          finding.rule(),
          finding.column(),
          Long.toString(finding.failed()),
          finding.message().zh(),
          finding.message().en(),
          String.join("; ", finding.examples()));
    }
  }

  private static String weight(Level level) {
    return switch (level) {
      case NOTE, WARNING -> "提示 note";
      case ROW -> "该行剔除 row";
      case REFUSED -> "退回 refused";
      case UNREADABLE -> "无法读取 unreadable";
    };
  }

  private void line(CellStyle style, String... texts) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < texts.length; i++) {
      row.createCell(i).setCellValue(texts[i]);
      row.getCell(i).setCellStyle(style);
    }
  }

  private CellStyle bold() {
    Font font = workbook.createFont();
    font.setBold(true);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    return style;
  }
}
