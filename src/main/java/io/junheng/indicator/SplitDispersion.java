package io.junheng.indicator;

import io.junheng.dispersion.Spread;
import io.junheng.table.DispersionSplit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * {@code gold.dispersion_split}: how much of the spread between schools lies within groups and how
 * much between them.
 *
 * <p>Cities and the province are split by county; every area by the groupings that the school
 * contract knows (urban and rural, ownership). Measures: {@code ge_0}, {@code ge_1} (Theil T),
 * {@code ge_2}, weighted by pupils; within and between add up to the total.
 *
 * @param lineage each county with itself and the areas above it: period, county_code, area_code,
 *     area_level
 */
public record SplitDispersion(List<Row> lineage) {
  public SplitDispersion {
    lineage = List.copyOf(lineage);
  }

  /** An area's schools, seen by one grouping. */
  private record Split(Unit unit, String grouping) {}

  private record CountyOfPeriod(int period, String county) {}

  /**
   * Rows of {@code dispersion_split}.
   *
   * @param schools of {@link SumSchools}
   */
  public Stream<Map<DispersionSplit, Object>> apply(SumSchools.Sums schools) {
    Map<CountyOfPeriod, List<String>> areas = new HashMap<>();
    for (Row row : lineage) {
      areas
          .computeIfAbsent(
              new CountyOfPeriod(row.getInt(0), row.getString(1)), any -> new ArrayList<>())
          .add(row.getString(2));
    }
    Map<Split, Map<String, List<Spread>>> splits = new HashMap<>();
    // Counties in the order of their codes: sums of fractions depend on it.
    schools.spreads().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().unit().area()))
        .forEach(
            entry -> {
              SumSchools.Group group = entry.getKey();
              Unit unit = group.unit();
              CountyOfPeriod county = new CountyOfPeriod(unit.period(), unit.area());
              for (String area : areas.getOrDefault(county, List.of())) {
                splits
                    .computeIfAbsent(
                        new Split(
                            new Unit(unit.period(), area, unit.stage(), unit.indicator()),
                            group.grouping()),
                        any -> new TreeMap<>())
                    .computeIfAbsent(group.name(), any -> new ArrayList<>())
                    .add(entry.getValue());
              }
            });
    return splits.entrySet().stream().flatMap(entry -> rows(entry.getKey(), entry.getValue()));
  }

  /** Groups in the order of their names; schools whose group is unknown make one of their own. */
  private static Stream<Map<DispersionSplit, Object>> rows(
      Split split, Map<String, List<Spread>> byName) {
    boolean isOfOneCounty = split.grouping().equals(SumSchools.BY_COUNTY) && byName.size() == 1;
    if (isOfOneCounty) {
      return Stream.empty();
    }
    List<Spread> groups = byName.values().stream().map(Spread::ofAll).toList();
    return Stream.of(0, 1, 2)
        .flatMap(
            alpha ->
                Spread.split(alpha, groups).stream()
                    .map(
                        parts -> {
                          Map<DispersionSplit, Object> row = new EnumMap<>(DispersionSplit.class);
                          row.put(DispersionSplit.PERIOD, split.unit().period());
                          row.put(DispersionSplit.AREA_CODE, split.unit().area());
                          row.put(DispersionSplit.STAGE, split.unit().stage());
                          row.put(DispersionSplit.INDICATOR, split.unit().indicator());
                          row.put(DispersionSplit.GROUPING, split.grouping());
                          row.put(DispersionSplit.MEASURE, "ge_" + alpha);
                          row.put(DispersionSplit.TOTAL, parts.total());
                          row.put(DispersionSplit.WITHIN, parts.within());
                          row.put(DispersionSplit.BETWEEN, parts.between());
                          return row;
                        }));
  }
}
