package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which styles of a workbook show a number as a day. */
final class DateStyles {
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Boolean> isDate = new ArrayList<>();

  /** Reads the styles of an {@code .xlsx} file; {@code part} is null where it has none. */
  static DateStyles read(InputStream part) throws IOException, UnreadableText {
    DateStyles styles = new DateStyles();
    if (part != null) {
      try (SheetXml xml = new SheetXml(part)) {
        styles.readAll(xml);
      }
    }
    return styles;
  }

  private void readAll(SheetXml xml) throws UnreadableText {
    boolean ofCells = false;
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      boolean begins = event == XMLStreamConstants.START_ELEMENT;
      if (!begins && event != XMLStreamConstants.END_ELEMENT) {
        continue;
      }
      switch (xml.name()) {
        case "cellXfs" -> ofCells = begins;
        case "numFmt" -> {
          if (begins) {
            addFormat(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
          }
        }
        case "xf" -> {
          if (begins && ofCells) {
            addStyle(number(xml.attribute("numFmtId")));
          }
        }
        default -> {}
      }
    }
  }

  private static int number(String attribute) {
    return attribute.isEmpty() ? 0 : Integer.parseInt(attribute);
  }

  /** A format that the workbook defines itself. */
  void addFormat(int number, String format) {
    formats.put(number, format);
  }

  /** The next style, by the number of its format. */
  void addStyle(int format) {
    String known = formats.containsKey(format) ? formats.get(format) : builtIn(format);
    isDate.add(DateUtil.isADateFormat(format, known));
  }

  private static String builtIn(int format) {
    String known = BuiltinFormats.getBuiltinFormat(format);
    return known == null ? "General" : known;
  }

  /** Whether the style with this position shows days. */
  boolean isDate(int style) {
    return style >= 0 && style < isDate.size() && isDate.get(style);
  }
}
