package io.junheng.job;

import io.junheng.release.ReleaseId;
import java.util.Optional;

/** Whether results are handed on as published, as a release holds them, or as they stand. */
public sealed interface ReleaseChoice {
  /** The number of a release, or {@code none}. */
  static ReleaseChoice parse(String text) {
    return text.equals("none") ? new Unreleased() : new Of(ReleaseId.parse(text), Optional.empty());
  }

  /** The same, read in a role where one is given. */
  default ReleaseChoice as(Optional<String> role) {
    return this instanceof Of one && role.isPresent() ? new Of(one.id(), role) : this;
  }

  /** Of each period the latest published release; gold as it stands while nothing is published. */
  record Published() implements ReleaseChoice {}

  /** Gold as it stands, released or not. */
  record Unreleased() implements ReleaseChoice {}

  /**
   * One release.
   *
   * @param role in which it is read before it is published
   */
  record Of(ReleaseId id, Optional<String> role) implements ReleaseChoice {}
}
