package io.junheng.indicator;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.table.SchoolItem;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code gold.school_item}: every school in scope held against every standard: one row for each
 * period, framework, county, school, stage, item and test.
 *
 * <p>A ratio is compared as numerator × factor against standard × denominator, exactly. A shortfall
 * is what would have to be added to the numerator, in whole units.
 */
final class TestSchools implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DecimalType QUANTITY = (DecimalType) PanelColumns.QUANTITY;

  private final HashMap<UTF8String, ArrayList<Test>> byStage = new HashMap<>();
  private final int pupils;

  /**
   * A test at a stage, and the places of the panel's columns that it needs.
   *
   * @param scope nowhere: all schools
   * @param standard null where the limit depends on the school
   * @param limit nowhere where the standard is the stage's
   * @param floorShare null where there is no floor
   * @param times null where the indicator is not a ratio: then above and below are nowhere
   * @param shortfallUnit null where a shortfall makes no sense
   */
  private record Test(
      String framework,
      String item,
      String test,
      int scope,
      BigDecimal standard,
      int limit,
      BigDecimal floorShare,
      Limit.Comparison comparison,
      int value,
      int above,
      int below,
      BigDecimal times,
      String shortfallUnit,
      int decimals)
      implements Serializable {
    boolean applies(SchoolStage school) {
      return scope == SchoolPanel.NOWHERE || school.flag(scope);
    }

    BigDecimal standard(SchoolStage school) {
      return limit == SchoolPanel.NOWHERE ? standard : school.quantity(limit);
    }

    BigDecimal floor(BigDecimal standard) {
      return floorShare == null || standard == null ? null : stored(standard.multiply(floorShare));
    }

    /** Null where the value or the standard is unknown. */
    Boolean isMet(SchoolStage school, BigDecimal standard) {
      Double known = school.number(value);
      if (known == null || !Double.isFinite(known) || standard == null) {
        return null;
      }
      return times == null
          ? comparison.holds(stored(known), standard)
          : comparison.holds(
              school.quantity(above).multiply(times), standard.multiply(school.quantity(below)));
    }

    Double gap(SchoolStage school, BigDecimal standard, Boolean isMet) {
      if (Boolean.TRUE.equals(isMet)) {
        return 0d;
      }
      Double known = school.number(value);
      return known == null || standard == null ? null : Math.abs(standard.doubleValue() - known);
    }

    /** Null where it is met, unknown, or nothing could be added. */
    BigDecimal shortfall(SchoolStage school, BigDecimal standard, Boolean isMet) {
      if (shortfallUnit == null || Boolean.TRUE.equals(isMet) || standard == null) {
        return null;
      }
      BigDecimal has = school.quantity(above);
      BigDecimal per = school.quantity(below);
      return has == null || per == null
          ? null
          : standard
              .multiply(per)
              .subtract(has.multiply(times))
              .divide(times, 0, RoundingMode.CEILING);
    }

    boolean isDecidedByRounding(SchoolStage school, BigDecimal standard, Boolean isMet) {
      Double known = school.number(value);
      return isMet != null
          && known != null
          && comparison.holds(stored(known).setScale(decimals, RoundingMode.HALF_UP), standard)
              != isMet;
    }
  }

  /** What {@link JudgeSchools} needs to know of a test's outcome; null where it is not known. */
  record Held(String framework, String item, Boolean isMet, Boolean reachesFloor) {}

  /**
   * @param catalogue with the frameworks that are worked out; the panel may know more
   */
  TestSchools(Catalogue catalogue, SchoolPanel panel) {
    pupils = panel.place(PanelColumns.PUPILS);
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Conjunctive conjunctive) {
        for (FrameworkItem item : conjunctive.items()) {
          for (ItemTest test : item.tests()) {
            if (test instanceof ItemTest.OfSchools ofSchools) {
              add(catalogue, panel, conjunctive, item, ofSchools);
            }
          }
        }
      }
    }
  }

  private void add(
      Catalogue catalogue,
      SchoolPanel panel,
      Framework.Conjunctive framework,
      FrameworkItem item,
      ItemTest.OfSchools test) {
    Limit limit = test.limit();
    Indicator indicator = catalogue.indicator(test.indicator());
    Formulas formulas = new Formulas(catalogue);
    Formula.Ratio ratio = indicator.formula() instanceof Formula.Ratio of ? of : null;
    boolean dependsOnSchool = limit.expression().isPresent();
    Collection<String> stages = dependsOnSchool ? indicator.stages() : limit.byStage().keySet();
    for (String stage : stages) {
      byStage
          .computeIfAbsent(UTF8String.fromString(stage), any -> new ArrayList<>())
          .add(
              new Test(
                  framework.id(),
                  item.id(),
                  test.id(),
                  test.among()
                      .or(framework::scope)
                      .map(scope -> panel.place(PanelColumns.scope(scope)))
                      .orElse(SchoolPanel.NOWHERE),
                  dependsOnSchool ? null : stored(limit.byStage().get(stage)),
                  dependsOnSchool
                      ? panel.place(PanelColumns.limit(framework.id(), item, test))
                      : SchoolPanel.NOWHERE,
                  test.floorShare().orElse(null),
                  limit.comparison(),
                  panel.place(indicator.id()),
                  ratio == null ? SchoolPanel.NOWHERE : panel.place(formulas.above(indicator)),
                  ratio == null ? SchoolPanel.NOWHERE : panel.place(formulas.below(indicator)),
                  ratio == null ? null : ratio.times(),
                  ratio != null && limit.comparison().wantsMore()
                      ? catalogue.measure(ratio.of()).unit()
                      : null,
                  indicator.decimals()));
    }
  }

  /** Tests a school; returns what its verdict is made of. */
  List<Held> apply(SchoolStage school, SchoolTables tables) {
    List<Held> all = new ArrayList<>();
    BigDecimal attending = school.quantity(pupils);
    if (attending == null || attending.signum() <= 0) {
      return all;
    }
    for (Test test : byStage.getOrDefault(school.stage(), new ArrayList<>())) {
      if (test.applies(school)) {
        all.add(held(test, school, tables));
      }
    }
    return all;
  }

  private static Held held(Test test, SchoolStage school, SchoolTables tables) {
    BigDecimal standard = test.standard(school);
    BigDecimal floor = test.floor(standard);
    Boolean isMet = test.isMet(school, standard);
    Double value = school.number(test.value());
    tables.add(
        SchoolItem.TABLE,
        school.period(),
        UTF8String.fromString(test.framework()),
        school.county(),
        school.school(),
        school.stage(),
        UTF8String.fromString(test.item()),
        UTF8String.fromString(test.test()),
        value,
        decimal(standard),
        decimal(floor),
        isMet,
        test.gap(school, standard, isMet),
        decimal(test.shortfall(school, standard, isMet)),
        UTF8String.fromString(test.shortfallUnit()),
        test.isDecidedByRounding(school, standard, isMet),
        null);
    return new Held(test.framework(), test.item(), isMet, reachesFloor(isMet, value, floor));
  }

  /** Whether a test is met or its value is at least at the floor; null where that is not known. */
  private static Boolean reachesFloor(Boolean isMet, Double value, BigDecimal floor) {
    if (Boolean.TRUE.equals(isMet)) {
      return true;
    }
    if (value != null && Double.isFinite(value) && floor != null) {
      boolean isAtFloor = stored(value).compareTo(floor) >= 0;
      return isAtFloor ? Boolean.TRUE : isMet;
    }
    return null;
  }

  /** As a table keeps it. */
  private static BigDecimal stored(double value) {
    return stored(BigDecimal.valueOf(value));
  }

  private static BigDecimal stored(BigDecimal value) {
    return value.setScale(QUANTITY.scale(), RoundingMode.HALF_UP);
  }

  private static Decimal decimal(BigDecimal value) {
    return value == null
        ? null
        : Decimal.apply(stored(value), QUANTITY.precision(), QUANTITY.scale());
  }
}
