package io.junheng.intake.format;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** The rows of a sheet of an {@code .xlsx} file, one at a time. */
final class XlsxRecords implements Records {
  private static final int MOST_COLUMNS = 1 << 14;

  private final SheetXml xml;
  private final SharedTexts texts;
  private final DateStyles styles;
  private final CellRecord record = new CellRecord();
  private long row;
  private int widest;

  // The cell at hand.
  private final StringBuilder value = new StringBuilder();
  private int column;
  private String type = "";
  private int style;
  private boolean isFormula;
  private boolean hasValue;

  XlsxRecords(SheetXml xml, SharedTexts texts, DateStyles styles) {
    this.xml = xml;
    this.texts = texts;
    this.styles = styles;
  }

  @Override
  public boolean next() throws UnreadableText {
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        begin(xml.name());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        hasValue = false;
        if (xml.name().equals("c")) {
          addCell();
        } else if (xml.name().equals("row") && !record.isBlank()) {
          widest = Math.max(widest, record.fields());
          record.padTo(widest);
          return true;
        }
      } else if (hasValue && isText(event)) {
        xml.addTo(value);
      }
    }
    return false;
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private void begin(String element) throws UnreadableText {
    hasValue = false;
    switch (element) {
      case "row" -> beginRow();
      case "c" -> beginCell();
      case "f" -> isFormula = true;
      case "v", "t" -> hasValue = true;
      default -> {}
    }
  }

  private void beginRow() throws UnreadableText {
    row = xml.attribute("r").isEmpty() ? row + 1 : number(xml.attribute("r"));
    record.begin(row);
    column = -1;
    if (xml.isTrue("hidden")) {
      record.hide();
    }
  }

  private void beginCell() throws UnreadableText {
    String place = xml.attribute("r");
    column = place.isEmpty() ? column + 1 : columnOf(place);
    type = xml.attribute("t");
    style = xml.attribute("s").isEmpty() ? 0 : number(xml.attribute("s"));
    isFormula = false;
    value.setLength(0);
  }

  /** {@code AB12} is in column 27. */
  private static int columnOf(String place) throws UnreadableText {
    int column = 0;
    int i = 0;
    while (i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z') {
      column = column * 26 + place.charAt(i) - 'A' + 1;
      if (++i > 3) {
        break;
      }
    }
    if (column == 0 || column > MOST_COLUMNS) {
      throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
    }
    return column - 1;
  }

  private void addCell() throws UnreadableText {
    String text = cellText();
    if (!text.isEmpty()) {
      if (column < record.fields()) {
        throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
      }
      record.padTo(column);
      record.add(text);
    }
  }

  private String cellText() throws UnreadableText {
    if (value.length() == 0) {
      return isFormula && type.isEmpty() ? CellText.NO_RESULT : "";
    }
    String text = value.toString();
    return switch (type) {
      case "s" -> texts.text(number(text));
      case "b" -> text.equals("1") ? "TRUE" : "FALSE";
      case "d" -> text.endsWith("T00:00:00") ? text.substring(0, text.length() - 9) : text;
      case "", "n" -> numeric(text);
      default -> text;
    };
  }

  private String numeric(String text) throws UnreadableText {
    try {
      double number = Double.parseDouble(text);
      return styles.isDate(style) ? SheetNumber.day(number) : SheetNumber.text(number);
    } catch (NumberFormatException e) {
      throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
    }
  }

  private static int number(String text) throws UnreadableText {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
    }
  }

  @Override
  public CellRecord record() {
    return record;
  }

  @Override
  public void tell(FileFindings findings) {}

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
