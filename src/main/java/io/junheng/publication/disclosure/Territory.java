package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;
import static io.junheng.publication.Cells.text;

import io.junheng.definition.AreaLevel;
import io.junheng.definition.Audience;
import io.junheng.table.DimArea;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Which areas are the audience's own, and how areas lie in one another. */
final class Territory {
  private final Optional<String> own;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> levels = new HashMap<>();

  /**
   * @param areas rows of dim_area; of several spans of one code the last counts
   */
  Territory(Audience audience, List<Row> areas) {
    this.own = own(audience);
    for (Row area : areas) {
      String code = code(area, DimArea.AREA_CODE);
      levels.put(code, code(area, DimArea.AREA_LEVEL));
      text(area, DimArea.PARENT_CODE).ifPresent(parent -> parents.put(code, parent));
    }
  }

  private static Optional<String> own(Audience audience) {
    if (audience instanceof Audience.City city) {
      return Optional.of(city.code());
    } else if (audience instanceof Audience.County county) {
      return Optional.of(county.code());
    }
    return Optional.empty();
  }

  /** The audience's own area or one within it. */
  boolean owns(String area) {
    return own.filter(code -> code.equals(area) || above(area).contains(code)).isPresent();
  }

  Optional<String> own() {
    return own;
  }

  boolean isProvince(String area) {
    return AreaLevel.PROVINCE.code().equals(levels.get(area));
  }

  boolean isReporting(String area) {
    String level = levels.getOrDefault(area, AreaLevel.COUNTY.code());
    return level.equals(AreaLevel.COUNTY.code()) || level.equals(AreaLevel.ZONE.code());
  }

  Optional<String> parent(String area) {
    return Optional.ofNullable(parents.get(area));
  }

  /** The areas around an area, the nearest first. */
  List<String> above(String area) {
    List<String> above = new ArrayList<>();
    for (Optional<String> next = parent(area);
        next.isPresent() && !above.contains(next.get());
        next = parent(next.get())) {
      above.add(next.get());
    }
    return above;
  }

  /** The province around an area; itself if it is one. */
  Optional<String> province(String area) {
    return isProvince(area)
        ? Optional.of(area)
        : above(area).stream().filter(this::isProvince).findFirst();
  }
}
