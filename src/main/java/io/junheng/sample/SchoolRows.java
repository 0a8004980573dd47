package io.junheng.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Schools as the county declares them. */
record SchoolRows(
    CountyPlan county, Function<SchoolPlan, Provision> provision, Labels labels, Chance chance)
    implements DatasetRows {
  private static final int FIRST_YEAR = 2020;

  @Override
  public String dataset() {
    return "school";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "county_code",
        "school_code",
        "school_name",
        "school_type",
        "urban_rural",
        "ownership",
        "located_in",
        "run_by",
        "legal_person_code",
        "campus_code",
        "year_built",
        "is_boarding",
        "is_dense_centre",
        "is_standard_school",
        "declared_pupils",
        "teaching_area_m2",
        "indoor_sports_area_m2",
        "sports_ground_area_m2",
        "gymnasium_area_m2",
        "equipment_value_yuan",
        "multimedia_rooms",
        "music_rooms",
        "art_rooms",
        "computers",
        "books",
        "public_funds_budget_yuan",
        "training_funds_yuan",
        "funded_headcount",
        "has_resource_room",
        "turned_public_on",
        "is_modern_school",
        "in_education_community",
        "is_party_led",
        "clean_school_level",
        "has_inspector",
        "offers_after_school_service",
        "after_school_wanting",
        "after_school_joining",
        "school_doctors",
        "has_counselling_room");
  }

  @Override
  public long count() {
    return county.schools().size();
  }

  @Override
  public void write(Sheet sheet) {
    county.schools().forEach(school -> sheet.row(cells(school, provision.apply(school))));
  }

  private String[] cells(SchoolPlan school, Provision has) {
    String keeper = school.isRunByCity() ? "city" : school.isPrivate() ? "other" : "county";
    boolean isElsewhere = school.isRunByCity() && draw("elsewhere", school) < 0.15;
    boolean isDense = school.locality() == Locality.URBAN && draw("dense", school) < 0.2;
    return new String[] {
      county.county().code(),
      school.code(),
      school.name(),
      labels.of("school_type", school.kind().code()),
      labels.of("urban_rural", school.locality().code()),
      labels.of("ownership", school.isPrivate() ? "private" : "public"),
      isElsewhere ? county.neighbour() : county.county().code(),
      labels.of("run_by", keeper),
      CreditCode.of(
          school.isPrivate(), county.county().code(), school.centre().orElse(school.number())),
      school.centre().isPresent() ? Integer.toString(school.number()) : "1",
      Integer.toString(school.yearBuilt()),
      Labels.of(school.isBoarding()),
      Labels.of(isDense),
      Labels.of(has.isStandard()),
      Integer.toString(school.pupils()),
      Long.toString(has.teachingAreaM2()),
      Long.toString(has.indoorSportsAreaM2()),
      Long.toString(has.sportsGroundAreaM2()),
      Long.toString(has.gymnasiumAreaM2()),
      Long.toString(has.equipmentValueYuan()),
      Integer.toString(has.multimediaRooms()),
      Integer.toString(has.musicRooms()),
      Integer.toString(has.artRooms()),
      Integer.toString(has.computers()),
      Integer.toString(has.books()),
      Long.toString(has.runningFundsYuan()),
      Long.toString(has.trainingFundsYuan()),
      Integer.toString(has.fundedHeadcount()),
      Labels.of(school.pupils() >= 300),
      school.turnedPublicOn().map(LocalDate::toString).orElse(""),
      Labels.of(isSo("modern", school, 0.62, 0.04)),
      Labels.of(school.locality() == Locality.RURAL && isSo("community", school, 0.86, 0.03)),
      Labels.of(isSo("party-led", school, 0.55, 0.12)),
      labels.of("clean_school_level", cleanLevel(school)),
      Labels.of(isSo("inspector", school, 0.97, 0.01)),
      Labels.of(wanting(school) > 0 && isSo("after-school", school, 0.96, 0.01)),
      Integer.toString(wanting(school)),
      Integer.toString(
          (int) (wanting(school) * Math.min(1, 0.94 + 0.12 * draw("joining", school)))),
      Integer.toString(1 + school.pupils() / (isSo("doctor", school, 0.4, 0.03) ? 600 : 1100)),
      Labels.of(isSo("counselling", school, 0.8, 0.04))
    };
  }

  private int wanting(SchoolPlan school) {
    return (int) (school.compulsoryPupils() * (0.7 + 0.25 * draw("wanting", school)));
  }

  /**
   * What some schools have and others come to have: more of them each year, and in counties of
   * large means.
   */
  private boolean isSo(String topic, SchoolPlan school, double usual, double each) {
    double share =
        usual
            * (0.75 + 0.35 * chance.unit(topic, county.number()))
            * Math.sqrt(county.character().means(chance));
    return draw(topic, school) < share + each * (county.year() - FIRST_YEAR);
  }

  private String cleanLevel(SchoolPlan school) {
    double draw = draw("clean", school) / Math.sqrt(county.character().means(chance));
    double leading = 0.1 + 0.1 * chance.unit("clean", county.number());
    return draw < leading
        ? "leading"
        : draw < leading + 0.38 ? "standard" : draw < leading + 0.6 ? "improving" : "none";
  }

  private double draw(String topic, SchoolPlan school) {
    return chance.unit(topic, county.number(), school.number());
  }
}
