package io.junheng.config;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must hold between areas: parents exist and stand higher, and a code means one area on any
 * day.
 */
final class AreaChecks {
  private final Problems problems;
  private final Names names;

  AreaChecks(Problems problems, Names names) {
    this.problems = problems;
    this.names = names;
  }

  void run(List<AreasReader.Placed> areas) {
    Map<String, List<AreasReader.Placed>> byCode = new LinkedHashMap<>();
    for (AreasReader.Placed placed : areas) {
      String code = placed.area().code();
      byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(placed);
      if (!names.knows(Names.Kind.AREA, code)) {
        names.define(Names.Kind.AREA, code, placed.place());
      }
    }
    byCode.values().forEach(this::checkValidity);
    areas.forEach(placed -> checkParent(placed, byCode));
    areas.forEach(placed -> checkSuccessors(placed, byCode));
  }

  private void checkValidity(List<AreasReader.Placed> sameCode) {
    for (int i = 0; i < sameCode.size(); i++) {
      AreasReader.Placed area = sameCode.get(i);
      if (from(area.area()).isAfter(to(area.area()))) {
        wrong(area, "起始日期晚于终止日期", "it ends before it begins");
      }
      for (int j = 0; j < i; j++) {
        if (overlap(area.area(), sameCode.get(j).area())) {
          Place other = sameCode.get(j).place();
          wrong(area, "有效期与 %s 重叠".formatted(other), "it is valid on the same days as at " + other);
        }
      }
    }
  }

  private void wrong(AreasReader.Placed area, String zh, String en) {
    problems.add(
        area.place(), ProblemCode.WRONG_VALIDITY, Cure.NONE, area.area().code(), Cure.of(zh, en));
  }

  private static boolean overlap(Area a, Area b) {
    return !from(a).isAfter(to(b)) && !from(b).isAfter(to(a));
  }

  private static LocalDate from(Area area) {
    return area.validFrom().orElse(LocalDate.MIN);
  }

  private static LocalDate to(Area area) {
    return area.validTo().orElse(LocalDate.MAX);
  }

  private void checkParent(
      AreasReader.Placed placed, Map<String, List<AreasReader.Placed>> byCode) {
    Area area = placed.area();
    if (area.parent().isEmpty()) {
      return;
    }
    String parent = area.parent().get();
    if (!byCode.containsKey(parent)) {
      problems.add(
          placed.place(),
          ProblemCode.UNKNOWN_AREA,
          Cure.nearest(parent, names.all(Names.Kind.AREA)),
          IndicatorChecks.quoted(area.code()),
          parent);
      return;
    }
    AreaLevel above = byCode.get(parent).get(0).area().level();
    if (rank(above) >= rank(area.level())) {
      problems.add(
          placed.place(),
          ProblemCode.WRONG_PARENT,
          Cure.NONE,
          area.code(),
          area.level().code(),
          parent,
          above.code());
    }
  }

  private void checkSuccessors(
      AreasReader.Placed placed, Map<String, List<AreasReader.Placed>> byCode) {
    Area area = placed.area();
    area.successors().stream()
        .filter(successor -> !byCode.containsKey(successor))
        .forEach(
            successor ->
                problems.add(
                    placed.place(),
                    ProblemCode.UNKNOWN_AREA,
                    Cure.nearest(successor, names.all(Names.Kind.AREA)),
                    IndicatorChecks.quoted(area.code()),
                    successor));
    if (!area.successors().isEmpty() && area.validTo().isEmpty()) {
      wrong(placed, "有后继区划而无终止日期", "it has successors but does not end");
    }
  }

  /** A zone stands beside counties. */
  private static int rank(AreaLevel level) {
    return switch (level) {
      case PROVINCE -> 0;
      case CITY -> 1;
      case COUNTY, ZONE -> 2;
    };
  }
}
