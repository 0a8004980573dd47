package io.junheng.definition;

import java.util.List;

/**
 * When a school passes: enough of the named items are met and, where asked, the others reach their
 * floor.
 *
 * <p>An item named here is met by a county when no school that fails this rule is below the
 * standard on it (our reading).
 */
public record SchoolRule(List<String> of, int metAtLeast, boolean othersReachFloor) {
  public SchoolRule {
    of = List.copyOf(of);
    if (metAtLeast < 1 || metAtLeast > of.size()) {
      throw new IllegalArgumentException(
          "the school rule names %d items and asks for %d".formatted(of.size(), metAtLeast));
    }
  }
}
