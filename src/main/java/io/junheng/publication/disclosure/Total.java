package io.junheng.publication.disclosure;

import java.util.List;
import java.util.stream.Stream;

/**
 * A figure that is the sum of others: {@code whole = Σ parts}.
 *
 * @param <K> what tells figures apart
 */
record Total<K>(K whole, List<K> parts) {
  Total {
    parts = List.copyOf(parts);
  }

  /** The whole and its parts. */
  Stream<K> figures() {
    return Stream.concat(Stream.of(whole), parts.stream());
  }
}
