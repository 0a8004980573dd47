package io.junheng.sample;

import java.util.List;

/**
 * What a school has.
 *
 * @param teachingAreaM2 indoor sports rooms included, as the statistics count it
 * @param trainingFundsYuan part of the running funds
 * @param isStandard reaches the province's basic standard
 * @param staff for each of the school's stages, in their order
 */
record Provision(
    long teachingAreaM2,
    long indoorSportsAreaM2,
    long sportsGroundAreaM2,
    long gymnasiumAreaM2,
    long equipmentValueYuan,
    int multimediaRooms,
    int musicRooms,
    int artRooms,
    int computers,
    int books,
    long runningFundsYuan,
    long trainingFundsYuan,
    int fundedHeadcount,
    boolean isStandard,
    List<Staff> staff) {
  Provision {
    staff = List.copyOf(staff);
  }

  /**
   * Teachers of a stage.
   *
   * @param fullTime all of the following are among them
   * @param aboveDegree above the degree required in the stage
   * @param backbone of county level and above
   * @param peArts of physical education, music and fine art
   * @param partTime beside the full-time ones
   */
  record Staff(int fullTime, int aboveDegree, int backbone, int peArts, int partTime) {}
}
