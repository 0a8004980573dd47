package io.junheng.publication;

import io.junheng.definition.Period;
import io.junheng.table.Table;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The rows of gold that are to be published. What an audience may not see is missing already: a
 * publication shows all that it gets.
 */
public interface Gold {
  /** The periods that are published, oldest first; the last is what readers see first. */
  List<Period> periods();

  /**
   * The rows of a table in the order of its key, with the table's columns in their order: of the
   * published periods if it is divided by period, else all. None if the table was never written.
   */
  List<Row> rows(Table table);

  /** The rows of one period of a table that is divided by period. */
  List<Row> rows(Table table, Period period);

  /** The number of the release that a period comes from; empty: results as they stand. */
  Optional<String> release(Period period);
}
