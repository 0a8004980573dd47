package io.junheng.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Pupils, written class by class without being kept. */
final class StudentRows implements DatasetRows {
  private static final int DAYS = 365;

  /** Has no divisor in common with the days over which it spreads. */
  private static final int DAY_STEP = 7919;

  private static final double SUSPENDED = 0.0008;
  private static final String NO_VALUE = "";

  private final CountyPlan county;
  private final Labels labels;
  private final Inclusion inclusion;
  private final SplittableRandom random;
  private final double migrants;
  private final Map<Integer, Integer> cohorts = new HashMap<>();
  private int number;

  StudentRows(CountyPlan county, Labels labels, Chance chance) {
    this.county = county;
    this.labels = labels;
    this.inclusion = new Inclusion(chance, county);
    this.random = chance.random("student", county.number(), county.year());
    this.migrants =
        Calibration.MIGRANT_PUPILS * (0.4 + 1.4 * chance.unit("migrants", county.number()));
  }

  @Override
  public String dataset() {
    return "student";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "county_code",
        "school_code",
        "school_of_record_code",
        "id_number",
        "student_name",
        "birth_date",
        "gender",
        "stage",
        "grade",
        "class_no",
        "is_boarder",
        "lives_in_zone",
        "is_migrant",
        "is_migrant_eligible",
        "place_kind",
        "has_disability",
        "is_in_regular_class",
        "is_home_taught",
        "is_suspended");
  }

  @Override
  public long count() {
    return county.schools().stream().mapToLong(SchoolPlan::pupils).sum();
  }

  @Override
  public void write(Sheet sheet) {
    for (SchoolPlan school : county.schools()) {
      for (StagePlan plan : school.stages()) {
        writeStage(sheet, school, plan);
      }
    }
  }

  private void writeStage(Sheet sheet, SchoolPlan school, StagePlan plan) {
    Inclusion.Places included = inclusion.places(school, plan);
    double inZone = inZoneShare(school, plan.stage());
    int place = 0;
    for (int grade = 1; grade <= plan.classes().size(); grade++) {
      int classNo = 0;
      for (int pupils : plan.classes().get(grade - 1)) {
        classNo++;
        String name = classNo < 10 ? "0" + classNo : Integer.toString(classNo);
        for (int i = 0; i < pupils; i++) {
          boolean isIncluded = included.holds(place);
          sheet.row(cells(school, plan.stage(), grade, name, place, inZone, isIncluded));
          place++;
        }
      }
    }
  }

  private String[] cells(
      SchoolPlan school,
      SchoolStage stage,
      int grade,
      String className,
      int place,
      double inZone,
      boolean isIncluded) {
    int firstYear = county.year() - grade - stage.entryAge();
    int among = cohorts.merge(firstYear, 1, Integer::sum) - 1;
    LocalDate born = LocalDate.of(firstYear, 9, 1).plusDays((long) among * DAY_STEP % DAYS);
    String id = ResidentId.of(county.number(), born, among / DAYS);
    boolean isMigrant = stage.isCompulsory() && random.nextDouble() < migrantShare(school);
    boolean isEligible = isMigrant && random.nextDouble() < 0.8;
    boolean isHomeTaught = Inclusion.isHomeTaught(stage, place);
    boolean isSuspended = !isHomeTaught && random.nextDouble() < SUSPENDED;
    return new String[] {
      county.county().code(),
      school.code(),
      school.code(),
      id,
      "演示学生" + ++number,
      born.toString(),
      labels.of("gender", ResidentId.isMale(id) ? "male" : "female"),
      labels.of(stage),
      Integer.toString(grade),
      className,
      Labels.of(school.isBoarding() && random.nextDouble() < 0.55),
      Labels.of(random.nextDouble() < inZone),
      Labels.of(isMigrant),
      Labels.of(isEligible),
      isMigrant ? labels.of("place_kind", placeKind(school)) : NO_VALUE,
      Labels.of(isIncluded || stage == SchoolStage.SPECIAL),
      Labels.of(isIncluded),
      Labels.of(isHomeTaught),
      Labels.of(isSuspended)
    };
  }

  private double migrantShare(SchoolPlan school) {
    boolean isPushed = county.has(Defect.MIGRANT_PLACES);
    return Math.min(
        0.6, migrants * (school.isPrivate() ? (isPushed ? 7 : 2) : isPushed ? 0.4 : 0.9));
  }

  private String placeKind(SchoolPlan school) {
    if (!school.isPrivate()) {
      return "public";
    }
    double bought = county.has(Defect.MIGRANT_PLACES) ? 0.04 : 0.93;
    return random.nextDouble() < bought ? "purchased" : "private";
  }

  private double inZoneShare(SchoolPlan school, SchoolStage stage) {
    if (!school.isZoned()) {
      return 0.8;
    }
    boolean isLoose = county.has(Defect.OUT_OF_ZONE);
    return stage == SchoolStage.PRIMARY ? (isLoose ? 0.96 : 1) : isLoose ? 0.9 : 0.99;
  }
}
