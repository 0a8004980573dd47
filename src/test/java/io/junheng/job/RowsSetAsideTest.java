package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.RejectedRow;
import io.junheng.table.TableColumn;
import io.junheng.testing.SharedSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Few rows go through memory and many through Spark, to the same end. */
@ExtendWith(SharedSpark.class)
class RowsSetAsideTest {
  private static final Period PERIOD = new Period(202310);
  private static final long FEW = 3;
  private static final long MANY = 10_001;

  @TempDir private Path folder;

  private static Map<TableColumn, Object> row(String submission, long number) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(RejectedRow.SUBMISSION_ID, submission);
    row.put(RejectedRow.ROW_NO, number);
    row.put(RejectedRow.RULE, "required");
    row.put(RejectedRow.PERIOD, PERIOD.number());
    row.put(RejectedRow.COUNTY_CODE, "990102");
    row.put(RejectedRow.DATASET, "school");
    row.put(RejectedRow.FILE_NAME, submission + ".csv");
    return row;
  }

  private static Dataset<Row> rows(Lake lake, String submission, long... numbers) {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (long number : numbers) {
      rows.add(row(submission, number));
    }
    return lake.rows(RejectedRow.TABLE, rows);
  }

  private static List<String> told(Iterable<Row> rows) {
    List<String> told = new ArrayList<>();
    rows.forEach(
        row ->
            told.add(
                row.<String>getAs(RejectedRow.SUBMISSION_ID.columnName())
                    + " "
                    + row.getAs(RejectedRow.ROW_NO.columnName())));
    return told;
  }

  /** What the table holds, and what is told, after a file's rows took the place of its earlier. */
  private List<List<String>> replaced(SparkSession spark, long count) {
    Lake lake = new Lake(spark, folder.resolve("lake-" + count).toString());
    RowsSetAside first = new RowsSetAside(lake, List.of(PERIOD), List.of("old-a", "kept-b"));
    first.replace(List.of(rows(lake, "old-a", 2, 3), rows(lake, "kept-b", 7)), count);
    RowsSetAside second = new RowsSetAside(lake, List.of(PERIOD), List.of("old-a", "new-c"));
    second.replace(List.of(rows(lake, "new-c", 5, 4)), count);
    List<String> held = told(lake.read(RejectedRow.TABLE).collectAsList());
    return List.of(
        held.stream().sorted().toList(), told(() -> second.byFile()).stream().sorted().toList());
  }

  @Test
  void whatStandsAndWhatIsToldDoNotDependOnHowManyThereAre(SparkSession spark) {
    List<List<String>> few = replaced(spark, FEW);

    assertThat(few.get(0)).containsExactly("kept-b 7", "new-c 4", "new-c 5");
    assertThat(few.get(1)).containsExactly("new-c 4", "new-c 5");
    assertThat(replaced(spark, MANY)).isEqualTo(few);
  }
}
