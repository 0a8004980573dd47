package io.junheng.job;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.indicator.ReportingAreas;
import io.junheng.indicator.ReportingAreas.ReportingArea;
import io.junheng.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Which areas stand in each period: the counties that are expected to report, and what is above
 * them.
 *
 * <p>Expected are all counties and zones under a province of which some county reported. Areas that
 * stand under nothing (foreign data that names its areas in its rows) are gathered under the total
 * {@code _T}; of those, only the ones that reported are known.
 */
final class AreaRegister {
  private static final Area ALL =
      new Area(
          Table.TOTAL,
          Optional.empty(),
          AreaLevel.PROVINCE,
          new Text("全部地区", "All areas"),
          "",
          Optional.empty(),
          Optional.empty(),
          0,
          false);

  private final List<Area> known;
  private final SortedMap<Period, SortedSet<String>> reporting;
  private final Map<Period, Standing> standing = new ConcurrentHashMap<>();

  /**
   * What stands in a period, by code.
   *
   * @param valid everything that is known and stands on its reference date
   * @param areas those of the register, in the order of their codes
   */
  private record Standing(Map<String, Area> valid, SortedMap<String, Area> areas) {}

  /**
   * The register.
   *
   * @param reporting codes of the counties that reported anything, by period
   * @param named areas that the rows themselves name; those of {@code conf/} stand before them
   */
  AreaRegister(
      Catalogue catalogue,
      Map<Period, ? extends Collection<String>> reporting,
      Collection<Area> named) {
    this.known = new ArrayList<>(catalogue.areas());
    Set<String> codes = new TreeSet<>(catalogue.areas().stream().map(Area::code).toList());
    named.stream().filter(area -> codes.add(area.code())).forEach(known::add);
    this.reporting = new TreeMap<>();
    reporting.forEach((period, counties) -> this.reporting.put(period, new TreeSet<>(counties)));
  }

  /**
   * The areas that stand in a period, in the order of their codes; the total among them if some
   * county stands under nothing.
   */
  List<Area> areas(Period period) {
    return List.copyOf(standing(period).areas().values());
  }

  /** The area of that code, if it stands in a period. */
  Optional<Area> find(String code, Period period) {
    return Optional.ofNullable(standing(period).areas().get(code));
  }

  private Standing standing(Period period) {
    return standing.computeIfAbsent(
        period,
        any -> {
          Map<String, Area> valid = validOn(period.referenceDate());
          return new Standing(valid, areas(period, valid));
        });
  }

  private SortedMap<String, Area> areas(Period period, Map<String, Area> valid) {
    Set<String> tops = new TreeSet<>();
    SortedMap<String, Area> areas = new TreeMap<>();
    for (String county : reporting.getOrDefault(period, new TreeSet<>())) {
      Area area = valid.getOrDefault(county, unknown(county));
      areas.put(county, area);
      tops.add(top(area, valid).code());
    }
    for (Area area : valid.values()) {
      boolean named = area.level() == AreaLevel.COUNTY || area.level() == AreaLevel.ZONE;
      if (named && area.parent().isPresent() && tops.contains(top(area, valid).code())) {
        areas.put(area.code(), area);
      }
    }
    for (Area county : List.copyOf(areas.values())) {
      above(county, valid).forEach(area -> areas.put(area.code(), area));
    }
    return areas;
  }

  /** Counties and zones of a period. */
  List<Area> counties(Period period) {
    return areas(period).stream().filter(AreaRegister::isCounty).toList();
  }

  /**
   * The areas of some periods as the comparison of areas needs them.
   *
   * @param stages in which counties have schools, by period and code
   */
  ReportingAreas reportingAreas(
      Collection<Period> periods, Map<Integer, Map<String, Set<String>>> stages) {
    Map<Integer, List<ReportingArea>> byPeriod = new HashMap<>();
    for (Period period : periods) {
      Map<String, Area> valid = standing(period).valid();
      byPeriod.put(
          period.number(),
          areas(period).stream()
              .map(
                  area ->
                      new ReportingArea(
                          area.code(),
                          area.level().code(),
                          isCounty(area),
                          top(area, valid).code(),
                          above(area, valid).stream().map(Area::code).toList(),
                          area.validFrom().map(LocalDate::toString).orElse("")))
              .toList());
    }
    return new ReportingAreas(byPeriod, stages);
  }

  /** Each county with itself and the areas above it: period, county_code, area_code, area_level. */
  List<Row> lineage(Collection<Period> periods) {
    List<Row> rows = new ArrayList<>();
    for (Period period : periods) {
      Map<String, Area> valid = standing(period).valid();
      for (Area county : counties(period)) {
        rows.add(lineage(period, county, county));
        above(county, valid).forEach(area -> rows.add(lineage(period, county, area)));
      }
    }
    return rows;
  }

  private static Row lineage(Period period, Area county, Area area) {
    return RowFactory.create(period.number(), county.code(), area.code(), area.level().code());
  }

  /**
   * The cities and provinces above a county, lowest first; a county on the way up does not add its
   * zones to itself.
   */
  List<Area> above(Area county, Period period) {
    return above(county, standing(period).valid());
  }

  private static List<Area> above(Area county, Map<String, Area> valid) {
    List<Area> above = new ArrayList<>();
    Optional<Area> next = county.parent().map(valid::get);
    while (next.isPresent()) {
      if (!isCounty(next.get())) {
        above.add(next.get());
      }
      next = next.get().parent().map(valid::get);
    }
    return above.isEmpty() ? List.of(ALL) : above;
  }

  /** Every area that stood in some period, with its first and last day; in the order of codes. */
  List<Area> all(Collection<Period> periods) {
    return periods.stream()
        .flatMap(period -> areas(period).stream())
        .distinct()
        .sorted(
            Comparator.comparing(Area::code)
                .thenComparing(area -> area.validFrom().orElse(LocalDate.MIN)))
        .toList();
  }

  /** What every table that is made from made-up areas must carry. */
  Optional<String> label(Collection<Period> periods) {
    return all(periods).stream().anyMatch(Area::demonstration)
        ? Optional.of(Table.SAMPLE_LABEL)
        : Optional.empty();
  }

  private static Area top(Area area, Map<String, Area> valid) {
    if (!isCounty(area) && area.parent().isEmpty()) {
      return area;
    }
    List<Area> above = above(area, valid);
    return above.get(above.size() - 1);
  }

  private static boolean isCounty(Area area) {
    return area.level() == AreaLevel.COUNTY || area.level() == AreaLevel.ZONE;
  }

  private static Area unknown(String code) {
    return new Area(
        code,
        Optional.empty(),
        AreaLevel.COUNTY,
        Text.same(code),
        "",
        Optional.empty(),
        Optional.empty(),
        0,
        false);
  }

  private Map<String, Area> validOn(LocalDate day) {
    Map<String, Area> valid = new TreeMap<>();
    for (Area area : known) {
      boolean begun = area.validFrom().map(from -> !day.isBefore(from)).orElse(true);
      boolean ended = area.validTo().map(day::isAfter).orElse(false);
      if (begun && !ended) {
        valid.put(area.code(), area);
      }
    }
    return valid;
  }
}
