package io.junheng.intake.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import io.junheng.definition.Period;
import io.junheng.intake.format.RawColumns;
import org.apache.spark.sql.Column;

/**
 * Key of a delivered file × period × area, readable: {@code student-202310-990101-3fa9c2d1e0b4}.
 */
final class SubmissionId {
  private static final int DIGITS_OF_FILE = 12;

  private SubmissionId() {}

  static String of(String dataset, Period period, String area, String fileId) {
    return String.join("-", dataset, period.toString(), area, shortened(fileId));
  }

  private static String shortened(String fileId) {
    return fileId.substring(0, Math.min(DIGITS_OF_FILE, fileId.length()));
  }

  /** The same for rows. */
  static Column of(String dataset, Column period, Column area) {
    return concat_ws(
        "-",
        lit(dataset),
        period.cast("string"),
        area,
        substring(col(RawColumns.FILE_ID), 1, DIGITS_OF_FILE));
  }
}
