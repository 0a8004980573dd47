package io.junheng.intake.reply;

import io.junheng.definition.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Colours the bad cells of a sheet and comments on them; all else of a cell stays as it was. */
final class CellMarks {
  static final int MOST_COMMENTS = 5_000;
  private static final int COMMENT_COLUMNS = 4;
  private static final int COMMENT_ROWS = 5;

  private final Sheet sheet;
  private final CreationHelper helper;
  private final Map<CellStyle, CellStyle> marked = new HashMap<>();
  private int comments;

  CellMarks(Sheet sheet) {
    this.sheet = sheet;
    this.helper = sheet.getWorkbook().getCreationHelper();
  }

  void mark(Row row, int field, List<BadCell> problems) {
    Cell cell = row.getCell(field, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    cell.setCellStyle(marked.computeIfAbsent(cell.getCellStyle(), this::coloured));
    if (comments++ < MOST_COMMENTS) {
      if (cell.getCellComment() != null) {
        cell.removeCellComment();
      }
      Comment comment =
          sheet.createDrawingPatriarch().createCellComment(anchor(row.getRowNum(), field));
      comment.setAddress(row.getRowNum(), field);
      comment.setString(helper.createRichTextString(text(problems)));
      cell.setCellComment(comment);
    }
  }

  private CellStyle coloured(CellStyle own) {
    CellStyle bad = sheet.getWorkbook().createCellStyle();
    bad.cloneStyleFrom(own);
    bad.setFillForegroundColor(IndexedColors.ROSE.getIndex());
    bad.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    return bad;
  }

  private ClientAnchor anchor(int row, int field) {
    ClientAnchor anchor = helper.createClientAnchor();
    anchor.setCol1(field + 1);
    anchor.setCol2(field + 1 + COMMENT_COLUMNS);
    anchor.setRow1(row);
    anchor.setRow2(row + COMMENT_ROWS);
    return anchor;
  }

  private static String text(List<BadCell> problems) {
    return problems.stream()
        .map(BadCell::message)
        .distinct()
        .map(CellMarks::bothLanguages)
        .collect(Collectors.joining("\n"));
  }

  private static String bothLanguages(Text message) {
    return message.zh() + "\n" + message.en();
  }
}
