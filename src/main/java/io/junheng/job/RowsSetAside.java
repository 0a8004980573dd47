package io.junheng.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring_index;

import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.RejectedRow;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that one run sets aside: written to {@code ops.rejected_row}, then told file after file to
 * who returns them. Few of them stay in memory in between; a bad year of a province is more than
 * fits at once.
 */
final class RowsSetAside {
  private static final long FEW = 10_000;

  private final Lake lake;
  private final Set<Period> periods;
  private final List<String> submissions;
  private Optional<List<Row>> held = Optional.empty();

  /**
   * @param submissions ids of the deliveries whose rows are replaced
   */
  RowsSetAside(Lake lake, Collection<Period> periods, Collection<String> submissions) {
    this.lake = lake;
    this.periods = Set.copyOf(periods);
    this.submissions = List.copyOf(submissions);
  }

  /**
   * Puts them in place of what earlier files of the same deliveries left there.
   *
   * @param parts columns of {@link RejectedRow}
   * @param count rows of the files, each of which may have several reasons
   */
  void replace(List<Dataset<Row>> parts, long count) {
    if (periods.isEmpty() || (parts.isEmpty() && !lake.exists(RejectedRow.TABLE))) {
      return;
    }
    Dataset<Row> rows =
        parts.stream()
            .reduce(Dataset::unionByName)
            .orElseGet(() -> lake.rows(RejectedRow.TABLE, List.of()));
    if (count <= FEW && lake.isSmall(RejectedRow.TABLE, periods)) {
      held =
          Optional.of(
              lake.replaceFew(
                  RejectedRow.TABLE, periods, RejectedRow.SUBMISSION_ID, submissions, rows));
    } else {
      lake.replace(RejectedRow.TABLE, periods, RejectedRow.SUBMISSION_ID, submissions, rows);
    }
  }

  /** All of them, those of one file together. */
  Iterator<Row> byFile() {
    return held.map(
            rows -> rows.stream().sorted(Comparator.comparing(ReturnSheets::fileOf)).iterator())
        .orElseGet(this::read);
  }

  private Iterator<Row> read() {
    return lake.read(RejectedRow.TABLE, periods)
        .where(col(RejectedRow.SUBMISSION_ID.columnName()).isin(submissions.toArray()))
        .orderBy(
            col(RejectedRow.DATASET.columnName()),
            substring_index(col(RejectedRow.SUBMISSION_ID.columnName()), "-", -1))
        .toLocalIterator();
  }
}
