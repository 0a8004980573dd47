package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The texts that the cells of an {@code .xlsx} file refer to by number. */
final class SharedTexts {
  private final List<String> texts = new ArrayList<>();

  private SharedTexts() {}

  /** Reads them; {@code part} is null where the workbook has none. */
  static SharedTexts read(InputStream part) throws IOException, UnreadableText {
    SharedTexts shared = new SharedTexts();
    if (part != null) {
      try (SheetXml xml = new SheetXml(part)) {
        shared.readAll(xml);
      }
    }
    return shared;
  }

  /** A text may come in pieces of different style; how it is pronounced (rPh) is left out. */
  private void readAll(SheetXml xml) throws UnreadableText {
    StringBuilder text = new StringBuilder();
    boolean within = false;
    boolean pronounced = false;
    for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
      boolean begins = event == XMLStreamConstants.START_ELEMENT;
      if (begins || event == XMLStreamConstants.END_ELEMENT) {
        switch (xml.name()) {
          case "t" -> within = begins;
          case "rPh" -> pronounced = begins;
          case "si" -> {
            if (!begins) {
              texts.add(text.toString());
            }
            text.setLength(0);
          }
          default -> {}
        }
      } else if (within && !pronounced && event == XMLStreamConstants.CHARACTERS) {
        xml.addTo(text);
      }
    }
  }

  /** The text of a number. */
  String text(int number) throws UnreadableText {
    if (number < 0 || number >= texts.size()) {
      throw new UnreadableText(Rule.DAMAGED_WORKBOOK);
    }
    return texts.get(number);
  }
}
