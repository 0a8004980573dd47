package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Decodes UTF-8 and stops at the first byte that is none, having handed out all text before it. A
 * byte order mark at the beginning is passed over.
 */
final class StrictUtf8 extends Reader {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long consumed;
  private boolean begun;
  private boolean ended;
  private long malformedAt = -1;

  StrictUtf8(InputStream in) {
    this.in = in;
  }

  /** Position of the first byte that is no UTF-8, once reading has come there. */
  OptionalLong malformedAt() {
    return malformedAt < 0 ? OptionalLong.empty() : OptionalLong.of(malformedAt);
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(chars, offset, length).slice();
    while (out.position() == 0) {
      if (malformedAt >= 0) {
        throw new IOException("not UTF-8 at byte " + malformedAt);
      }
      if (!decodeSome(out) && out.position() == 0) {
        return -1;
      }
      dropByteOrderMark(out);
    }
    return out.position();
  }

  /** Decodes what there is, fetching more if nothing is left; false at the end. */
  private boolean decodeSome(CharBuffer out) throws IOException {
    int before = bytes.position();
    CoderResult result = decoder.decode(bytes, out, ended);
    consumed += bytes.position() - before;
    if (result.isError()) {
      malformedAt = consumed;
      return true;
    }
    if (result.isOverflow() || out.position() > 0) {
      return true;
    }
    if (ended) {
      return false;
    }
    fill();
    return true;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  private void dropByteOrderMark(CharBuffer out) {
    if (begun || out.position() == 0) {
      return;
    }
    begun = true;
    char[] chars = out.array();
    int start = out.arrayOffset();
    if (chars[start] == '\ufeff') {
      System.arraycopy(chars, start + 1, chars, start, out.position() - 1);
      out.position(out.position() - 1);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
