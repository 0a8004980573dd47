package io.junheng.intake.check;

import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.internal.SQLConf;

/**
 * Contract conditions meet data as it was delivered: a division by zero or a text that is no number
 * must give null, not end the run with an exception that quotes the value. So they are analysed
 * under Spark's lenient rules, whatever the session says.
 */
final class LenientSql {
  private LenientSql() {}

  /** Builds a dataset from another one; expressions written within are lenient. */
  static Dataset<Row> analysed(Dataset<Row> from, Supplier<Dataset<Row>> building) {
    SQLConf lenient = from.sparkSession().sessionState().conf().clone();
    lenient.setConfString("spark.sql.ansi.enabled", "false");
    return SQLConf.withExistingConf(lenient, building::get);
  }
}
