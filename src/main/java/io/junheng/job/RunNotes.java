package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.lake.RunHead;
import io.junheng.lake.RunHistory;
import io.junheng.lake.RunLedger;
import java.io.IOException;
import java.time.Clock;
import org.apache.hadoop.conf.Configuration;

/**
 * States of runs that ended before they had the lake: mistakes in {@code conf/}, missing
 * deliveries, another run at work. Who asks for the run later hears its own exit code.
 */
final class RunNotes {
  private static final System.Logger LOG = System.getLogger(RunNotes.class.getName());

  private final Configuration hadoop;
  private final String lake;
  private final Clock clock;

  RunNotes(Configuration hadoop, String lake, Clock clock) {
    this.hadoop = hadoop;
    this.lake = lake;
    this.clock = clock;
  }

  /** Writes the state, unless the run has one already. */
  void neverBegan(RunHead head, Outcome outcome, Text why) {
    try {
      if (new RunHistory(hadoop, lake, clock).find(head.runId()).isEmpty()) {
        RunLedger ledger = RunLedger.start(hadoop, lake, head, clock);
        ledger.says(why);
        ledger.end(outcome.word(), outcome.exitCode());
      }
    } catch (IOException | RuntimeException e) {
      // The exit code is told all the same.
      LOG.log(System.Logger.Level.WARNING, "no state for run " + head.runId(), e);
    }
  }
}
