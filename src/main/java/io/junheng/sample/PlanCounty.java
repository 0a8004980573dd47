package io.junheng.sample;

import static io.junheng.sample.SchoolStage.PRIMARY;

import io.junheng.definition.Area;
import io.junheng.definition.Period;
import io.junheng.sample.SchoolNetwork.Site;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills a county's schools with a year's pupils. */
record PlanCounty(Chance chance, SchoolNetwork network, String neighbour) {
  private static final int PLAIN_MOST = 1900;
  private static final int MIXED_MOST = 1150;
  private static final int UNLIMITED = 1_000_000;
  private static final double TURNED_PUBLIC = 0.09;

  /**
   * @param pupils of the year, by stage
   * @param usual the county's pupils in a usual year: which schools there are
   */
  CountyPlan apply(
      Period period, Map<SchoolStage, Integer> pupils, Map<SchoolStage, Integer> usual) {
    CountyCharacter character = network.character();
    Set<Defect> defects = character.defects(chance, period.year());
    List<Site> sites = network.sites(usual, character.kind() == CountyCharacter.Kind.FAILING);
    Map<Integer, List<StagePlan>> stages = new HashMap<>();
    for (SchoolStage stage : SchoolStage.values()) {
      fill(stage, sites, pupils.get(stage), period.year(), defects, stages);
    }
    List<SchoolPlan> schools = new ArrayList<>();
    Map<SchoolKind, Integer> counted = new EnumMap<>(SchoolKind.class);
    for (Site site : sites) {
      int ordinal = counted.merge(site.kind(), 1, Integer::sum);
      List<StagePlan> plans = stages.getOrDefault(site.number(), List.of());
      if (!plans.isEmpty()) {
        schools.add(school(site, ordinal, plans, isTurnedPrivate(site, sites, defects), period));
      }
    }
    return new CountyPlan(network.county(), neighbour, character, period, defects, schools);
  }

  /**
   * Where migrant children are pushed into private places, there is a private school to push them
   * to.
   */
  private static boolean isTurnedPrivate(Site site, List<Site> sites, Set<Defect> defects) {
    long plain = sites.stream().filter(s -> s.kind() == SchoolKind.PRIMARY_SCHOOL).count();
    return defects.contains(Defect.MIGRANT_PLACES) && site.number() == plain;
  }

  /**
   * Some primary and junior schools of counties that fail were private and became public on a first
   * of July.
   */
  private Optional<LocalDate> turnsPublicOn(Site site) {
    boolean isAble =
        !site.isPrivate()
            && (site.kind() == SchoolKind.PRIMARY_SCHOOL || site.kind() == SchoolKind.JUNIOR_SCHOOL)
            && network.character().kind() == CountyCharacter.Kind.FAILING;
    return isAble && draw("turns-public", site.number()) < TURNED_PUBLIC
        ? Optional.of(LocalDate.of(2021 + (int) (3 * draw("turns-public-in", site.number())), 7, 1))
        : Optional.empty();
  }

  private SchoolPlan school(
      Site site, int ordinal, List<StagePlan> stages, boolean isTurnedPrivate, Period period) {
    Optional<LocalDate> turnsPublic = turnsPublicOn(site);
    Optional<LocalDate> turnedPublic =
        turnsPublic.filter(day -> day.isBefore(period.referenceDate()));
    Area county = network.county();
    boolean isSecondary =
        site.kind() == SchoolKind.JUNIOR_SCHOOL || site.kind() == SchoolKind.NINE_YEAR;
    boolean isUpper = stages.get(stages.size() - 1).stage().compareTo(SchoolStage.JUNIOR) > 0;
    boolean boards = (isSecondary && site.locality() == Locality.RURAL) || isUpper;
    return new SchoolPlan(
        site.number(),
        "%s%04d".formatted(county.code(), site.number()),
        stem(county) + "第" + ChineseNumerals.of(ordinal) + site.kind().word(),
        site.kind(),
        site.locality(),
        site.isPrivate() || isTurnedPrivate || (turnsPublic.isPresent() && turnedPublic.isEmpty()),
        turnedPublic.filter(day -> !isTurnedPrivate),
        site.kind() == SchoolKind.SENIOR_SCHOOL && county.type().equals("市辖区"),
        boards,
        1950 + (int) (draw("built", site.number()) * 70),
        site.kind() == SchoolKind.TEACHING_POINT ? Optional.of(1) : Optional.empty(),
        stages);
  }

  private static String stem(Area county) {
    return county.name().zh().replaceFirst("(经济开发区|区|县|市)$", "");
  }

  private void fill(
      SchoolStage stage,
      List<Site> sites,
      int pupils,
      int year,
      Set<Defect> defects,
      Map<Integer, List<StagePlan>> stages) {
    List<Site> taking = sites.stream().filter(s -> s.kind().stages().contains(stage)).toList();
    int[] fixed =
        taking.stream().mapToInt(site -> fixedSize(site, stage, pupils, defects)).toArray();
    double[] weights = new double[fixed.length];
    int[] most = new int[fixed.length];
    for (int i = 0; i < fixed.length; i++) {
      weights[i] = fixed[i] > 0 ? 0 : taking.get(i).share();
      most[i] = mostOf(taking.get(i), stage);
    }
    int[] shared = Apportionment.upTo(most, pupils - Arrays.stream(fixed).sum(), weights);
    for (int i = 0; i < fixed.length; i++) {
      int count = fixed[i] + shared[i];
      if (count > 0) {
        StagePlan plan = new StagePlan(stage, classes(stage, count, taking.get(i), year, defects));
        stages.computeIfAbsent(taking.get(i).number(), any -> new ArrayList<>()).add(plan);
      }
    }
  }

  /** Teaching points below and above 50 pupils, and the one school that is too large. */
  private int fixedSize(Site site, SchoolStage stage, int pupils, Set<Defect> defects) {
    double draw = draw("size", site.number());
    if (site.kind() == SchoolKind.TEACHING_POINT) {
      return site.number() % 2 == 0 ? (int) (16 + draw * 28) : (int) (56 + draw * 32);
    }
    boolean isTooLarge = defects.contains(Defect.LARGE_SCHOOL) && site.number() == 1;
    return isTooLarge && stage == PRIMARY && pupils > 3200 ? (int) (2040 + draw * 250) : 0;
  }

  private static int mostOf(Site site, SchoolStage stage) {
    if (!stage.isCompulsory()) {
      return UNLIMITED;
    }
    return site.kind().isMixed() ? MIXED_MOST : PLAIN_MOST;
  }

  private List<List<Integer>> classes(
      SchoolStage stage, int pupils, Site site, int year, Set<Defect> defects) {
    double[] cohorts = new double[stage.grades()];
    for (int grade = 1; grade <= cohorts.length; grade++) {
      int born = year - stage.entryAge() - grade + 1;
      cohorts[grade - 1] = 0.95 + 0.1 * draw("cohort", born);
    }
    boolean isCrowded = defects.contains(Defect.LARGE_CLASSES) && site.number() % 3 == 1;
    int[] byGrade = Apportionment.of(pupils, cohorts);
    List<List<Integer>> classes = new ArrayList<>();
    for (int i = 0; i < byGrade.length; i++) {
      classes.add(
          isCrowded && i % 3 == 1 ? crowded(stage, byGrade[i], i) : even(stage, byGrade[i]));
    }
    return classes;
  }

  private static List<Integer> even(SchoolStage stage, int pupils) {
    int classes = (pupils + stage.classLimit() - 1) / stage.classLimit();
    double[] equal = new double[classes];
    Arrays.fill(equal, 1);
    return Arrays.stream(Apportionment.of(pupils, equal)).boxed().toList();
  }

  /** One sought-after class above the limit of the standard; the others share the rest. */
  private List<Integer> crowded(SchoolStage stage, int pupils, int salt) {
    int large = stage.classLimit() + 5 + (int) (draw("crowd", salt) * 14);
    if (pupils <= large) {
      return List.of(pupils);
    }
    List<Integer> classes = new ArrayList<>(List.of(large));
    classes.addAll(even(stage, pupils - large));
    return classes;
  }

  private double draw(String topic, long key) {
    return chance.unit(topic, network.character().number(), key);
  }
}
