package io.junheng.sample;

import java.time.LocalDate;

/**
 * A teacher of a school year. Words are the codes of {@code conf/codes}.
 *
 * @param place counts the teachers of the school's stage, from 0
 */
record Teacher(
    SchoolPlan school,
    SchoolStage stage,
    int place,
    String id,
    LocalDate born,
    boolean isFullTime,
    boolean isOnQuota,
    String degree,
    String subject,
    String backboneLevel,
    String titleLevel,
    boolean hasCertificate,
    int trainingHours,
    boolean isRotationEligible,
    boolean isRotated) {
  /** Of county level and above. */
  boolean isBackbone() {
    return !backboneLevel.equals("none") && !backboneLevel.equals("school");
  }

  Teacher rotated() {
    return new Teacher(
        school,
        stage,
        place,
        id,
        born,
        isFullTime,
        isOnQuota,
        degree,
        subject,
        backboneLevel,
        titleLevel,
        hasCertificate,
        trainingHours,
        isRotationEligible,
        true);
  }
}
