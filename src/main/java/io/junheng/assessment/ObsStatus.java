package io.junheng.assessment;

/** Why a value is as it is, or why it is not there: column {@code obs_status}. */
public enum ObsStatus {
  /** Normal. */
  A,
  /**
   * Not applicable: there is nothing of which it could be told, such as a stage without schools.
   */
  Z,
  /** Not available: it exists, but nobody delivered it. */
  X,
  /** Low reliability. */
  U,
  /** Estimated, for instance from the parts that are known. */
  E,
  /** Provisional: it may still move when what is unknown arrives. */
  P,
  /** Break in series. */
  B
}
