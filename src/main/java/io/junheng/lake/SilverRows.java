package io.junheng.lake;

import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.notEq;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.junheng.table.DeliveredRow;
import io.junheng.table.DeliveredRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Rows of delivered datasets for questions that want an answer at once: only the columns and the
 * county asked for are read, and not a class of Spark is loaded.
 */
public final class SilverRows implements DeliveredRows {
  private static final String PERIOD = "period";
  private static final String COUNTY = "county_code";
  private static final String SCHOOL = "school_code";
  private static final String FILE = "_file_id";
  private static final String ROW = "_row";

  private final Configuration hadoop;
  private final String root;

  /**
   * @param root as {@link Lake} takes it
   */
  public SilverRows(Configuration hadoop, String root) {
    this.hadoop = hadoop;
    this.root = root;
  }

  @Override
  public void read(Asked asked, Consumer<DeliveredRow> taker) {
    String path = root + "/silver/" + asked.dataset();
    if (!new TableLog(hadoop, path).exists()) {
      return;
    }
    KernelTable stored = new KernelTable(hadoop, path);
    Set<String> partition = Set.copyOf(stored.snapshot().getPartitionColumnNames());
    FilterCompat.Filter filter = FilterCompat.get(filter(asked, partition));
    for (Row file : stored.files(values -> isWithin(values, asked))) {
      try {
        read(InternalScanFileUtils.getAddFileStatus(file).getPath(), filter, asked, taker);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read silver." + asked.dataset(), e);
      }
    }
  }

  private static boolean isWithin(Map<String, String> partition, Asked asked) {
    return Integer.toString(asked.period()).equals(partition.get(PERIOD))
        && asked.county().equals(partition.getOrDefault(COUNTY, asked.county()));
  }

  /** What the folders do not say already. */
  private static FilterPredicate filter(Asked asked, Set<String> partition) {
    Optional<FilterPredicate> county =
        Optional.of(COUNTY)
            .filter(column -> !partition.contains(column))
            .map(column -> is(column, asked.county()));
    Optional<FilterPredicate> school = asked.school().map(code -> is(SCHOOL, code));
    FilterPredicate all = notEq(binaryColumn(FILE), null);
    return Stream.of(county, school).flatMap(Optional::stream).reduce(all, FilterApi::and);
  }

  private static FilterPredicate is(String column, String value) {
    return eq(binaryColumn(column), Binary.fromString(value));
  }

  private void read(
      String path, FilterCompat.Filter filter, Asked asked, Consumer<DeliveredRow> taker)
      throws IOException {
    Set<String> columns = new HashSet<>(asked.columns());
    columns.addAll(List.of(COUNTY, SCHOOL, FILE, ROW));
    try (ParquetReader<Group> reader =
        new GroupReader(hadoop, new Path(path), columns::contains).withFilter(filter).build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        taker.accept(
            new DeliveredRow(row.getString(FILE, 0), row.getLong(ROW, 0), values(row, asked)));
      }
    }
  }

  private static Map<String, Object> values(Group row, Asked asked) {
    Map<String, Object> values = new HashMap<>();
    for (String column : asked.columns()) {
      if (row.getType().containsField(column) && row.getFieldRepetitionCount(column) > 0) {
        value(row, column).ifPresent(value -> values.put(column, value));
      }
    }
    return values;
  }

  private static Optional<Object> value(Group row, String column) {
    PrimitiveType type = row.getType().getType(column).asPrimitiveType();
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof StringLogicalTypeAnnotation) {
      return Optional.of(row.getString(column, 0));
    } else if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return Optional.of(new BigDecimal(unscaled(row, column, type), decimal.getScale()));
    } else if (meaning != null) {
      return Optional.empty();
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Optional.of(row.getBoolean(column, 0));
      case INT64 -> Optional.of(BigDecimal.valueOf(row.getLong(column, 0)));
      case INT32 -> Optional.of(BigDecimal.valueOf(row.getInteger(column, 0)));
      default -> Optional.empty();
    };
  }

  private static BigInteger unscaled(Group row, String column, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> BigInteger.valueOf(row.getInteger(column, 0));
      case INT64 -> BigInteger.valueOf(row.getLong(column, 0));
      default -> new BigInteger(row.getBinary(column, 0).getBytes());
    };
  }
}
