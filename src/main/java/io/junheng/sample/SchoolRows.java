package io.junheng.sample;

import java.util.List;
import java.util.function.Function;

/** Schools as the county declares them. */
record SchoolRows(
    CountyPlan county, Function<SchoolPlan, Provision> provision, Labels labels, Chance chance)
    implements DatasetRows {
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
        "has_resource_room");
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
      Labels.of(school.pupils() >= 300)
    };
  }

  private double draw(String topic, SchoolPlan school) {
    return chance.unit(topic, county.number(), school.number());
  }
}
