package io.junheng.intake.check;

import java.io.IOException;
import java.io.Serializable;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Takes good rows while they are checked, before it is known whether their file is taken. Goes to
 * the executors.
 *
 * @param <T> what stands for the rows that one file brought
 */
public interface RowStore<T extends Serializable> extends Serializable {
  /** The columns that it takes, by name. */
  StructType columns();

  /** Begins with the rows of one file, which belong to one period and county. */
  Part<T> open(int period, String county) throws IOException;

  /** The rows of one file. */
  interface Part<T> {
    /** Takes a row of the store's columns. */
    void write(InternalRow row) throws IOException;

    /** Ends with the file. */
    T finish() throws IOException;

    /** Forgets what was written. */
    void abandon() throws IOException;
  }
}
