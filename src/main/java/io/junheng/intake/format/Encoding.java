package io.junheng.intake.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encodings in which text is delivered, and how they are told apart: by a byte order mark, by
 * the zero bytes of UTF-16, else by strict decoding, UTF-8 before GB18030. GBK and GB 2312 are
 * parts of GB18030.
 */
enum Encoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
  UTF_16_LE("UTF-16LE", StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
  UTF_16_BE("UTF-16BE", StandardCharsets.UTF_16BE, "\u00fe\u00ff"),
  GB18030("GB18030", Charset.forName("GB18030"), "\u00841\u00953");

  // Of the characters of a header at least one in so many is a separator.
  private static final int PAIRS_FOR_ONE_ASCII = 8;
  private static final int LOOKED_AT = 1 << 9;
  // A Chinese character of GBK looks like one of UTF-8 about one time in six.
  private static final int NO_ACCIDENT = 6;

  private final String label;
  private final Charset charset;
  private final String mark;

  Encoding(String label, Charset charset, String mark) {
    this.label = label;
    this.charset = charset;
    this.mark = mark;
  }

  /** The usual name, as in {@code ops.submission}. */
  String label() {
    return label;
  }

  /** How many bytes its byte order mark takes. */
  int markLength() {
    return mark.length();
  }

  /** A decoder that stops at what is not of this encoding. */
  CharsetDecoder strictDecoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The encoding whose byte order mark stands at the beginning. */
  static Optional<Encoding> marked(ByteBuffer start) {
    for (Encoding encoding : values()) {
      if (encoding.isMarked(start)) {
        return Optional.of(encoding);
      }
    }
    return Optional.empty();
  }

  private boolean isMarked(ByteBuffer start) {
    for (int i = 0; i < mark.length(); i++) {
      if (i >= start.remaining() || (start.get(start.position() + i) & 0xff) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * UTF-16 without a mark: ASCII characters beside a zero byte in many pairs, nearly always on the
   * same side, so that a NUL that stands in other text by accident is not taken for it.
   */
  static Optional<Encoding> byZeroBytes(ByteBuffer start) {
    int pairs = Math.min(start.remaining(), LOOKED_AT) / 2;
    int little = 0;
    int big = 0;
    for (int i = start.position(); i < start.position() + 2 * pairs; i += 2) {
      little += start.get(i) > 0 && start.get(i + 1) == 0 ? 1 : 0;
      big += start.get(i) == 0 && start.get(i + 1) > 0 ? 1 : 0;
    }
    int more = Math.max(little, big);
    boolean isUtf16 = more * PAIRS_FOR_ONE_ASCII >= pairs && Math.min(little, big) * 4 <= more;
    return isUtf16 && more > 0
        ? Optional.of(little > big ? UTF_16_LE : UTF_16_BE)
        : Optional.empty();
  }

  /**
   * UTF-8 or GB18030 by strict decoding from the first byte that is not ASCII. UTF-8 where it
   * follows to the end, or far enough to be no accident: what comes behind is then of another
   * encoding. That the last character is cut off speaks against neither.
   */
  static Encoding ofText(ByteBuffer bytes) {
    Decoded utf8 = UTF_8.decoded(bytes);
    boolean isUtf8 = utf8.toEnd() || utf8.foreign() >= NO_ACCIDENT;
    return isUtf8 || utf8.bytes() >= GB18030.decoded(bytes).bytes() ? UTF_8 : GB18030;
  }

  /** How far strict decoding went: bytes, characters that are not ASCII. */
  private record Decoded(int bytes, long foreign, boolean toEnd) {}

  private Decoded decoded(ByteBuffer bytes) {
    ByteBuffer copy = bytes.duplicate();
    CharBuffer out = CharBuffer.allocate(copy.remaining() + 1);
    boolean broken = strictDecoder().decode(copy, out, false).isError();
    long foreign = out.flip().chars().filter(c -> c > 0x7f).count();
    return new Decoded(copy.position(), foreign, !broken);
  }
}
