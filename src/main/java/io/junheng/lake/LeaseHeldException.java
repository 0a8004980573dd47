package io.junheng.lake;

/** Another run is at the same work. */
public final class LeaseHeldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient LeaseHolder holder;

  LeaseHeldException(String work, LeaseHolder holder) {
    super(
        "run %s on %s (process %d) is at '%s' since %s"
            .formatted(holder.runId(), holder.host(), holder.pid(), work, holder.since()));
    this.holder = holder;
  }

  /** Who holds it. */
  public LeaseHolder holder() {
    return holder;
  }
}
