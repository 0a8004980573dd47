package io.junheng.release;

import java.util.List;

/**
 * What the gate was passed with, in writing.
 *
 * @param rule as it was typed: a rule of the gate, or a rule and the beginning of a place
 * @param covers what stood open at that time, by {@link GateItem#id}; what comes later is not
 *     waived
 */
public record Waiver(String rule, String reason, String by, List<String> covers) {
  public Waiver {
    covers = List.copyOf(covers);
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a waiver needs a reason");
    }
  }
}
