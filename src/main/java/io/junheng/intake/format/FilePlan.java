package io.junheng.intake.format;

import java.io.Serializable;

/**
 * One file to be read.
 *
 * @param number position in the list that is read
 * @param period the folder's, 0 if the rows say it
 * @param county the folder's, empty if the rows say it
 */
record FilePlan(
    int number,
    String path,
    String fileId,
    String name,
    int period,
    String county,
    long bytes,
    DeliveredFormat format)
    implements Serializable {
  static FilePlan of(int number, ArchivedFile file) {
    DeliveredFile delivered = file.delivered();
    return new FilePlan(
        number,
        file.path(),
        file.fileId(),
        delivered.name(),
        delivered.period().map(period -> period.number()).orElse(0),
        delivered.county().orElse(""),
        delivered.bytes(),
        delivered.format());
  }

  /**
   * Whether two files stand for the same period and county, so that a key may stand in only one of
   * them.
   */
  boolean isOneDeliveryWith(FilePlan other) {
    return period != 0 && period == other.period && county.equals(other.county);
  }
}
