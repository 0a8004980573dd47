package io.junheng.lake;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * How rows of a table of silver are told apart by numbers, so that what repeats is found.
 *
 * @param name in letters and digits: hashes of the same name are made in the same way
 * @param columns that are read, in this order; the county's code and the period come last
 * @param hashing of rows
 */
public record RowHashes(String name, List<String> columns, Hashing hashing) {
  public RowHashes {
    columns = List.copyOf(columns);
  }

  /** Makes hashes of rows, each of which is good until the next is taken. */
  @FunctionalInterface
  public interface Hashing extends Serializable {
    /** Of a row none, one, or two where it is to be told as if it stood twice. */
    LongStream of(Iterator<InternalRow> rows);
  }
}
