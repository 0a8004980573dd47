package io.junheng.publication.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The styles of a workbook, each made once: a workbook holds no more than some 64,000. */
final class Looks {
  private static final String FONT = "Microsoft YaHei";
  private static final short UPRIGHT = 90;
  private static final int FRAME = 0xBFC7D1;
  private static final int HEADER_FILL = 0xDDE7F3;
  private static final int HEADER_INK = 0x1F3864;
  private static final int LABEL_INK = 0xC00000;
  private static final int PLAIN_INK = 0x404040;

  /** Whether a text might be taken for a formula when somebody edits or copies its cell. */
  enum Prefix {
    NONE,
    QUOTED
  }

  private record Key(Look look, Prefix prefix) {}

  private final SXSSFWorkbook workbook;
  private final Map<Key, CellStyle> styles = new HashMap<>();

  Looks(SXSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  CellStyle style(Look look, Prefix prefix) {
    return styles.computeIfAbsent(new Key(look, prefix), this::make);
  }

  /** Ink and fill of a tone; both 0 for none. */
  static int ink(Look.Tone tone) {
    return switch (tone) {
      case GOOD -> 0x2F6B1F;
      case BAD -> 0xA61C1C;
      case OPEN -> 0x7F5F00;
      case MUTED -> 0x7F7F7F;
      case NONE, EMPTY -> 0x000000;
    };
  }

  static int fill(Look.Tone tone) {
    return switch (tone) {
      case GOOD -> 0xE6F3DF;
      case BAD -> 0xFBE3E0;
      case OPEN -> 0xFFF3CD;
      case EMPTY -> 0xF3F3F3;
      case NONE, MUTED -> 0xFFFFFF;
    };
  }

  private CellStyle make(Key key) {
    Look look = key.look();
    XSSFCellStyle style = (XSSFCellStyle) workbook.createCellStyle();
    style.setFont(font(look));
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setAlignment(alignment(look.kind()));
    style.setQuotePrefixed(key.prefix() == Prefix.QUOTED);
    if (!look.format().isEmpty()) {
      style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    }
    if (isFramed(look.kind())) {
      frame(style);
      style.setWrapText(look.kind() != Look.Kind.NUMBER);
    }
    if (look.kind() == Look.Kind.UPRIGHT_HEADER) {
      style.setRotation(UPRIGHT);
    }
    int fill = isHeader(look.kind()) ? HEADER_FILL : fill(look.tone());
    if (fill != fill(Look.Tone.NONE)) {
      style.setFillForegroundColor(colour(fill));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
    return style;
  }

  private XSSFFont font(Look look) {
    XSSFFont font = (XSSFFont) workbook.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints(points(look.kind()));
    font.setBold(
        look.kind() == Look.Kind.TITLE
            || look.kind() == Look.Kind.HEADING
            || look.kind() == Look.Kind.LABEL
            || isHeader(look.kind()));
    font.setColor(colour(ink(look)));
    return font;
  }

  private static int ink(Look look) {
    return switch (look.kind()) {
      case TITLE, HEADING, HEADER, UPRIGHT_HEADER -> HEADER_INK;
      case LABEL -> LABEL_INK;
      case PLAIN -> PLAIN_INK;
      case TEXT, CENTRED, NUMBER -> ink(look.tone());
    };
  }

  private static short points(Look.Kind kind) {
    return switch (kind) {
      case TITLE -> 16;
      case HEADING -> 12;
      case LABEL -> 11;
      case PLAIN, HEADER, UPRIGHT_HEADER, TEXT, CENTRED, NUMBER -> 10;
    };
  }

  private static HorizontalAlignment alignment(Look.Kind kind) {
    return switch (kind) {
      case TITLE, HEADER, UPRIGHT_HEADER, CENTRED -> HorizontalAlignment.CENTER;
      case NUMBER -> HorizontalAlignment.RIGHT;
      case HEADING, PLAIN, LABEL, TEXT -> HorizontalAlignment.LEFT;
    };
  }

  private static boolean isHeader(Look.Kind kind) {
    return kind == Look.Kind.HEADER || kind == Look.Kind.UPRIGHT_HEADER;
  }

  private static boolean isFramed(Look.Kind kind) {
    return switch (kind) {
      case HEADER, UPRIGHT_HEADER, TEXT, CENTRED, NUMBER -> true;
      case TITLE, HEADING, PLAIN, LABEL -> false;
    };
  }

  private static void frame(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    XSSFColor colour = colour(FRAME);
    style.setTopBorderColor(colour);
    style.setBottomBorderColor(colour);
    style.setLeftBorderColor(colour);
    style.setRightBorderColor(colour);
  }

  static XSSFColor colour(int rgb) {
    return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
  }
}
