package io.junheng.job;

import java.util.Comparator;
import java.util.Locale;

/**
 * How a command ended, and its exit code. What is good still lands; of several outcomes the gravest
 * counts.
 */
public enum Outcome {
  DONE(0, 0),
  /** A delivery was refused by a check or threshold. */
  REFUSED(1, 1),
  /** Wrong usage, or mistakes in {@code conf/}. */
  CONFIGURATION(2, 3),
  /** Input that is missing, unreadable or has a wrong header. */
  INPUT(3, 2),
  /** Storage or cluster failed. */
  STORAGE(5, 5),
  /** Another run holds the same work. */
  BUSY(6, 4),
  /** {@code plan} found changes. */
  CHANGES(10, 0),
  /** A bug of ours. */
  BUG(70, 6),
  /** Asked to stop: {@code cancel}, or a signal, which has an exit code of its own. */
  INTERRUPTED(130, 7);

  private final int exitCode;
  private final int gravity;

  Outcome(int exitCode, int gravity) {
    this.exitCode = exitCode;
    this.gravity = gravity;
  }

  public int exitCode() {
    return exitCode;
  }

  /** The word that states and tables have for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The graver of the two: 70, 5, 6, 2, 3, 1, then the rest. */
  public Outcome or(Outcome other) {
    return Comparator.comparingInt((Outcome outcome) -> outcome.gravity).compare(this, other) >= 0
        ? this
        : other;
  }
}
