package io.junheng.intake.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.junheng.definition.Column.Personal;
import io.junheng.definition.Column.Replacement;
import io.junheng.definition.Contract;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.Level;
import io.junheng.intake.format.RawColumns;
import io.junheng.table.RejectedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The checked rows of some files of one contract, not yet read. Each result below is one pass over
 * the files.
 *
 * @param files in the order in which they were read
 * @param rows what {@link CheckDelivery} gives
 */
public record CheckedDelivery(Contract contract, List<ArchivedFile> files, Dataset<Row> rows) {
  private static final String PERIOD = "period";
  private static final String COUNTY_CODE = "county_code";
  private static final String PROBLEM = "_problem";
  private static final String ROW_KEY = "_row_key";

  public CheckedDelivery {
    Objects.requireNonNull(contract, "contract");
    files = List.copyOf(files);
    Objects.requireNonNull(rows, "rows");
  }

  /**
   * A few rows for each file: what was read, set aside, found. One job, no hashing. The job
   * collects them and hands them to {@link #verdicts}.
   */
  public Dataset<Row> summary() {
    return new SummariseFiles(contract).apply(rows);
  }

  /**
   * What becomes of each file, in the order of {@link #files}, from the collected {@link #summary}.
   */
  public List<FileVerdict> verdicts(List<Row> summary) {
    return new JudgeFiles(contract).apply(files, summary);
  }

  /**
   * The rows that are good, as silver keeps them: the open columns, what stands in place of
   * personal ones, {@code period}, {@code county_code}, {@code _file_id}, {@code _row}.
   *
   * @param flawed ids of the files with rows set aside: the rules need not be asked again for
   *     others
   */
  public Dataset<Row> accepted(Collection<String> flawed) {
    Column isSound = not(col(RawColumns.FILE_ID).isin(flawed.toArray()));
    return LenientSql.analysed(
        rows,
        () ->
            rows.where(col(RawColumns.ROW).gt(0).and(isSound.or(not(CheckDelivery.isRejected()))))
                .select(silver().toArray(Column[]::new)));
  }

  private List<Column> silver() {
    List<Column> columns = new ArrayList<>();
    contract.columns().stream().flatMap(CheckedDelivery::stored).forEach(columns::add);
    columns.add(col(CheckDelivery.PERIOD).as(PERIOD));
    columns.add(col(CheckDelivery.AREA).as(COUNTY_CODE));
    columns.add(col(RawColumns.FILE_ID));
    columns.add(col(RawColumns.ROW));
    return columns;
  }

  private static Stream<Column> stored(io.junheng.definition.Column column) {
    if (column.isKept()) {
      // Where the row belongs has been settled above all columns.
      boolean isPlace = column.name().equals(PERIOD) || column.name().equals(COUNTY_CODE);
      return isPlace ? Stream.empty() : Stream.of(col(column.name()));
    }
    return column.becomes().stream().map(replacement -> replaced(column, replacement));
  }

  private static Column replaced(io.junheng.definition.Column column, Replacement replacement) {
    Column value =
        replacement
            .by()
            .map(LenientSql::expression)
            .orElseGet(() -> col(RawColumns.hashOf(column)));
    return value
        .cast(RawColumns.typeOf(replacement.type(), column.decimals()))
        .as(replacement.name());
  }

  /**
   * Rows set aside, one for each broken rule: the columns of {@link RejectedRow}. A row that does
   * not name both a period and an area stands under the first place of its file; where a file names
   * none at all, only its findings tell.
   *
   * @param verdicts of these files, in any order
   */
  public Dataset<Row> rejected(String runId, List<FileVerdict> verdicts) {
    FirstPlaces first = FirstPlaces.of(files, verdicts);
    Column isReason = col(PROBLEM + ".level").equalTo(Level.ROW.code());
    return LenientSql.analysed(
        rows,
        () ->
            rows.where(col(RawColumns.ROW).gt(0).and(CheckDelivery.isRejected()))
                .withColumn(ROW_KEY, rowKey())
                .withColumn(PROBLEM, explode(col(RawColumns.PROBLEMS)))
                .where(isReason)
                .withColumn(
                    PERIOD,
                    first.periodOr(when(col(CheckDelivery.AREA).isNotNull(), validPeriod())))
                .withColumn(
                    COUNTY_CODE,
                    first.areaOr(when(validPeriod().isNotNull(), col(CheckDelivery.AREA))))
                .where(col(PERIOD).isNotNull())
                .select(
                    Stream.of(RejectedRow.values())
                        .map(column -> rejected(column, runId).as(column.columnName()))
                        .toArray(Column[]::new)));
  }

  private Column validPeriod() {
    return when(new CheckDelivery(contract).isPeriod(), col(CheckDelivery.PERIOD));
  }

  private Column rejected(RejectedRow column, String runId) {
    return switch (column) {
      case SUBMISSION_ID -> SubmissionId.of(contract.id(), col(PERIOD), col(COUNTY_CODE));
      case SHEET -> coalesce(col(RawColumns.SHEET), lit(""));
      case ROW_NO -> col(RawColumns.ROW);
      case COLUMN_NAME -> coalesce(problem("column"), lit(""));
      case RULE -> problem("rule");
      case PERIOD -> col(PERIOD);
      case COUNTY_CODE -> col(COUNTY_CODE);
      case DATASET -> lit(contract.id());
      case FILE_NAME -> col(RawColumns.FILE_NAME);
      case ROW_KEY -> col(ROW_KEY);
      case MESSAGE_ZH -> problem("message_zh");
      case MESSAGE_EN -> problem("message_en");
      case SEVERITY -> problem("level");
      case MASKED_VALUE -> problem("masked_value");
      case RUN_ID -> lit(runId);
    };
  }

  private static Column problem(String field) {
    return col(PROBLEM + "." + field);
  }

  private Column rowKey() {
    return concat_ws("|", contract.key().stream().map(this::keyPart).toArray(Column[]::new));
  }

  private Column keyPart(String name) {
    return contract.columns().stream()
        .filter(column -> column.personal() == Personal.DIRECT)
        .filter(column -> column.becomes().stream().anyMatch(r -> r.name().equals(name)))
        .findFirst()
        .map(column -> col(RawColumns.hashOf(column)))
        .orElseGet(() -> col(name).cast("string"));
  }
}
