package io.junheng.cli;

import io.junheng.definition.Text;
import java.time.Duration;

/** Says what happens on the error stream. */
interface Voice extends AutoCloseable {
  /**
   * What a step is known by.
   *
   * @param name for machines; empty where it has none
   */
  record StepName(String name, Text title) {
    static final StepName NONE = new StepName("", Text.same(""));
  }

  void begins(StepName step);

  /**
   * A step is still under way.
   *
   * @param progress how far it is, in words; empty where nobody knows
   * @param others how many more are under way, in words; empty for none
   */
  void isUnderWay(StepName step, String progress, Duration elapsed, String others);

  /** A step ended, well or not. */
  void ended(StepName step, Text counts, Duration elapsed, boolean isDone);

  /**
   * Says something.
   *
   * @param during the step that began last and is under way; {@link StepName#NONE} for none
   * @param message begins with {@code !} as a warning, with {@code ✗} where something failed
   */
  void says(StepName during, Text message);

  /** Nothing more is said. */
  @Override
  default void close() {}
}
