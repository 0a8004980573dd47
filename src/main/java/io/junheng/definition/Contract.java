package io.junheng.definition;

import io.junheng.definition.Column.ColumnType;
import java.math.BigDecimal;
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
 * @param rejected how many rows may be set aside before the file is refused whole
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
    Threshold rejected) {
  public Contract {
    Objects.requireNonNull(title, "title");
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    checks = List.copyOf(checks);
    if (key.isEmpty() || columns.isEmpty()) {
      throw new IllegalArgumentException("contract '%s' needs columns and a key".formatted(id));
    }
    Objects.requireNonNull(rejected, "rejected");
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
        new Threshold(rejected.rows(), Optional.of(BigDecimal.valueOf(share))));
  }

  /**
   * The stored column in which rows of other datasets may name a row of this one: its key, where
   * that is one open text beside the county, and folders say period and county.
   */
  public Optional<String> referenceKey() {
    List<String> own = key.stream().filter(name -> !name.equals("county_code")).toList();
    return own.stream()
        .filter(name -> own.size() == 1 && period.isEmpty())
        .filter(
            name -> column(name).filter(c -> c.isKept() && c.type() == ColumnType.TEXT).isPresent())
        .findFirst();
  }

  /** Whether identifiers of people become keyed hashes in it. */
  public boolean hasPseudonyms() {
    return columns.stream().anyMatch(Column::isHashed);
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
