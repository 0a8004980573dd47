package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What is known of schools beside their figures: some hundred bytes for each, which go to every
 * task that works counties out.
 */
public final class SchoolAttributes implements Serializable {
  private static final long serialVersionUID = 1L;

  private record County(int period, UTF8String code) implements Serializable {}

  private final HashMap<County, HashMap<UTF8String, InternalRow>> counties = new HashMap<>();

  /**
   * @param schools rows of {@link #columns}, one for each period, county and school
   */
  public SchoolAttributes(InternalRow[] schools) {
    for (InternalRow school : schools) {
      counties
          .computeIfAbsent(
              new County(school.getInt(0), school.getUTF8String(1)), any -> new HashMap<>())
          .put(school.getUTF8String(2), school);
    }
  }

  /** The columns that are read of the contract that describes schools. */
  public static List<String> columns(Catalogue catalogue) {
    return SchoolPanel.columnsOfSchools(catalogue);
  }

  /** The schools of a county by their codes. */
  Map<UTF8String, InternalRow> of(int period, UTF8String county) {
    HashMap<UTF8String, InternalRow> schools = counties.get(new County(period, county));
    return schools == null ? Map.of() : schools;
  }
}
