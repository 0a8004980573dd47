package io.junheng.publication.site;

import io.junheng.definition.Period;
import io.junheng.publication.Gold;
import io.junheng.table.Finding;
import io.junheng.table.Submission;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Who delivered what, and what the checks found. Empty where the rows are not handed over. */
record QualityData(Gold gold) {
  record Content(Grid submissions, Grid findings) {}

  Optional<Content> content(Period period) {
    List<Row> submissions = gold.rows(Submission.TABLE, period);
    List<Row> findings = gold.rows(Finding.TABLE, period);
    return submissions.isEmpty() && findings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Content(
                Grid.of(
                    submissions,
                    Submission.COUNTY_CODE,
                    Submission.DATASET,
                    Submission.FILE_NAME,
                    Submission.STATE,
                    Submission.ROWS_READ,
                    Submission.ROWS_ACCEPTED,
                    Submission.ROWS_REJECTED),
                Grid.of(
                    findings,
                    Finding.COUNTY_CODE,
                    Finding.DATASET,
                    Finding.RULE,
                    Finding.SEVERITY,
                    Finding.STATUS,
                    Finding.CHECKED,
                    Finding.FAILED,
                    Finding.MESSAGE_ZH,
                    Finding.MESSAGE_EN,
                    Finding.FIRST_SEEN)));
  }
}
