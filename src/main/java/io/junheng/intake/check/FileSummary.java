package io.junheng.intake.check;

import io.junheng.intake.format.FileFinding;
import java.io.Serializable;
import java.util.List;

/**
 * What was found while the rows of one file were read.
 *
 * @param file position of the file in the list that was read, from 0
 * @param rows all rows but header and blank ones
 * @param rejected rows set aside
 * @param findings of the reader, without the name of the file
 * @param broken conditions of rows that some row broke
 * @param unmet ids of conditions of the whole file that do not hold
 * @param places the rows by the period and area that they name
 * @param stored what a {@link RowStore} made of the good rows; empty where there was none
 */
public record FileSummary<T extends Serializable>(
    int file,
    long rows,
    long rejected,
    List<FileFinding> findings,
    List<BrokenRule> broken,
    List<String> unmet,
    List<Place> places,
    List<T> stored)
    implements Serializable {
  /**
   * A condition that rows broke.
   *
   * @param first the first three of them, by their numbers
   */
  public record BrokenRule(String id, long failed, List<Long> first) implements Serializable {}

  /** Rows of a period and area. */
  public record Place(int period, String area, long rows, long rejected) implements Serializable {}
}
