package io.junheng.intake.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * A part of an {@code .xlsx} file, read element by element. Names are those without namespace, so
 * that both dialects of the format are understood. A document type is refused: it is where
 * entities, external ones too, would be declared.
 */
final class SheetXml implements Closeable {
  private final InputStream in;
  private final XMLStreamReader xml;

  SheetXml(InputStream in) throws UnreadableText {
    this.in = in;
    try {
      xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  private static UnreadableText damaged(XMLStreamException e) {
    boolean bomb = e.getNestedException() instanceof XlsxParts.ZipBomb;
    return new UnreadableText(bomb ? Rule.BOMB : Rule.DAMAGED_WORKBOOK);
  }

  /** Moves on; one of {@link XMLStreamConstants}. */
  int next() throws UnreadableText {
    try {
      int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new UnreadableText(Rule.EXTERNAL_ENTITY);
      }
      return event;
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** Name of the element that begins or ends. */
  String name() {
    return xml.getLocalName();
  }

  /** An attribute of the element that begins; empty where it has none of that name. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether an attribute says yes. */
  boolean isTrue(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true");
  }

  /** Adds the characters at hand, as far as a cell can hold them and one more. */
  void addTo(StringBuilder text) {
    int room = CellText.LONGEST + 1 - text.length();
    if (room > 0) {
      text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
