package io.junheng.job;

import io.junheng.definition.Text;

/**
 * Who does something that has to be answered for, and why.
 *
 * @param reason may be empty where none is needed
 */
public record Signer(String name, String reason) {
  public Signer {
    if (name.isBlank()) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("请用 --who 写明经办人。", "Say who does it with --who."));
    }
  }

  /** The same, if there is a reason. */
  public Signer withReason() {
    if (reason.isBlank()) {
      throw new JobException(
          Outcome.CONFIGURATION, new Text("请用 --why 写明理由。", "Say why with --why."));
    }
    return this;
  }
}
