package io.junheng.intake.format;

/**
 * Which field of a file belongs to which column of the contract.
 *
 * @param fieldOfColumn for each column of the contract the position of its field; −1: not delivered
 * @param fields how many fields a row must have
 */
record HeaderMapping(int[] fieldOfColumn, int fields) {
  static final int NOT_DELIVERED = -1;

  /**
   * Whether a record has the header's fields; what spreadsheets write behind them must be empty.
   */
  boolean fits(CellRecord record) {
    return record.fields() >= fields && (record.fields() == fields || record.isBlankFrom(fields));
  }
}
