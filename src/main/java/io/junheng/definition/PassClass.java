package io.junheng.definition;

import java.util.Objects;

/**
 * A class among those that pass: no item is not met, so many are met, and only so many are met in
 * part. Items that do not apply count as met (our reading).
 */
public record PassClass(String id, Text title, int metAtLeast, int partlyAtMost) {
  public PassClass {
    Objects.requireNonNull(title, "title");
    if (metAtLeast < 0 || partlyAtMost < 0) {
      throw new IllegalArgumentException(
          "class '%s': counts of items are not below 0".formatted(id));
    }
  }
}
