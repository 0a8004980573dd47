package io.junheng.job;

import io.junheng.lake.Lease;
import io.junheng.lake.LeaseHeldException;
import io.junheng.lake.SmallTables;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;

/** Short work on a lake that needs no Spark, as the only one at that time. */
record UnderLease(SmallTables tables, Clock clock) {
  /** Does it; what fails comes out as a {@link JobException}, as does a lake held by another. */
  <T> T run(String command, Callable<T> work) {
    try (Lease lease = Lease.acquire(tables.hadoop(), tables.root(), "lake", command, clock)) {
      lease.requireHeld();
      return SparkFailures.told(work);
    } catch (LeaseHeldException e) {
      throw RunUnderWay.busy(e);
    } catch (IOException e) {
      throw SparkFailures.told(e);
    }
  }
}
