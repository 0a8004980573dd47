package io.junheng.publication.bulletin;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/**
 * A column of a table in the draft.
 *
 * @param width its share of the table's width, in percent
 * @param side on which its cells stand
 */
record Column(String header, int width, ParagraphAlignment side) {
  static Column text(String header, int width) {
    return new Column(header, width, ParagraphAlignment.LEFT);
  }

  static Column number(String header, int width) {
    return new Column(header, width, ParagraphAlignment.RIGHT);
  }
}
