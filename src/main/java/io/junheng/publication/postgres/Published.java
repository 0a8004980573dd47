package io.junheng.publication.postgres;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a publication came to.
 *
 * @param rows rows of each table
 * @param changed how many rows of all tables were deleted or inserted
 */
public record Published(Map<String, Integer> rows, long changed) {
  public Published {
    rows = new TreeMap<>(rows);
  }
}
