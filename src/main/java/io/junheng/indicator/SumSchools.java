package io.junheng.indicator;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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
  private static final BigDecimal ONE = BigDecimal.ONE.setScale(10);
  private static final BigDecimal NONE = BigDecimal.ZERO.setScale(10);
  private static final int NOWHERE = SchoolPanel.NOWHERE;

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

  private final int pupils;
  private final int keeper;
  private final ArrayList<Wanted> wanted = new ArrayList<>();
  private final ArrayList<WantedSpread> spreads = new ArrayList<>();

  /** The places of the attributes that make groups. */
  private final TreeMap<String, Integer> groupings = new TreeMap<>();

  SumSchools(Catalogue catalogue, SchoolPanel panel) {
    Formulas formulas = new Formulas(catalogue);
    pupils = panel.place(PanelColumns.PUPILS);
    keeper = panel.place(PanelColumns.RUN_BY_COUNTY);
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
                    .map(scope -> panel.place(PanelColumns.scope(scope)))
                    .orElse(NOWHERE),
                isShare ? panel.place(PanelColumns.condition(indicator.id())) : NOWHERE,
                isAbove ? panel.place(formulas.above(indicator)) : NOWHERE,
                isBelow ? panel.place(formulas.below(indicator)) : NOWHERE));
      }
      if (indicator.formula() instanceof Formula.Dispersion dispersion) {
        spreads.add(
            new WantedSpread(
                indicator.id(),
                new HashSet<>(indicator.stages()),
                panel.place(PanelColumns.scope(dispersion.among())),
                panel.place(dispersion.of()),
                panel.place(PanelColumns.figure(dispersion.weight()))));
      }
    }
    SchoolPanel.splitBy(catalogue)
        .forEach(name -> groupings.put(name, panel.place(PanelColumns.group(name))));
  }

  /** Adds what the schools of a county bring. */
  void apply(List<SchoolStage> schools, Sums sums) {
    Map<Group, List<Member>> members = new HashMap<>();
    for (SchoolStage school : schools) {
      int period = school.period();
      String county = school.county().toString();
      String stage = school.stage().toString();
      BigDecimal attending = school.quantity(pupils);
      boolean hasPupils = attending != null && attending.signum() > 0;
      sums.schools().merge(Sums.unit(period, county, stage), hasPupils ? 1 : 0, Integer::sum);
      for (Wanted one : wanted) {
        if (one.stages().contains(stage)) {
          bring(one, school, hasPupils ? attending : null)
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
        if (one.stages().contains(stage) && school.flag(one.scope())) {
          join(new Unit(period, county, stage, one.indicator()), one, school, members);
        }
      }
    }
    members.forEach((group, all) -> sums.add(group, spread(all)));
  }

  private void join(
      Unit unit, WantedSpread one, SchoolStage school, Map<Group, List<Member>> members) {
    BigDecimal weight = school.quantity(one.weight());
    Double value = school.number(one.value());
    if (value == null || weight == null || weight.signum() <= 0) {
      return;
    }
    Member member =
        new Member(school.school().toString(), new Entropy.Unit(value, weight.doubleValue()));
    members
        .computeIfAbsent(new Group(unit, BY_COUNTY, unit.area()), any -> new ArrayList<>())
        .add(member);
    groupings.forEach(
        (grouping, place) ->
            members
                .computeIfAbsent(
                    new Group(unit, grouping, school.text(place)), any -> new ArrayList<>())
                .add(member));
  }

  private static Spread spread(List<Member> members) {
    return Spread.of(
        members.stream().sorted(Comparator.comparing(Member::school)).map(Member::unit).toList());
  }

  /**
   * What one school brings; empty if the indicator does not ask it.
   *
   * @param attending its pupils; null if it has none
   */
  private Optional<Sides> bring(Wanted one, SchoolStage school, BigDecimal attending) {
    boolean takesPart =
        (one.scope() == NOWHERE || school.flag(one.scope()))
            && (!one.isOfKeeper() || !Boolean.FALSE.equals(school.flag(keeper)));
    boolean isAsked = one.isShare() ? attending != null : takesPart;
    if (!isAsked) {
      return Optional.empty();
    }
    Sides sides = new Sides();
    boolean isKnown;
    if (one.isShare()) {
      isKnown = !takesPart || school.flag(one.condition()) != null;
      if (isKnown) {
        sides.above = takesPart && school.flag(one.condition()) ? ONE : NONE;
        sides.below = takesPart ? ONE : NONE;
      }
    } else {
      BigDecimal above = one.above() == NOWHERE ? null : school.quantity(one.above());
      BigDecimal below = one.below() == NOWHERE ? null : school.quantity(one.below());
      isKnown =
          (one.above() == NOWHERE || above != null) && (one.below() == NOWHERE || below != null);
      if (isKnown) {
        sides.above = above;
        sides.below = below;
      }
    }
    sides.largest = sides.above;
    sides.concerned = takesPart ? attending : null;
    sides.covered = isKnown ? sides.concerned : null;
    return Optional.of(sides);
  }
}
