package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import io.junheng.table.Submission;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** The periods of which some delivery is accepted. */
record DeliveredPeriods(SmallTables tables) {
  SortedSet<Period> all() {
    SortedSet<Period> delivered = new TreeSet<>();
    for (Row row : tables.read(Submission.TABLE)) {
      if (SubmissionRegister.ACCEPTED.contains(row.getString(Submission.STATE.ordinal()))) {
        delivered.add(new Period(row.getInt(Submission.PERIOD.ordinal())));
      }
    }
    return delivered;
  }
}
