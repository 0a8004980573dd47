package io.junheng.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param figures by the keys of {@link Figure}: a number for each round
 * @param details what the figures rest on: seconds of each piece, bytes, counts
 */
record Measured(Map<Figure, Sample> figures, Map<String, Sample> details) {
  Measured {
    figures = new LinkedHashMap<>(figures);
    details = new LinkedHashMap<>(details);
  }
}
