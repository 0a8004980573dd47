package io.junheng.cli;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * The columns that a text takes on a terminal: two for a wide character (Chinese, full-width
 * punctuation), none for a combining one.
 *
 * <p>Widths are those of Unicode's East Asian Width property, values W and F; «ambiguous»
 * characters count as narrow, as terminals outside old East Asian encodings draw them.
 */
final class DisplayWidth {
  /** First and last code point of each run of wide characters, in order. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul Jamo
    {0x231A, 0x231B},
    {0x2329, 0x232A},
    {0x23E9, 0x23EC},
    {0x2614, 0x2615},
    {0x26A1, 0x26A1},
    {0x2705, 0x2705},
    {0x274C, 0x274C},
    {0x2E80, 0x303E}, // radicals, Kangxi, CJK punctuation
    {0x3041, 0x33FF}, // kana, bopomofo, compatibility
    {0x3400, 0x4DBF}, // extension A
    {0x4E00, 0x9FFF}, // unified ideographs
    {0xA000, 0xA4CF}, // Yi
    {0xA960, 0xA97C},
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // compatibility ideographs
    {0xFE10, 0xFE19},
    {0xFE30, 0xFE6F}, // compatibility forms
    {0xFF01, 0xFF60}, // full-width forms
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F}, // pictographs
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}, // extensions B and later
  };

  private DisplayWidth() {}

  /** Columns that the text takes. Control characters take none. */
  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    int low = 0;
    int high = WIDE.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (codePoint < WIDE[middle][0]) {
        high = middle - 1;
      } else if (codePoint > WIDE[middle][1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** The text with blanks after it, up to the width. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text with blanks before it, up to the width. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** The text, cut to the width with «…» as its last character where it is longer. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = 0;
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      if (of(text.substring(0, next)) > width - 1) {
        break;
      }
      end = next;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
