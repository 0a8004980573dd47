package io.junheng.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** How a test or an item of a framework comes out. */
public enum Grade {
  MET,
  PARTLY_MET,
  NOT_MET,
  /** Nobody delivered what would decide it; never counts as met. */
  UNKNOWN,
  /** There is nothing to test, such as a stage without schools; not counted at all. */
  NOT_APPLICABLE;

  /** From the most to the least weighty when several tests make one item. */
  private static final List<Grade> BY_WEIGHT = List.of(NOT_MET, PARTLY_MET, UNKNOWN, MET);

  /** The word in the tables: {@code met}, {@code partly_met} and so on. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The grade of what consists of several tests: any not met → not met; else any partly met →
   * partly met; else any unknown → unknown; else met. Tests that are not applicable are left out;
   * if no other is there, neither is the whole.
   */
  public static Grade ofAll(Collection<Grade> tests) {
    return BY_WEIGHT.stream().filter(tests::contains).findFirst().orElse(NOT_APPLICABLE);
  }

  /** True if it keeps a county from passing whatever else may still arrive. */
  public boolean blocks() {
    return this == NOT_MET || this == PARTLY_MET;
  }
}
