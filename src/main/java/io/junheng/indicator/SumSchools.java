package io.junheng.indicator;

import static io.junheng.indicator.PanelColumns.COUNTY;
import static io.junheng.indicator.PanelColumns.PERIOD;
import static io.junheng.indicator.PanelColumns.PUPILS;
import static io.junheng.indicator.PanelColumns.RUN_BY_COUNTY;
import static io.junheng.indicator.PanelColumns.SCHOOL;
import static io.junheng.indicator.PanelColumns.STAGE;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.UnitBasis;
import io.junheng.dispersion.Entropy;
import io.junheng.dispersion.Spread;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DecimalType;

/**
 * What the schools of each county bring to each indicator of areas: sides summed, the spread of
 * groups, and how many schools have pupils.
 *
 * <p>A school takes part in a sum of two sides only if both sides are known for it; {@code covered}
 * and {@code concerned} say for how many of the pupils they are. Plain Java in each of Spark's
 * tasks: as columns, every school would look at every indicator of every stage.
 */
public final class SumSchools implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final DecimalType QUANTITY = (DecimalType) PanelColumns.QUANTITY;
  private static final BigDecimal ONE = BigDecimal.ONE.setScale(10);
  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(10);
  private static final int NOWHERE = -1;

  /**
   * The sums of some schools.
   *
   * @param sides by county, stage and indicator
   * @param schools how many have pupils, by county and stage; their unit names no indicator
   * @param spreads of the groups of a county's schools, for each indicator of a spread
   */
  public record Sums(
      HashMap<Unit, Sides> sides, HashMap<Unit, Integer> schools, HashMap<Group, Spread> spreads)
      implements Serializable {
    /** Of no schools. */
    public Sums() {
      this(new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** How many schools of a county have pupils at a stage. */
    int schoolsOf(Unit unit) {
      return schools.getOrDefault(unit(unit.period(), unit.area(), unit.stage()), 0);
    }

    private static Unit unit(int period, String county, String stage) {
      return new Unit(period, county, stage, "");
    }

    /** Adds the sums of other counties to these. */
    public Sums with(Sums other) {
      other.sides.forEach((unit, more) -> sides.merge(unit, more, Sides::with));
      other.schools.forEach((unit, more) -> schools.merge(unit, more, Integer::sum));
      other.spreads.forEach(this::add);
      return this;
    }

    private void add(Group group, Spread spread) {
      if (spreads.putIfAbsent(group, spread) != null) {
        throw new IllegalStateException("the schools of %s came in two parts".formatted(group));
      }
    }
  }

  /**
   * A group of the schools of a county.
   *
   * @param unit whose indicator is one of a spread
   * @param grouping {@link #BY_COUNTY}, or the attribute that makes the groups
   * @param name the attribute's value, empty text where it is unknown; of all schools their county
   */
  record Group(Unit unit, String grouping, String name) implements Serializable {}

  /** The grouping by county: all schools of a county are one group. */
  static final String BY_COUNTY = "county";

  /** An indicator and the places of the panel's columns that it needs. */
  private record Wanted(
      String indicator,
      Set<String> stages,
      boolean isShare,
      boolean isOfKeeper,
      int scope,
      int condition,
      int above,
      int below)
      implements Serializable {}

  /** An indicator of a spread and the places of the panel's columns that it needs. */
  private record WantedSpread(
      String indicator, Set<String> stages, int scope, int value, int weight)
      implements Serializable {}

  /** A school of a group; they are added up in the order of their codes. */
  private record Member(String school, Entropy.Unit unit) {}

  private final ArrayList<String> columns =
      new ArrayList<>(List.of(PERIOD, COUNTY, STAGE, PUPILS, RUN_BY_COUNTY, SCHOOL));
  private final ArrayList<Wanted> wanted = new ArrayList<>();
  private final ArrayList<WantedSpread> spreads = new ArrayList<>();

  /** The places of the attributes that make groups. */
  private final TreeMap<String, Integer> groupings = new TreeMap<>();

  public SumSchools(Catalogue catalogue) {
    Formulas formulas = new Formulas(catalogue);
    for (Indicator indicator : catalogue.indicators()) {
      boolean isShare = indicator.formula() instanceof Formula.ShareOfSchools;
      boolean isAbove = formulas.numerator(indicator).filter(formulas::countsSchools).isPresent();
      boolean isBelow = formulas.denominator(indicator).filter(formulas::countsSchools).isPresent();
      if (isShare || isAbove || isBelow) {
        wanted.add(
            new Wanted(
                indicator.id(),
                new HashSet<>(indicator.stages()),
                isShare,
                indicator.unitBasis() == UnitBasis.RUN_BY,
                formulas
                    .among(indicator)
                    .map(scope -> place(PanelColumns.scope(scope)))
                    .orElse(NOWHERE),
                isShare ? place(PanelColumns.condition(indicator.id())) : NOWHERE,
                isAbove ? place(formulas.above(indicator)) : NOWHERE,
                isBelow ? place(formulas.below(indicator)) : NOWHERE));
      }
      if (indicator.formula() instanceof Formula.Dispersion dispersion) {
        spreads.add(
            new WantedSpread(
                indicator.id(),
                new HashSet<>(indicator.stages()),
                place(PanelColumns.scope(dispersion.among())),
                place(dispersion.of()),
                place(PanelColumns.figure(dispersion.weight()))));
      }
    }
    new SchoolPanel(catalogue)
        .splitBy()
        .forEach(name -> groupings.put(name, place(PanelColumns.group(name))));
  }

  private int place(String column) {
    if (!columns.contains(column)) {
      columns.add(column);
    }
    return columns.indexOf(column);
  }

  /** The columns of the {@link SchoolPanel} that are needed, in the order of {@link #sum}. */
  public Column[] columns() {
    return SchoolPanel.columns(columns);
  }

  /** The sums of the schools of one partition, which holds whole counties, one after the other. */
  public Sums sum(Iterator<InternalRow> schools) {
    Sums sums = new Sums();
    Map<Group, List<Member>> members = new HashMap<>();
    int periodBefore = NOWHERE;
    String countyBefore = "";
    while (schools.hasNext()) {
      InternalRow school = schools.next();
      int period = school.getInt(0);
      String county = school.getUTF8String(1).toString();
      if (period != periodBefore || !county.equals(countyBefore)) {
        settle(members, sums);
        periodBefore = period;
        countyBefore = county;
      }
      String stage = school.getUTF8String(2).toString();
      BigDecimal pupils = quantity(school, 3);
      boolean hasPupils = pupils != null && pupils.signum() > 0;
      sums.schools().merge(Sums.unit(period, county, stage), hasPupils ? 1 : 0, Integer::sum);
      for (Wanted one : wanted) {
        if (one.stages().contains(stage)) {
          bring(one, school, hasPupils ? pupils : null)
              .ifPresent(
                  sides ->
                      sums.sides()
                          .merge(
                              new Unit(period, county, stage, one.indicator()),
                              sides,
                              Sides::with));
        }
      }
      for (WantedSpread one : spreads) {
        if (one.stages().contains(stage) && school.getBoolean(one.scope())) {
          join(new Unit(period, county, stage, one.indicator()), one, school, members);
        }
      }
    }
    settle(members, sums);
    return sums;
  }

  /** The members of a county have come together. */
  private static void settle(Map<Group, List<Member>> members, Sums sums) {
    members.forEach((group, all) -> sums.add(group, spread(all)));
    members.clear();
  }

  private void join(
      Unit unit, WantedSpread one, InternalRow school, Map<Group, List<Member>> members) {
    BigDecimal weight = quantity(school, one.weight());
    if (school.isNullAt(one.value()) || weight == null || weight.signum() <= 0) {
      return;
    }
    Member member =
        new Member(
            school.getUTF8String(5).toString(),
            new Entropy.Unit(school.getDouble(one.value()), weight.doubleValue()));
    members
        .computeIfAbsent(new Group(unit, BY_COUNTY, unit.area()), any -> new ArrayList<>())
        .add(member);
    groupings.forEach(
        (grouping, place) -> {
          String name = school.isNullAt(place) ? "" : school.getUTF8String(place).toString();
          members
              .computeIfAbsent(new Group(unit, grouping, name), any -> new ArrayList<>())
              .add(member);
        });
  }

  private static Spread spread(List<Member> members) {
    return Spread.of(
        members.stream().sorted(Comparator.comparing(Member::school)).map(Member::unit).toList());
  }

  /**
   * What one school brings; empty if the indicator does not ask it.
   *
   * @param pupils null if it has none
   */
  private static Optional<Sides> bring(Wanted one, InternalRow school, BigDecimal pupils) {
    boolean takesPart =
        (one.scope() == NOWHERE || school.getBoolean(one.scope()))
            && (!one.isOfKeeper() || school.isNullAt(4) || school.getBoolean(4));
    boolean isAsked = one.isShare() ? pupils != null : takesPart;
    if (!isAsked) {
      return Optional.empty();
    }
    Sides sides = new Sides();
    boolean isKnown;
    if (one.isShare()) {
      isKnown = !takesPart || !school.isNullAt(one.condition());
      if (isKnown) {
        sides.above = takesPart && school.getBoolean(one.condition()) ? ONE : NONE;
        sides.below = takesPart ? ONE : NONE;
      }
    } else {
      BigDecimal above = one.above() == NOWHERE ? null : quantity(school, one.above());
      BigDecimal below = one.below() == NOWHERE ? null : quantity(school, one.below());
      isKnown =
          (one.above() == NOWHERE || above != null) && (one.below() == NOWHERE || below != null);
      if (isKnown) {
        sides.above = above;
        sides.below = below;
      }
    }
    sides.largest = sides.above;
    sides.concerned = takesPart ? pupils : null;
    sides.covered = isKnown ? sides.concerned : null;
    return Optional.of(sides);
  }

  private static BigDecimal quantity(InternalRow row, int place) {
    return row.isNullAt(place)
        ? null
        : row.getDecimal(place, QUANTITY.precision(), QUANTITY.scale()).toJavaBigDecimal();
  }
}
