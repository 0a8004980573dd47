package io.junheng.intake.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.grouping;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Contract;
import io.junheng.intake.format.RawColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Sums up checked rows in one aggregation: for each file and, within it, period and area. Read by
 * {@link JudgeFiles}.
 *
 * <p>Each file has one more row for its own findings. They are part of the grouping key rather than
 * of an aggregate, since Spark would sort all rows to aggregate lists. Conditions of files see
 * every row of the file; values that were wrong are null.
 */
record SummariseFiles(Contract contract) {
  /** 0: the group is one of a period and area; else: of the whole file. */
  static final String WHOLE_FILE = "whole_file";

  static final String ROWS = "rows";
  static final String REJECTED = "rejected";
  static final String FAILED = "failed_";
  static final String FIRST = "first_";
  static final String HOLDS = "holds_";

  Dataset<Row> apply(Dataset<Row> checked) {
    return LenientSql.analysed(
        checked,
        () -> {
          List<Column> figures = figures();
          return grouped(checked)
              .agg(figures.get(0), figures.subList(1, figures.size()).toArray(Column[]::new));
        });
  }

  /**
   * Period and area of a folder are the file's; those of rows make groups of their own beside the
   * group of the file.
   */
  private RelationalGroupedDataset grouped(Dataset<Row> checked) {
    List<Column> file = List.of(col(RawColumns.FILE_NO), col(RawColumns.FINDINGS));
    List<Column> all = new ArrayList<>(file);
    all.add(col(CheckDelivery.PERIOD));
    all.add(col(CheckDelivery.AREA));
    if (contract.period().isEmpty()) {
      return checked.groupBy(all.toArray(Column[]::new));
    }
    return checked.groupingSets(
        CollectionConverters.asScala(
                List.of(
                    CollectionConverters.asScala(file).toSeq(),
                    CollectionConverters.asScala(all).toSeq()))
            .toSeq(),
        all.toArray(Column[]::new));
  }

  private List<Column> figures() {
    List<Column> figures = new ArrayList<>();
    boolean located = contract.period().isEmpty();
    figures.add((located ? lit(1) : grouping(col(CheckDelivery.AREA))).cast("int").as(WHOLE_FILE));
    figures.add(count(lit(1)).as(ROWS));
    figures.add(count_if(CheckDelivery.isRejected()).as(REJECTED));
    CheckDelivery check = new CheckDelivery(contract);
    for (RowRule rule : check.rules()) {
      Column broken =
          CheckDelivery.hasProblem(problem -> problem.getField("rule").equalTo(rule.id()));
      figures.add(count_if(broken).as(FAILED + rule.id()));
      figures.add(FirstRows.of(when(broken, col(RawColumns.ROW))).as(FIRST + rule.id()));
    }
    check.fileChecks().stream()
        .map(file -> LenientSql.expression(file.require()).as(HOLDS + file.id()))
        .forEach(figures::add);
    return figures;
  }
}
