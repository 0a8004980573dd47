package io.junheng.lake;

import io.delta.exceptions.DeltaConcurrentModificationException;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Commits again what met another's commit. Only for work that looks at the table anew each time, or
 * that does not depend on what others write: whoever is at the same rows is kept away by a {@link
 * RunLease}.
 */
final class Commits {
  private static final int ATTEMPTS = 20;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private Commits() {}

  /** Does the work, again and again as long as others are faster. */
  static <T> T retried(String table, Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!isConcurrent(e)) {
          throw e;
        }
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException(
              new IOException(
                  "others kept writing to %s at the same moments; nothing of this commit stands, type the command again"
                      .formatted(table),
                  e));
        }
        pause(attempt);
      }
    }
  }

  /** Whether a commit failed for another's: nothing of it stands. */
  static boolean isConcurrent(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DeltaConcurrentModificationException
          || cause instanceof ConcurrentWriteException
          || cause instanceof MaxCommitRetryLimitReachedException
          || cause instanceof TableAlreadyExistsException) {
        return true;
      }
    }
    return false;
  }

  private static void pause(int attempt) {
    long most = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts to commit", e);
    }
  }
}
