package io.junheng.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

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

  /** What the work makes of each, in their order. */
  static <T, R> List<R> map(List<T> each, Function<T, R> work) {
    List<R> made = new ArrayList<>(Collections.nCopies(each.size(), null));
    run(
        IntStream.range(0, each.size())
            .<Runnable>mapToObj(i -> () -> made.set(i, work.apply(each.get(i))))
            .toList());
    return made;
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
