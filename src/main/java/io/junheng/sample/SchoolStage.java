package io.junheng.sample;

import java.util.Locale;

/**
 * Stages that the sample has.
 *
 * @see Calibration
 */
enum SchoolStage {
  PRIMARY(6, 6, 43, 1.0, Calibration.PRIMARY_PUPILS, Calibration.PRIMARY_PUPILS_PER_TEACHER),
  JUNIOR(3, 12, 47, 1.1, Calibration.JUNIOR_PUPILS, Calibration.JUNIOR_PUPILS_PER_TEACHER),
  SENIOR(3, 15, 50, 1.32, Calibration.SENIOR_PUPILS, Calibration.SENIOR_PUPILS_PER_TEACHER),
  VOCATIONAL(
      3, 15, 48, 1.32, Calibration.VOCATIONAL_PUPILS, Calibration.VOCATIONAL_PUPILS_PER_TEACHER),
  SPECIAL(9, 6, 10, 1.0, Calibration.SPECIAL_SCHOOL_PUPILS, Calibration.SPECIAL_PUPILS_PER_TEACHER);

  private final int grades;
  private final int entryAge;
  private final int classLimit;
  private final double weight;
  private final double provincePupils;
  private final double pupilsPerTeacher;

  SchoolStage(
      int grades,
      int entryAge,
      int classLimit,
      double weight,
      double provincePupils,
      double pupilsPerTeacher) {
    this.grades = grades;
    this.entryAge = entryAge;
    this.classLimit = classLimit;
    this.weight = weight;
    this.provincePupils = provincePupils;
    this.pupilsPerTeacher = pupilsPerTeacher;
  }

  /** The code in {@code conf/stages.yaml}. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  int grades() {
    return grades;
  }

  int entryAge() {
    return entryAge;
  }

  /** Pupils in the largest class of a sound school; the standards allow a few more. */
  int classLimit() {
    return classLimit;
  }

  /** What a pupil weighs when a mixed school's resources are shared. */
  double weight() {
    return weight;
  }

  double provincePupils() {
    return provincePupils;
  }

  double pupilsPerTeacher() {
    return pupilsPerTeacher;
  }

  boolean isCompulsory() {
    return this == PRIMARY || this == JUNIOR;
  }
}
