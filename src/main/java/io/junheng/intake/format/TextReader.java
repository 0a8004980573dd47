package io.junheng.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Decodes a text whose encoding nobody has told, and stops at the first byte that does not fit,
 * having handed out all text before it. A byte order mark at the beginning is passed over.
 *
 * <p>As long as there are only ASCII characters, UTF-8 and GB18030 say the same; which of them it
 * is is decided at the first other byte. So one pass is enough, and no file is kept in memory.
 */
final class TextReader extends Reader {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int START_CHARS = 1 << 14;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private Optional<Encoding> decided = Optional.empty();
  private CharsetDecoder decoder = Encoding.UTF_8.strictDecoder();
  private CharBuffer ahead = CharBuffer.allocate(0);
  private int asciiUntil;
  private long consumed;
  private boolean begun;
  private boolean ended;
  private long malformedAt = -1;

  TextReader(InputStream in) {
    this.in = in;
  }

  /** The encoding as far as it is known; text of ASCII alone counts as UTF-8. */
  Encoding encoding() {
    return decided.orElse(Encoding.UTF_8);
  }

  /** Position of the first byte that does not fit, once reading has come there. */
  OptionalLong malformedAt() {
    return malformedAt < 0 ? OptionalLong.empty() : OptionalLong.of(malformedAt);
  }

  /** The first characters, which will still be read; what cannot be decoded shows only then. */
  CharBuffer start() throws IOException {
    char[] start = new char[START_CHARS];
    int length = 0;
    while (length < START_CHARS && malformedAt < 0) {
      int read = decode(start, length, START_CHARS - length);
      if (read <= 0) {
        break;
      }
      length += read;
    }
    ahead = CharBuffer.wrap(start, 0, length);
    return ahead.duplicate();
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (ahead.hasRemaining()) {
      int ready = Math.min(length, ahead.remaining());
      ahead.get(chars, offset, ready);
      return ready;
    }
    int read = decode(chars, offset, length);
    if (read == 0) {
      throw new IOException("not %s at byte %d".formatted(encoding().label(), malformedAt));
    }
    return read;
  }

  /** How many characters were decoded: −1 at the end, 0 at a byte that does not fit. */
  private int decode(char[] chars, int offset, int length) throws IOException {
    begin();
    CharBuffer out = CharBuffer.wrap(chars, offset, length).slice();
    while (out.position() == 0 && malformedAt < 0) {
      if (!decodeSome(out) && out.position() == 0) {
        return -1;
      }
    }
    return out.position();
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    fill();
    Optional<Encoding> marked = Encoding.marked(bytes);
    marked.ifPresent(encoding -> bytes.position(encoding.markLength()));
    consumed = bytes.position();
    marked.or(() -> Encoding.byZeroBytes(bytes)).ifPresent(this::decide);
  }

  private void decide(Encoding encoding) {
    decided = Optional.of(encoding);
    decoder = encoding.strictDecoder();
  }

  /** Decodes what there is, fetching more if nothing is left; false at the end. */
  private boolean decodeSome(CharBuffer out) throws IOException {
    CoderResult result = decided.isPresent() ? decode(out, ended) : decodeAscii(out);
    if (result.isError()) {
      malformedAt = consumed;
      return true;
    }
    if (result.isOverflow() || out.position() > 0) {
      return true;
    }
    if (ended && (decided.isPresent() || !bytes.hasRemaining())) {
      return false;
    }
    fill();
    if (decided.isEmpty() && bytes.hasRemaining() && bytes.get(bytes.position()) < 0) {
      decide(Encoding.ofText(bytes));
    }
    return true;
  }

  private CoderResult decode(CharBuffer out, boolean isEnd) {
    int before = bytes.position();
    CoderResult result = decoder.decode(bytes, out, isEnd);
    consumed += bytes.position() - before;
    return result;
  }

  /** Decodes up to the next byte that is not ASCII. */
  private CoderResult decodeAscii(CharBuffer out) {
    int limit = bytes.limit();
    asciiUntil = Math.max(asciiUntil, bytes.position());
    while (asciiUntil < limit && bytes.get(asciiUntil) >= 0) {
      asciiUntil++;
    }
    bytes.limit(asciiUntil);
    CoderResult result = decode(out, false);
    bytes.limit(limit);
    return result;
  }

  /** Fills the buffer, unless the text ends before. */
  private void fill() throws IOException {
    bytes.compact();
    while (!ended && bytes.hasRemaining()) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (read < 0) {
        ended = true;
      } else {
        bytes.position(bytes.position() + read);
      }
    }
    bytes.flip();
    asciiUntil = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
