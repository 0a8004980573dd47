package io.junheng.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does independent pieces of work on two threads: a small table's commit is mostly waiting. */
final class Abreast {
  private static final int THREADS = 2;

  private Abreast() {}

  /** Returns when all are done; throws what the first of them threw, after all have ended. */
  static void run(List<Runnable> pieces) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      pieces.forEach(piece -> running.add(threads.submit(piece)));
      RuntimeException failure = null;
      for (Future<?> piece : running) {
        RuntimeException thrown = failureOf(piece);
        failure = failure == null ? thrown : failure;
      }
      if (failure != null) {
        throw failure;
      }
    } finally {
      threads.shutdown();
    }
  }

  private static RuntimeException failureOf(Future<?> piece) {
    try {
      piece.get();
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      return e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted", e);
    }
  }
}
