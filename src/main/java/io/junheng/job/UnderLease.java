package io.junheng.job;

import io.junheng.lake.LeaseHeldException;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.RunLease;
import io.junheng.lake.SmallTables;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

/** Short work on a lake that needs no Spark, as the only one at that time. */
record UnderLease(SmallTables tables, Clock clock) {
  /** Does it; what fails comes out as a {@link JobException}, as does a lake held by another. */
  <T> T run(String command, Callable<T> work) {
    try (RunLease lease = RunLease.begin(tables.hadoop(), tables.root(), command, clock)) {
      lease.take(List.of(LeasedWork.ALL));
      return SparkFailures.told(work);
    } catch (LeaseHeldException e) {
      throw RunUnderWay.busy(e);
    } catch (IOException e) {
      throw SparkFailures.told(e);
    }
  }
}
