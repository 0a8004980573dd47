package io.junheng.sample;

import static io.junheng.sample.SchoolStage.JUNIOR;
import static io.junheng.sample.SchoolStage.PRIMARY;

/**
 * What a school has for its pupils, and how much of it a sound one has at least: for each 100
 * pupils (teachers, rooms) or each pupil (area, equipment). The levels are the standards of
 * 教督〔2017〕6号, so that passing and failing can be planned.
 */
enum Resource {
  DEGREES(4.2, 5.3),
  BACKBONE(1.0, 1.0),
  PE_ARTS(0.9, 0.9),
  TEACHING_AREA(4.5, 5.8),
  SPORTS_AREA(7.5, 10.2),
  EQUIPMENT(2000, 2500),
  MULTIMEDIA(2.3, 2.4),
  /** The last two have no standard in that framework; the levels are ours. */
  COMPUTERS(16, 20),
  BOOKS(30, 40);

  private final double primary;
  private final double junior;

  Resource(double primary, double junior) {
    this.primary = primary;
    this.junior = junior;
  }

  /** The level of a stage; stages beyond junior secondary are equipped like it. */
  double level(SchoolStage stage) {
    return stage == PRIMARY ? primary : junior;
  }

  /**
   * The level for each pupil of weight 1 that serves both compulsory stages of a mixed school,
   * whose resources are shared by weighted pupils.
   */
  double mixedLevel(boolean hasPrimary) {
    double forJunior = junior / JUNIOR.weight();
    return hasPrimary ? Math.max(primary, forJunior) : forJunior;
  }
}
