package io.junheng.lake;

import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Rows of one period of a table: all of each county that they speak of. Lives within one of Spark's
 * tasks.
 *
 * @param rows the columns asked for; each is good until the next one is taken
 */
public record PeriodRows(int period, Iterator<InternalRow> rows) {}
