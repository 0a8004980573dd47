package io.junheng.sample;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param pupils of one period
 * @param findings what intake must find, in the order of files and rows
 * @param findingsFile where they stand; written in any case, with a header only if there are none
 */
public record SampleSummary(
    int counties,
    int periods,
    int files,
    long rows,
    int pupils,
    List<ExpectedFinding> findings,
    Path findingsFile) {
  public SampleSummary {
    findings = List.copyOf(findings);
  }
}
