package io.junheng.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A school of a school year.
 *
 * @param number place within the county; the same school has the same number in all years
 * @param turnedPublicOn when a private school became a public one, if it has by then
 * @param centre number of the school whose legal person it belongs to, for a teaching point
 */
record SchoolPlan(
    int number,
    String code,
    String name,
    SchoolKind kind,
    Locality locality,
    boolean isPrivate,
    Optional<LocalDate> turnedPublicOn,
    boolean isRunByCity,
    boolean isBoarding,
    int yearBuilt,
    Optional<Integer> centre,
    List<StagePlan> stages) {
  SchoolPlan {
    stages = List.copyOf(stages);
  }

  int pupils() {
    return stages.stream().mapToInt(StagePlan::pupils).sum();
  }

  int pupilsOf(SchoolStage stage) {
    return stages.stream().filter(s -> s.stage() == stage).mapToInt(StagePlan::pupils).sum();
  }

  int compulsoryPupils() {
    return pupilsOf(SchoolStage.PRIMARY) + pupilsOf(SchoolStage.JUNIOR);
  }

  int compulsoryClasses() {
    return stages.stream()
        .filter(s -> s.stage().isCompulsory())
        .mapToInt(StagePlan::classCount)
        .sum();
  }

  /** Pupils with the weights by which a mixed school's resources are shared. */
  double weightedPupils() {
    return stages.stream().mapToDouble(s -> s.pupils() * s.stage().weight()).sum();
  }

  /** Teaches one stage only, and a compulsory one. */
  boolean isPlain(SchoolStage stage) {
    return stages.size() == 1 && stages.get(0).stage() == stage;
  }

  /** Compared with others in the frameworks of balance. */
  boolean isCompared() {
    return compulsoryPupils() > 0 && (kind != SchoolKind.TEACHING_POINT || pupils() >= 50);
  }

  /** Must take in the pupils of its zone: public, urban or in a town, without boarding. */
  boolean isZoned() {
    return compulsoryPupils() > 0 && !isPrivate && !isBoarding && locality != Locality.RURAL;
  }
}
