package io.junheng.sample;

import static io.junheng.sample.SchoolStage.PRIMARY;

import io.junheng.sample.Provision.Staff;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Settles what each school of a county has. */
final class ProvideSchools {
  private static final int CLASSES_PER_ROOM = 12;
  private static final int SMALL_STAGE = 150;
  private static final double RICH = 3;
  private static final double PRIMARY_FUNDS_YUAN = 1150;
  private static final double OTHER_FUNDS_YUAN = 1550;

  private final Chance chance;
  private final CountyPlan county;
  private final Endowment endowment;
  private final Optional<Integer> withoutArtRoom;
  private final Optional<Integer> belowBasicStandard;

  ProvideSchools(Chance chance, CountyPlan county) {
    this.chance = chance;
    this.county = county;
    this.endowment = new Endowment(chance, county);
    this.withoutArtRoom = compared(Defect.FEW_ART_ROOMS, Comparator.reverseOrder());
    this.belowBasicStandard =
        compared(Defect.SCHOOLS_BELOW_BASIC_STANDARD, Comparator.naturalOrder());
  }

  Provision apply(SchoolPlan school) {
    long net = Math.round(need(Resource.TEACHING_AREA, school));
    long sports = Math.round(need(Resource.SPORTS_AREA, school)) + 1;
    boolean hasHall = school.pupils() >= 400 && draw("hall", school) < 0.7;
    long indoor = hasHall ? Math.min(sports / 4, Math.round(net * 0.06)) : 0;
    long gymnasium = hasHall ? Math.round(sports * 0.07) : 0;
    int rooms = Math.max(1, ceilDiv(school.compulsoryClasses(), CLASSES_PER_ROOM));
    int headcount = headcount(school);
    long funds = Math.round(fundsOf(school) * headcount / Math.max(1, school.pupils()));
    return new Provision(
        net + 1 + indoor,
        indoor,
        sports - indoor - gymnasium,
        gymnasium,
        Math.round(need(Resource.EQUIPMENT, school)) + 1,
        (int) Math.ceil(need(Resource.MULTIMEDIA, school) / 100),
        isWithoutRoom("music-room", school)
            ? rooms - 1
            : rooms + (draw("music", school) < 0.3 ? 1 : 0),
        isAt(withoutArtRoom, school) || isWithoutRoom("art-room", school) ? rooms - 1 : rooms,
        (int) Math.ceil(need(Resource.COMPUTERS, school) / 100),
        (int) Math.ceil(need(Resource.BOOKS, school)),
        funds,
        Math.round(funds * trainingShare(school)),
        headcount,
        !isAt(belowBasicStandard, school) && !isWithoutRoom("standard", school),
        school.stages().stream().map(stage -> staff(school, stage)).toList());
  }

  /** Where means are small, some schools go without. */
  private boolean isWithoutRoom(String topic, SchoolPlan school) {
    return draw(topic, school) > county.character().means(chance);
  }

  /**
   * What the school has of a resource; a mixed school is equipped for the stage that needs most.
   */
  private double need(Resource resource, SchoolPlan school) {
    double times = endowment.times(resource, school);
    if (school.kind().isMixed()) {
      boolean hasPrimary = school.pupilsOf(PRIMARY) > 0;
      return times * resource.mixedLevel(hasPrimary) * school.weightedPupils();
    }
    return times * resource.level(school.stages().get(0).stage()) * school.pupils();
  }

  private Staff staff(SchoolPlan school, StagePlan plan) {
    int pupils = plan.pupils();
    SchoolStage stage = plan.stage();
    double usual =
        stage.pupilsPerTeacher()
            * (0.86 + 0.34 * draw("per-teacher", school))
            * (0.94 + 0.3 * chance.unit("per-teacher", county.number()))
            / Math.sqrt(Math.max(0.5, county.character().means(chance)));
    int teachers = (int) Math.ceil(pupils / usual);
    int above = planned(Resource.DEGREES, school, stage, pupils);
    int backbone = planned(Resource.BACKBONE, school, stage, pupils);
    int peArts = planned(Resource.PE_ARTS, school, stage, pupils);
    boolean isShort = endowment.times(Resource.DEGREES, school) < 1;
    int all =
        Math.max(isShort ? teachers : Math.max(teachers, above), Math.max(backbone, peArts) + 1);
    int aboveDegree = isShort ? above : Math.max(above, (int) (all * 0.97));
    int partTime = draw("part-time", school) < 0.3 ? 1 + all / 60 : 0;
    return new Staff(all, aboveDegree, backbone, peArts, partTime);
  }

  /**
   * Teachers come whole: a small school has no more than it needs, or one more would set it far
   * apart from the others.
   */
  private int planned(Resource resource, SchoolPlan school, SchoolStage stage, int pupils) {
    double times = endowment.times(resource, school);
    double enough = pupils < SMALL_STAGE && times < RICH ? Math.min(times, 1) : times;
    double exact = enough * resource.level(stage) * pupils / 100;
    return (int) (times < 1 ? Math.floor(exact) : Math.ceil(exact));
  }

  /** Schools below 100 pupils are granted running funds for 100. */
  private int headcount(SchoolPlan school) {
    return county.has(Defect.SMALL_SCHOOL_FUNDS) ? school.pupils() : Math.max(100, school.pupils());
  }

  private double fundsOf(SchoolPlan school) {
    return school.stages().stream()
        .mapToDouble(
            s -> s.pupils() * (s.stage() == PRIMARY ? PRIMARY_FUNDS_YUAN : OTHER_FUNDS_YUAN))
        .sum();
  }

  private double trainingShare(SchoolPlan school) {
    boolean isLow = county.has(Defect.TRAINING_FUNDS) && school.number() % 4 == 1;
    return isLow
        ? 0.03 + 0.018 * draw("training", school)
        : 0.0505 + 0.03 * draw("training", school);
  }

  /** The smallest or largest school that is compared, for a defect that the county has. */
  private Optional<Integer> compared(Defect defect, Comparator<Integer> order) {
    if (!county.has(defect)) {
      return Optional.empty();
    }
    List<SchoolPlan> compared = county.schools().stream().filter(SchoolPlan::isCompared).toList();
    return compared.stream()
        .min(Comparator.comparing(SchoolPlan::compulsoryPupils, order))
        .map(SchoolPlan::number);
  }

  private static boolean isAt(Optional<Integer> number, SchoolPlan school) {
    return number.isPresent() && number.get() == school.number();
  }

  private double draw(String topic, SchoolPlan school) {
    return chance.unit(topic, county.number(), school.number());
  }

  private static int ceilDiv(int number, int by) {
    return (number + by - 1) / by;
  }
}
