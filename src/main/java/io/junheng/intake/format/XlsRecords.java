package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.Optional;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;

/** The rows of a sheet of an {@code .xls} file, one at a time. */
final class XlsRecords implements Records {
  private final InputStream in;
  private final RecordFactoryInputStream records;
  private final SSTRecord texts;
  private final DateStyles styles;
  private final CellRecord record = new CellRecord();
  private final BitSet hidden = new BitSet();
  private Optional<CellValueRecordInterface> cellOfNextRow = Optional.empty();
  private int row = -1;
  private int widest;
  private boolean ended;

  XlsRecords(InputStream in, SSTRecord texts, DateStyles styles) {
    this.in = in;
    this.records = new RecordFactoryInputStream(in, false);
    this.texts = texts;
    this.styles = styles;
  }

  @Override
  public boolean next() throws UnreadableText {
    do {
      if (!nextRow()) {
        return false;
      }
    } while (record.isBlank());
    widest = Math.max(widest, record.fields());
    record.padTo(widest);
    return true;
  }

  /** Gathers the cells of the next row, up to the first of the row behind it. */
  private boolean nextRow() throws UnreadableText {
    boolean any = cellOfNextRow.isPresent();
    if (any) {
      beginRow(cellOfNextRow.get());
    }
    cellOfNextRow = Optional.empty();
    for (Record next = nextOfSheet(); next != null; next = nextOfSheet()) {
      if (next instanceof RowRecord format) {
        hidden.set(format.getRowNumber(), format.getZeroHeight());
      } else if (next instanceof CellValueRecordInterface cell) {
        if (any && cell.getRow() != row) {
          cellOfNextRow = Optional.of(cell);
          return true;
        }
        if (!any) {
          any = true;
          beginRow(cell);
        } else {
          add(cell);
        }
      }
    }
    return any;
  }

  /** The next record; null at the end of the sheet, behind which the next one stands. */
  private Record nextOfSheet() {
    Record next = ended ? null : records.nextRecord();
    ended = next == null || next instanceof EOFRecord;
    return ended ? null : next;
  }

  private void beginRow(CellValueRecordInterface first) throws UnreadableText {
    row = first.getRow();
    record.begin(row + 1L);
    if (hidden.get(row)) {
      record.hide();
    }
    add(first);
  }

  private void add(CellValueRecordInterface cell) throws UnreadableText {
    String text = text(cell);
    if (!text.isEmpty()) {
      if (cell.getColumn() < record.fields()) {
        throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
      }
      record.padTo(cell.getColumn());
      record.add(text);
    }
  }

  private String text(CellValueRecordInterface cell) {
    if (cell instanceof LabelSSTRecord label) {
      return texts.getString(label.getSSTIndex()).getString();
    }
    if (cell instanceof LabelRecord label) {
      return label.getValue();
    }
    if (cell instanceof NumberRecord number) {
      return number(number.getValue(), cell);
    }
    if (cell instanceof BoolErrRecord value) {
      return value.isBoolean() ? truth(value.getBooleanValue()) : error(value.getErrorValue());
    }
    return cell instanceof FormulaRecord formula ? result(formula) : "";
  }

  private String number(double value, CellValueRecordInterface cell) {
    return styles.isDate(cell.getXFIndex()) ? SheetNumber.day(value) : SheetNumber.text(value);
  }

  /** The stored result; nothing is worked out. A text stands in the record behind. */
  private String result(FormulaRecord formula) {
    CellType type = formula.getCachedResultTypeEnum();
    return switch (type) {
      case NUMERIC -> number(formula.getValue(), formula);
      case BOOLEAN -> truth(formula.getCachedBooleanValue());
      case ERROR -> error(formula.getCachedErrorValue());
      default -> formula.hasCachedResultString() ? textBehind() : "";
    };
  }

  private String textBehind() {
    for (Record next = nextOfSheet(); next != null; next = nextOfSheet()) {
      if (next instanceof StringRecord text) {
        return text.getString();
      }
      if (next instanceof CellValueRecordInterface) {
        break;
      }
    }
    throw new IllegalStateException("a formula's text is missing");
  }

  private static String truth(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static String error(int code) {
    return FormulaError.isValidCode(code)
        ? FormulaError.forInt(code).getString()
        : CellText.NO_RESULT;
  }

  @Override
  public CellRecord record() {
    return record;
  }

  @Override
  public void tell(FileFindings findings) {}

  @Override
  public void close() throws IOException {
    in.close();
  }
}
