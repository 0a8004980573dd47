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
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The checked rows of some files of one contract, not yet read. Each result below is one pass over
 * the files.
 *
 * @param files in the order in which they were read
 * @param raw their rows
 */
public record CheckedDelivery(Contract contract, List<ArchivedFile> files, Dataset<Row> raw) {
  private static final String PERIOD = "period";
  private static final String COUNTY_CODE = "county_code";
  private static final String PROBLEM = "_problem";
  private static final String ROW_KEY = "_row_key";

  public CheckedDelivery {
    Objects.requireNonNull(contract, "contract");
    files = List.copyOf(files);
    Objects.requireNonNull(raw, "raw");
  }

  /** What is found in each file: one pass over the files, without hashing. */
  public JavaRDD<FileSummary<String>> summaries() {
    return summaries(new StructType(), List.of());
  }

  /**
   * The same, and in the same pass the good rows of each file go to a store. Only for files whose
   * folders say period and county.
   */
  public <T extends Serializable> JavaRDD<FileSummary<T>> summaries(RowStore<T> store) {
    return summaries(store.columns(), List.of(store));
  }

  private <T extends Serializable> JavaRDD<FileSummary<T>> summaries(
      StructType stored, List<RowStore<T>> store) {
    CheckDelivery check = new CheckDelivery(contract);
    Dataset<Row> wanted = raw.select(wanted(!store.isEmpty()).toArray(Column[]::new));
    // The reader's own rows: Spark would copy each of them before handing it on.
    SparkPlan reader = wanted.queryExecution().sparkPlan().collectLeaves().head();
    List<Attribute> columns = List.copyOf(CollectionConverters.asJava(reader.output()));
    SummariseFiles<T> summarise =
        new SummariseFiles<>(
            reader.schema(),
            check.rules().stream().map(RowRule::id).toList(),
            new RowConditions(wanted, columns, check, this::silver, stored),
            new FileConditions(wanted, columns, check.fileChecks()),
            store);
    return reader.execute().toJavaRDD().mapPartitions(summarise);
  }

  /** Raw columns but those that only rows set aside tell, and hashes that nobody stores. */
  private Stream<Column> wanted(boolean isStored) {
    Set<String> unwanted = Set.of(RawColumns.FILE_NAME, RawColumns.SHEET);
    return Stream.of(raw.columns())
        .filter(name -> !unwanted.contains(name))
        .filter(name -> isStored || !RawColumns.isHash(name))
        .map(functions::col);
  }

  /** What becomes of each file, in the order of {@link #files}. */
  public List<FileVerdict> verdicts(List<? extends FileSummary<?>> summaries) {
    return new JudgeFiles(contract).apply(files, summaries);
  }

  /**
   * The rows that are good, as silver keeps them: the open columns, what stands in place of
   * personal ones, {@code period}, {@code county_code}, {@code _file_id}, {@code _row}.
   *
   * @param flawed ids of the files with rows set aside: the rules need not be asked again for
   *     others
   */
  public Dataset<Row> accepted(Collection<String> flawed) {
    Dataset<Row> rows = checked();
    Column isSound = not(col(RawColumns.FILE_ID).isin(flawed.toArray()));
    return LenientSql.analysed(
        rows,
        () ->
            rows.where(col(RawColumns.ROW).gt(0).and(isSound.or(not(CheckDelivery.isRejected()))))
                .select(silver().values().toArray(Column[]::new)));
  }

  private Dataset<Row> checked() {
    return new CheckDelivery(contract).apply(raw);
  }

  /** The columns of silver by name; only within {@link LenientSql#analysed}. */
  private Map<String, Column> silver() {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (io.junheng.definition.Column column : contract.columns()) {
      if (column.isKept()) {
        columns.put(column.name(), col(column.name()));
      } else {
        column.becomes().forEach(by -> columns.put(by.name(), replaced(column, by)));
      }
    }
    // Where the row belongs has been settled above all columns.
    columns.remove(PERIOD);
    columns.remove(COUNTY_CODE);
    columns.put(PERIOD, col(CheckDelivery.PERIOD).as(PERIOD));
    columns.put(COUNTY_CODE, col(CheckDelivery.AREA).as(COUNTY_CODE));
    columns.put(RawColumns.FILE_ID, col(RawColumns.FILE_ID));
    columns.put(RawColumns.ROW, col(RawColumns.ROW));
    return columns;
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
    Dataset<Row> rows = checked();
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
    return when(
        new CheckDelivery(contract).isPeriod(col(CheckDelivery.PERIOD)), col(CheckDelivery.PERIOD));
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
