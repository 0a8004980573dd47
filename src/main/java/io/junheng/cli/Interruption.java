package io.junheng.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A signal (Ctrl-C, kill) while a command is at work. The JVM ends with 130 or 143 by itself; until
 * then the work is given some seconds to put down what it holds: Spark stops on the same signal,
 * the commit that is under way happens whole or not at all, and the lease is given back.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 15;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean happened;

  /** Waits with the end of the JVM for the work's. */
  void watch(Runnable onSignal) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> await(onSignal), "interruption"));
  }

  private void await(Runnable onSignal) {
    if (done.getCount() == 0) {
      return;
    }
    happened = true;
    onSignal.run();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        // Not put down in time: the lease runs out by itself.
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the work is ending because of a signal; what fails then is no failure. */
  boolean happened() {
    return happened;
  }

  void workIsDone() {
    done.countDown();
  }
}
