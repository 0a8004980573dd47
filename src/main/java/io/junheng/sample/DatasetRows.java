package io.junheng.sample;

import java.util.List;

/** The rows of one dataset that a county delivers. */
interface DatasetRows {
  /** Id of the contract. */
  String dataset();

  /** Delivered names of the columns, in the order of the cells. */
  List<String> columns();

  /** How many rows {@link #write} is going to give. */
  long count();

  void write(Sheet sheet);
}
