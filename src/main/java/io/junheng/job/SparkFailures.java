package io.junheng.job;

import io.junheng.definition.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkException;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;

/** Tells failures of storage and cluster from our own bugs. */
final class SparkFailures {
  /** What Spark says when machines are lost, not when a task's own code throws. */
  private static final List<String> OF_CLUSTER =
      List.of(
          "ExecutorLostFailure",
          "FetchFailed",
          "All masters are unresponsive",
          "Master removed our application",
          "Could not parse Master URL",
          "was cancelled because SparkContext was shut down",
          "Exception thrown in awaitResult",
          // A file of the lake that is damaged or gone.
          "FAILED_READ_FILE");

  private SparkFailures() {}

  /** Does the work; what fails is thrown as the user must hear of it. */
  static <T> T told(Callable<T> work) {
    try {
      return work.call();
    } catch (Throwable failure) {
      throw told(failure);
    }
  }

  /** The failure as the user must hear of it; a bug comes back as it is. */
  static RuntimeException told(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      if (cause instanceof JobException told) {
        return told;
      }
      if (cause instanceof OutOfMemoryError) {
        return outOfMemory(failure);
      }
      if (cause instanceof DeltaConcurrentModificationException) {
        return concurrent(failure);
      }
      if (cause instanceof IOException || isOfCluster(cause)) {
        return storage(failure, cause);
      }
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
  }

  /** An {@link UncheckedIOException} is looked into: its cause has the better words. */
  private static Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }

  private static boolean isOfCluster(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return cause instanceof SparkException && OF_CLUSTER.stream().anyMatch(message::contains);
  }

  private static JobException outOfMemory(Throwable failure) {
    return new JobException(
        Outcome.STORAGE,
        new Text(
            "内存不足。请加大堆内存,例如 --spark '--driver-memory 4g'。",
            "Memory ran out. Give more, for instance --spark '--driver-memory 4g'."),
        failure);
  }

  private static JobException concurrent(Throwable failure) {
    return new JobException(
        Outcome.BUSY,
        new Text(
            "另一程序同时写入了同一张表;本次结果未写入该表,请重新运行。",
            "Another program wrote the same table at the same time; nothing of this run went into"
                + " it. Run again."),
        failure);
  }

  private static JobException storage(Throwable failure, Throwable cause) {
    String words = firstLine(cause);
    return new JobException(
        Outcome.STORAGE,
        new Text("存储或集群故障:" + words, "Storage or cluster failed: " + words),
        failure);
  }

  private static String firstLine(Throwable cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return cause.getClass().getSimpleName() + ": " + message;
  }
}
