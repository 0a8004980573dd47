package io.junheng.explain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Work that is done on a thread of its own while its beginner goes on. */
record Meanwhile<T>(CompletableFuture<T> work) {
  static <T> Meanwhile<T> begin(Supplier<T> work) {
    return new Meanwhile<>(
        CompletableFuture.supplyAsync(
            work,
            task -> {
              Thread thread = new Thread(task, "meanwhile");
              thread.setDaemon(true);
              thread.start();
            }));
  }

  /** Waits for the result; throws what the work threw. */
  T result() {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
