package io.junheng.definition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a dataset holds and how it is delivered.
 *
 * @param area expression that gives the reporting area of a row; a single column name as a rule
 * @param period expression that gives the period of a row; empty: the delivery's folder says it
 * @param areas how the rows name their areas; empty: {@code conf/areas} does
 * @param describesSchools true for the one contract whose rows describe schools: its columns may
 *     stand in scopes and conditions
 * @param key columns that tell rows apart within a period, under their stored names
 * @param files glob below the landing folder; empty: {@code PERIOD/COUNTY/DATASET[-PART].csv}
 * @param sheet name of the sheet of a workbook; empty: the only one whose header fits
 * @param maxRejectedShare share of rows set aside above which a file is refused whole, 0 to 1
 */
public record Contract(
    String id,
    Text title,
    Text grain,
    PeriodType periodType,
    Expression area,
    Optional<Expression> period,
    Optional<AreaSource> areas,
    boolean describesSchools,
    List<String> key,
    List<Column> columns,
    List<Check> checks,
    Optional<String> files,
    Optional<String> sheet,
    double maxRejectedShare) {
  public Contract {
    Objects.requireNonNull(title, "title");
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
    if (key.isEmpty() || columns.isEmpty()) {
      throw new IllegalArgumentException("contract '%s' needs columns and a key".formatted(id));
    }
    if (maxRejectedShare < 0 || maxRejectedShare > 1) {
      throw new IllegalArgumentException(
          "contract '%s': a share lies between 0 and 1".formatted(id));
    }
  }

  /** The same contract with another share of rows that may be set aside. */
  public Contract withMaxRejectedShare(double share) {
    return new Contract(
        id,
        title,
        grain,
        periodType,
        area,
        period,
        areas,
        describesSchools,
        key,
        columns,
        checks,
        files,
        sheet,
        share);
  }

  /** The column of that delivered name. */
  public Optional<Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /**
   * The areas that the rows themselves name.
   *
   * @param code column of the area code
   * @param nameZh column of the Chinese name; may be the same as {@code nameEn}
   */
  public record AreaSource(String code, String nameZh, String nameEn, AreaLevel level) {}
}
