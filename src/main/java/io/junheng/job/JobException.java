package io.junheng.job;

import io.junheng.definition.Text;

/**
 * A failure that is not a bug: says what, where, why and what to do, and which outcome it means.
 */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final transient Text text;

  public JobException(Outcome outcome, Text text, Throwable cause) {
    super(text.en(), cause);
    this.outcome = outcome;
    this.text = text;
  }

  public JobException(Outcome outcome, Text text) {
    this(outcome, text, null);
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The message in both languages. */
  public Text text() {
    return text;
  }
}
