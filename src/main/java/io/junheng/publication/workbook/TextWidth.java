package io.junheng.publication.workbook;

import java.lang.Character.UnicodeScript;

/** How much room text takes. Programs do not all make rows as high as wrapped text needs. */
final class TextWidth {
  private TextWidth() {}

  /** Lines that the text takes in a column so many characters wide; 1 for a number. */
  static int lines(Object content, int width) {
    if (!(content instanceof String text)) {
      return 1;
    }
    return text.lines().mapToInt(line -> Math.max(1, -Math.floorDiv(-of(line), width))).sum();
  }

  /** Width in Latin characters; a Chinese one, and its punctuation, takes two. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int character) {
    boolean isWide =
        UnicodeScript.of(character) == UnicodeScript.HAN
            || (character >= 0x3000 && character <= 0x303F)
            || (character >= 0xFF00 && character <= 0xFF60);
    return isWide ? 2 : 1;
  }
}
