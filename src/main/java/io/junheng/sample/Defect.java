package io.junheng.sample;

/**
 * Why a made-up county does not pass. A county without a defect passes both frameworks of balance.
 */
enum Defect {
  /** Single coefficients of variation above their limit. */
  UNEVEN_BACKBONE,
  UNEVEN_TEACHING_AREA,
  UNEVEN_SPORTS_AREA,
  UNEVEN_EQUIPMENT,
  UNEVEN_MULTIMEDIA,
  /** A school below the standard: one value under the floor, or two under the standard. */
  SHORT_OF_DEGREES,
  SHORT_OF_BACKBONE,
  SHORT_OF_PE_ARTS,
  SHORT_OF_TEACHING_AREA,
  SHORT_OF_SPORTS_AREA,
  SHORT_OF_EQUIPMENT,
  LARGE_CLASSES,
  LARGE_SCHOOL,
  FEW_ART_ROOMS,
  SMALL_SCHOOL_FUNDS,
  SPECIAL_SCHOOL_FUNDS,
  TEACHER_PAY,
  TRAINING_HOURS,
  ROTATION,
  ROTATED_BACKBONE,
  CERTIFICATES,
  OUT_OF_ZONE,
  SENIOR_QUOTA,
  MIGRANT_PLACES,
  RETENTION,
  DISABLED_CHILDREN,
  TRAINING_FUNDS,
  MONITORING,
  EVIDENCE_PARTLY_MET,
  EVIDENCE_NOT_MET,
  /** Nobody delivered it: unknown, and the verdict stays open. */
  EVIDENCE_MISSING,
  STATISTICS_MISSING,
  APPROVAL,
  VETO,
  BASIC_BALANCE_NOT_RECOGNISED,
  /** Reasons of the older framework. */
  UNEVEN_THROUGHOUT,
  SCHOOLS_BELOW_BASIC_STANDARD,
  WORK_POINTS
}
