package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.util.List;

/**
 * What a job did.
 *
 * @param periods the periods that were worked on
 * @param messages what the user must know beyond the steps: refused files, what to do
 */
public record JobReport(Outcome outcome, String runId, List<Period> periods, List<Text> messages) {
  public JobReport {
    periods = List.copyOf(periods);
    messages = List.copyOf(messages);
  }
}
