package io.junheng.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Contract;
import io.junheng.intake.format.RawColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Silver rows with pseudonyms made anew: each row finds the row of the original that it came from.
 * Nothing else of it changes.
 */
public record Rekey(Contract contract) {
  private static final List<String> ORIGIN = List.of(RawColumns.FILE_ID, RawColumns.ROW);
  private static final String NEW = "_new_";

  /**
   * The same rows in the same columns.
   *
   * @param silver the stored rows
   * @param originals the raw rows of all files that they came from, read with the new key
   */
  public Dataset<Row> apply(Dataset<Row> silver, Dataset<Row> originals) {
    Map<String, Column> renewed = new HashMap<>();
    Stream.Builder<Column> wanted = Stream.builder();
    ORIGIN.forEach(name -> wanted.add(col(name)));
    for (io.junheng.definition.Column column : contract.columns()) {
      if (column.isHashed()) {
        column.becomes().forEach(key -> renewed.put(key.name(), renewed(key.name())));
        column
            .becomes()
            .forEach(key -> wanted.add(col(RawColumns.hashOf(column)).as(NEW + key.name())));
      }
    }
    Dataset<Row> keys =
        originals.where(col(RawColumns.ROW).gt(0)).select(wanted.build().toArray(Column[]::new));
    return silver
        .join(keys, CollectionConverters.asScala(ORIGIN).toSeq(), "left")
        .select(
            Arrays.stream(silver.columns())
                .map(name -> renewed.getOrDefault(name, col(name)))
                .toArray(Column[]::new));
  }

  private static Column renewed(String name) {
    Column missing =
        when(
            col(name).isNotNull(),
            raise_error(lit("a stored row is not found in its original")).cast("string"));
    return coalesce(col(NEW + name), missing).as(name);
  }
}
