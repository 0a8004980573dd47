package io.junheng.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run left in the lake.
 *
 * @param tablesWritten version of each table that was written, by full name
 * @param files files that were looked at, in the order of period, county and dataset
 */
public record RunRecord(String runId, Map<String, Long> tablesWritten, List<FileState> files) {
  public RunRecord {
    tablesWritten = java.util.Collections.unmodifiableMap(new TreeMap<>(tablesWritten));
    files = List.copyOf(files);
  }

  /** One delivered file of one county. */
  public record FileState(
      int period,
      String county,
      String dataset,
      String file,
      String state,
      long rowsRead,
      long rowsAccepted,
      long rowsSetAside) {}
}
