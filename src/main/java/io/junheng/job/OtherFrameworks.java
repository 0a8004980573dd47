package io.junheng.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.junheng.definition.Framework;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What stands in the lake of frameworks that a run does not work out. Tables are replaced by
 * period, so their rows are written again beside the new ones.
 *
 * @param chosen the frameworks that are worked out; empty: all, and nothing else is kept
 */
record OtherFrameworks(Lake lake, Collection<Period> periods, Set<String> chosen) {
  OtherFrameworks {
    periods = List.copyOf(periods);
    chosen = Set.copyOf(chosen);
  }

  /** Stored rows of the other frameworks; empty where nothing else is kept. */
  Optional<Dataset<Row>> of(Table table, TableColumn framework) {
    if (chosen.isEmpty() || !lake.exists(table)) {
      return Optional.empty();
    }
    return Optional.of(
        lake.read(table, periods).where(not(col(framework.columnName()).isin(chosen.toArray()))));
  }

  /**
   * The rows and those of the other frameworks, in memory.
   *
   * @param framework the framework, or what of it is ranked
   */
  List<Row> with(Table table, TableColumn framework, List<Row> made) {
    if (chosen.isEmpty()) {
      return made;
    }
    List<Row> rows = new ArrayList<>(made);
    lake.small().read(table, periods).stream()
        .filter(row -> !chosen.contains(Framework.ofSubject(row.getAs(framework.columnName()))))
        .forEach(rows::add);
    return rows;
  }
}
