package io.junheng.sample;

import io.junheng.definition.Period;

/** Is told as counties are finished; calls come one at a time, from any thread. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener SILENT = (period, done, all, rows) -> {};

  /**
   * A county's files of a period are written.
   *
   * @param done counties × periods so far
   * @param all of so many
   * @param rows rows written so far
   */
  void finished(Period period, int done, int all, long rows);
}
