package io.junheng.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * A signal (Ctrl-C, kill) while a command is at work. The JVM ends with 130 or 143 by itself; until
 * then the work is given some seconds to put down what it holds: Spark stops on the same signal,
 * the commit that is under way happens whole or not at all, and the lease is given back.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 15;

  private static final int SIGNAL = 128;

  private final CountDownLatch done = new CountDownLatch(1);
  private volatile OptionalInt exitCode = OptionalInt.empty();
  private volatile boolean happened;

  /** Notes which signal comes, and hands it on: the JVM does not tell its hooks. */
  void listen() {
    for (String name : List.of("INT", "TERM", "HUP")) {
      AtomicReference<SignalHandler> usual = new AtomicReference<>();
      try {
        usual.set(
            Signal.handle(
                new Signal(name),
                signal -> {
                  exitCode = OptionalInt.of(SIGNAL + signal.getNumber());
                  usual.get().handle(signal);
                }));
      } catch (IllegalArgumentException e) {
        // A JVM started with -Xrs leaves signals to the system; nothing is put down then.
        return;
      }
    }
  }

  /** The exit code with which the JVM ends, of the signal that came. */
  OptionalInt exitCode() {
    return happened && exitCode.isEmpty() ? OptionalInt.of(SIGNAL + 15) : exitCode;
  }

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
