package io.junheng.sample;

import static io.junheng.sample.SchoolStage.JUNIOR;
import static io.junheng.sample.SchoolStage.PRIMARY;
import static io.junheng.sample.SchoolStage.SENIOR;
import static io.junheng.sample.SchoolStage.SPECIAL;
import static io.junheng.sample.SchoolStage.VOCATIONAL;

import io.junheng.definition.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which schools a county has. It follows from the county's mean number of pupils and not from the
 * year, so that schools stay.
 *
 * @param scale pupils of the made-up province for each pupil of the real one, at most 1: below it
 *     schools are fewer and smaller
 */
record SchoolNetwork(Chance chance, Area county, CountyCharacter character, double scale) {
  private static final int SMALLEST_MEAN = 45;

  /**
   * A school of the network.
   *
   * @param share weight by which it gets pupils of its stages
   */
  record Site(int number, SchoolKind kind, Locality locality, double share, boolean isPrivate) {}

  /** The schools in the order of their numbers. */
  List<Site> sites(Map<SchoolStage, Integer> pupils, boolean needsSmallSchools) {
    int juniors = juniorSchools(pupils.get(JUNIOR));
    int primaries = schools(pupils.get(PRIMARY), mean(240, Calibration.PRIMARY_SCHOOL_SIZE), 3);
    boolean hasSenior = pupils.get(SENIOR) > 0;
    int nine = juniors >= 2 ? Math.max(1, (int) Math.round(juniors * 0.2)) : 0;
    int twelve = hasSenior && juniors >= 3 && draw("twelve") < 0.3 ? Math.max(1, juniors / 30) : 0;
    int complete =
        hasSenior && juniors - nine - twelve >= 2 && draw("complete") < 0.65
            ? Math.max(1, (int) Math.round(juniors * 0.08))
            : 0;
    int seniors =
        hasSenior ? schools(pupils.get(SENIOR), mean(250, Calibration.SENIOR_SCHOOL_SIZE), 1) : 0;
    int plain = Math.max(2, primaries - nine - twelve);
    List<Site> sites = new ArrayList<>();
    add(sites, SchoolKind.PRIMARY_SCHOOL, plain);
    add(sites, SchoolKind.TEACHING_POINT, points(pupils.get(PRIMARY), plain, needsSmallSchools));
    add(sites, SchoolKind.JUNIOR_SCHOOL, juniors - nine - twelve - complete);
    add(sites, SchoolKind.NINE_YEAR, nine);
    add(sites, SchoolKind.TWELVE_YEAR, twelve);
    add(sites, SchoolKind.COMPLETE_SECONDARY, complete);
    add(sites, SchoolKind.SENIOR_SCHOOL, hasSenior ? Math.max(1, seniors - complete - twelve) : 0);
    add(sites, SchoolKind.VOCATIONAL_SCHOOL, schools(pupils.get(VOCATIONAL), 1500, 1));
    add(sites, SchoolKind.SPECIAL_SCHOOL, schools(pupils.get(SPECIAL), 250, 1));
    return sites;
  }

  private void add(List<Site> sites, SchoolKind kind, int count) {
    for (int i = 0; i < count; i++) {
      int number = sites.size() + 1;
      Locality locality =
          kind == SchoolKind.TEACHING_POINT
              ? Locality.RURAL
              : Locality.at(draw("locality", number), county.type());
      double share = locality.size() * (0.75 + 0.5 * draw("share", number)) * partOf(kind);
      sites.add(new Site(number, kind, locality, share, isPrivate(kind, i, count)));
    }
  }

  /** A stage of a mixed school is smaller than a school of that stage alone. */
  private static double partOf(SchoolKind kind) {
    return kind.isMixed() ? 0.7 : 1;
  }

  private boolean isPrivate(SchoolKind kind, int place, int count) {
    boolean isLast = place == count - 1 && count >= 2;
    return switch (kind) {
      case TWELVE_YEAR -> true;
      case PRIMARY_SCHOOL -> isLast && draw("private-primary") < 0.5;
      case JUNIOR_SCHOOL -> isLast && draw("private-junior") < 0.5;
      default -> false;
    };
  }

  private int juniorSchools(int pupils) {
    if (pupils == 0 || character.kind() == CountyCharacter.Kind.SINGLE_JUNIOR) {
      return pupils == 0 ? 0 : 1;
    }
    return schools(pupils, mean(150, Calibration.JUNIOR_SCHOOL_SIZE), 2);
  }

  private int points(int primaryPupils, int plain, boolean needed) {
    boolean isDistrict = county.type().equals("市辖区");
    int usual = isDistrict ? (int) (draw("point") * 1.4) : 2 + (int) (plain * 0.15);
    int most = primaryPupils / 300;
    return Math.min(needed ? Math.max(1, usual) : usual, most);
  }

  private double mean(double smallest, double real) {
    return smallest + (real - smallest) * Math.sqrt(scale);
  }

  /** Schools of a mean size, at least so many, but none so small as to be no school. */
  private static int schools(int pupils, double mean, int least) {
    if (pupils == 0) {
      return 0;
    }
    int wanted = Math.max(least, (int) Math.round(pupils / mean));
    return Math.max(1, Math.min(wanted, pupils / SMALLEST_MEAN));
  }

  private double draw(String topic, long... keys) {
    long[] all = new long[keys.length + 1];
    all[0] = character.number();
    System.arraycopy(keys, 0, all, 1, keys.length);
    return chance.unit(topic, all);
  }
}
