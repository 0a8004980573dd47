package io.junheng.job;

import io.junheng.lake.SmallTables;
import io.junheng.release.ReleaseId;
import io.junheng.table.ReleaseColumn;
import io.junheng.table.Submission;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The register of deliveries as it stood when a release was made. */
final class RegisterOfRelease {
  private RegisterOfRelease() {}

  /** Lines of accepted files, in the columns of {@code ops.submission}. */
  static List<Row> accepted(SmallTables tables, ReleaseId id) {
    int state = Submission.STATE.ordinal();
    return tables.read(Submission.TABLE.inRelease()).stream()
        .filter(row -> id.toString().equals(row.getAs(ReleaseColumn.RELEASE_ID.columnName())))
        .map(RegisterOfRelease::withoutId)
        .filter(row -> SubmissionRegister.ACCEPTED.contains(row.getString(state)))
        .toList();
  }

  private static Row withoutId(Row row) {
    Object[] values = new Object[row.size() - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i + 1);
    }
    return RowFactory.create(values);
  }
}
