package io.junheng.sample;

import static io.junheng.sample.SchoolStage.JUNIOR;
import static io.junheng.sample.SchoolStage.PRIMARY;

import io.junheng.sample.Provision.Staff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** The teachers of a county's schools, as many and as qualified as the schools' provision says. */
record StaffSchools(Chance chance, CountyPlan county, Function<SchoolPlan, Provision> provision) {
  private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1967, 1, 1);
  private static final int DAYS = 30 * 365;

  /** Has no divisor in common with the days over which it spreads. */
  private static final int DAY_STEP = 7919;

  private static final int MOST_IN_STAGE = 1000;
  private static final double MOST_OFF_QUOTA = 0.12;

  /** In the order of schools, stages and places, nobody rotated yet. */
  List<Teacher> apply() {
    List<Teacher> teachers = new ArrayList<>();
    for (SchoolPlan school : county.schools()) {
      List<Staff> staff = provision.apply(school).staff();
      for (int i = 0; i < staff.size(); i++) {
        teachers.addAll(ofStage(school, school.stages().get(i).stage(), i, staff.get(i)));
      }
    }
    return teachers;
  }

  private List<Teacher> ofStage(SchoolPlan school, SchoolStage stage, int index, Staff staff) {
    SplittableRandom random = chance.random("staff", county.number(), school.number(), index);
    int[] degreeOrder = order(staff.fullTime(), random);
    int[] backboneOrder = order(staff.fullTime(), random);
    int[] subjectOrder = order(staff.fullTime(), random);
    List<Teacher> teachers = new ArrayList<>();
    for (int place = 0; place < staff.fullTime() + staff.partTime(); place++) {
      boolean isFullTime = place < staff.fullTime();
      int key = (school.number() * 3 + index) * MOST_IN_STAGE + place;
      boolean isAbove = isFullTime && degreeOrder[place] < staff.aboveDegree();
      boolean isBackbone = isFullTime && backboneOrder[place] < staff.backbone();
      teachers.add(
          new Teacher(
              school,
              stage,
              place,
              ResidentId.of(county.number(), birthday(key), key / DAYS),
              birthday(key),
              isFullTime,
              isFullTime && !school.isPrivate() && draw("off-quota", key) >= offQuota(),
              degree(stage, isAbove, draw("degree", key)),
              isFullTime ? subject(stage, subjectOrder[place], staff.peArts()) : "other",
              backboneLevel(isFullTime, isBackbone, draw("backbone", key)),
              title(county.year() - birthday(key).getYear() - 23, draw("title", key)),
              isCertified(school, place),
              hours(stage, school, place, draw("hours", key)),
              isFullTime
                  && !school.isPrivate()
                  && stage.isCompulsory()
                  && draw("eligible", key) < 0.62,
              false));
    }
    return teachers;
  }

  /** What part of a county's teachers has no post on the quota. */
  private double offQuota() {
    return MOST_OFF_QUOTA * chance.unit("off-quota", county.number());
  }

  private static LocalDate birthday(int key) {
    return FIRST_BIRTHDAY.plusDays((long) (key % DAYS) * DAY_STEP % DAYS);
  }

  /** Some counties have a few teachers without a certificate, in one school of four. */
  private boolean isCertified(SchoolPlan school, int place) {
    return !(county.has(Defect.CERTIFICATES) && school.number() % 4 == 1 && place % 15 == 4);
  }

  private int hours(SchoolStage stage, SchoolPlan school, int place, double draw) {
    boolean isBehind = county.has(Defect.TRAINING_HOURS) && stage.isCompulsory();
    return isBehind && (place + school.number()) % 11 == 3
        ? 180 + (int) (draw * 170)
        : 360 + (int) (draw * 150);
  }

  private static String degree(SchoolStage stage, boolean isAbove, double draw) {
    if (stage == PRIMARY) {
      String above =
          draw < 0.03
              ? "master"
              : draw < Calibration.PRIMARY_BACHELORS / 0.97 ? "bachelor" : "associate";
      return isAbove ? above : "secondary_vocational";
    }
    if (stage == JUNIOR && !isAbove) {
      return "associate";
    }
    double masters = stage == JUNIOR ? 1 - Calibration.JUNIOR_BACHELORS : 0.16;
    return draw < masters ? "master" : "bachelor";
  }

  private static String subject(SchoolStage stage, int order, int peArts) {
    if (stage == SchoolStage.SPECIAL && order >= peArts) {
      return "special_education";
    }
    if (stage == SchoolStage.VOCATIONAL && order >= peArts && order % 2 == 0) {
      return "vocational_course";
    }
    String[] bodyAndArts = {"pe", "music", "fine_art", "pe"};
    String[] others = {
      "chinese",
      "math",
      "english",
      "chinese",
      "math",
      "science",
      "moral",
      "english",
      "chinese",
      "math",
      "humanities",
      "it",
      "labour"
    };
    return order < peArts ? bodyAndArts[order % 4] : others[(order - peArts) % others.length];
  }

  private static String backboneLevel(boolean isFullTime, boolean isBackbone, double draw) {
    if (isBackbone) {
      return draw < 0.7 ? "county" : draw < 0.93 ? "city" : draw < 0.99 ? "province" : "national";
    }
    return isFullTime && draw < 0.08 ? "school" : "none";
  }

  private static String title(int yearsOfService, double draw) {
    if (yearsOfService < 6) {
      return draw < 0.15 ? "none" : draw < 0.85 ? "junior" : "intermediate";
    }
    if (yearsOfService < 16) {
      return draw < 0.25 ? "junior" : draw < 0.92 ? "intermediate" : "associate_senior";
    }
    return draw < 0.06
        ? "junior"
        : draw < 0.6 ? "intermediate" : draw < 0.995 ? "associate_senior" : "senior";
  }

  /** A permutation of 0 to count − 1. */
  private static int[] order(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private double draw(String topic, int key) {
    return chance.unit(topic, county.number(), key);
  }
}
