package io.junheng.lake;

import io.junheng.definition.Period;
import io.junheng.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * The tables of a lake whose rows fit in memory, read without Spark: no job, not even a session.
 *
 * @param root as {@link Lake} takes it
 */
public record SmallTables(Configuration hadoop, String root) {
  /** All rows, with the columns in the order of the definition; none if it was never written. */
  public List<Row> read(Table table) {
    return read(table, values -> true);
  }

  /** The rows of some periods. */
  public List<Row> read(Table table, Collection<Period> periods) {
    Set<String> wanted = periods.stream().map(Period::toString).collect(Collectors.toSet());
    return read(table, values -> wanted.contains(values.get("period")));
  }

  private List<Row> read(Table table, Predicate<Map<String, String>> wanted) {
    StoredTable stored = StoredTable.of(table);
    String path = root + "/" + stored.folder();
    return new TableLog(hadoop, path).exists()
        ? new SmallTable(hadoop, stored, path).read(wanted)
        : List.of();
  }
}
