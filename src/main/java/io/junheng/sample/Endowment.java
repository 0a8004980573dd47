package io.junheng.sample;

import static io.junheng.sample.Resource.BACKBONE;
import static io.junheng.sample.Resource.BOOKS;
import static io.junheng.sample.Resource.COMPUTERS;
import static io.junheng.sample.Resource.DEGREES;
import static io.junheng.sample.Resource.EQUIPMENT;
import static io.junheng.sample.Resource.MULTIMEDIA;
import static io.junheng.sample.Resource.PE_ARTS;
import static io.junheng.sample.Resource.SPORTS_AREA;
import static io.junheng.sample.Resource.TEACHING_AREA;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of each resource a county's schools have, as a multiple of the level of a sound school.
 *
 * <p>A sound school has 1.04 to 2.25 times the level, so that no coefficient of variation of a
 * county without a planned defect comes near its limit: between values from a to b it is at most (b
 * − a) ÷ 2√(ab).
 */
final class Endowment {
  private static final double LEAST = 1.04;
  private static final double MOST_SPREAD = 2.2;
  private static final double RICH_FROM_SHARE = 0.22;

  private final Chance chance;
  private final CountyPlan county;
  private final Set<Integer> rich = new HashSet<>();
  private final Map<Resource, Double> richTimes = new EnumMap<>(Resource.class);
  private final Map<Resource, Map<Integer, Double>> shortTimes = new EnumMap<>(Resource.class);

  Endowment(Chance chance, CountyPlan county) {
    this.chance = chance;
    this.county = county;
    chooseRich();
    chooseUneven();
    chooseShort();
  }

  /** The multiple of the level that a school has. */
  double times(Resource resource, SchoolPlan school) {
    Double lacking = shortTimes.getOrDefault(resource, Map.of()).get(school.number());
    if (lacking != null) {
      return lacking;
    }
    double own = usual(resource, school) * county.character().means(chance);
    boolean isRich = rich.contains(school.number());
    return isRich ? own * richTimes.getOrDefault(resource, 1.0) : own;
  }

  private double usual(Resource resource, SchoolPlan school) {
    if (isAlmostThere(school) && almost(school) == resource) {
      return 0.9 + 0.08 * draw("almost-times", school.number());
    }
    double draw = draw("have", school.number(), resource.ordinal());
    return LEAST + spread(resource) * Math.min(MOST_SPREAD, -Math.log(1 - draw));
  }

  /**
   * The law lets a school miss one of the seven standards a little; about every eighth one does.
   */
  private boolean isAlmostThere(SchoolPlan school) {
    return school.stages().size() == 1 && draw("almost", school.number()) < 0.12;
  }

  private Resource almost(SchoolPlan school) {
    Resource[] slight = {TEACHING_AREA, SPORTS_AREA, EQUIPMENT, MULTIMEDIA};
    return slight[(int) (draw("almost-which", school.number()) * slight.length)];
  }

  /** A county's own spread for a resource; it widens or narrows slowly. */
  private double spread(Resource resource) {
    double usual = 0.15 + 0.37 * draw("spread", resource.ordinal());
    double trend =
        0.03 * (2 * draw("spread-trend", resource.ordinal()) - 1) * (county.year() - 2022);
    return Math.max(0.1, Math.min(0.55, usual + trend));
  }

  /**
   * The small primary and junior schools, up to a good fifth of each stage's pupils: what they have
   * more of spreads widest.
   */
  private void chooseRich() {
    for (SchoolStage stage : List.of(SchoolStage.PRIMARY, SchoolStage.JUNIOR)) {
      List<SchoolPlan> plain = new ArrayList<>(county.schools());
      plain.removeIf(school -> !school.isPlain(stage) || !school.isCompared());
      plain.sort(Comparator.comparingInt(SchoolPlan::pupils).thenComparing(SchoolPlan::number));
      int all = county.pupilsOf(stage);
      int reached = 0;
      for (SchoolPlan school : plain) {
        if (reached < RICH_FROM_SHARE * all) {
          rich.add(school.number());
          reached += school.pupils();
        }
      }
    }
  }

  private void chooseUneven() {
    uneven(Defect.UNEVEN_BACKBONE, 3.8, BACKBONE);
    uneven(Defect.UNEVEN_TEACHING_AREA, 4.4, TEACHING_AREA);
    uneven(Defect.UNEVEN_SPORTS_AREA, 4.6, SPORTS_AREA);
    uneven(Defect.UNEVEN_EQUIPMENT, 4.8, EQUIPMENT);
    uneven(Defect.UNEVEN_MULTIMEDIA, 4.4, MULTIMEDIA);
    uneven(Defect.UNEVEN_THROUGHOUT, 8.5, TEACHING_AREA, SPORTS_AREA, EQUIPMENT, COMPUTERS, BOOKS);
  }

  private void uneven(Defect defect, double times, Resource... resources) {
    if (county.has(defect)) {
      for (Resource resource : resources) {
        richTimes.merge(resource, times, Math::max);
      }
    }
  }

  private void chooseShort() {
    lacks(Defect.SHORT_OF_DEGREES, DEGREES, SchoolStage.PRIMARY);
    lacks(Defect.SHORT_OF_BACKBONE, BACKBONE, SchoolStage.JUNIOR);
    lacks(Defect.SHORT_OF_PE_ARTS, PE_ARTS, SchoolStage.PRIMARY);
    lacks(Defect.SHORT_OF_TEACHING_AREA, TEACHING_AREA, SchoolStage.JUNIOR);
    lacks(Defect.SHORT_OF_SPORTS_AREA, SPORTS_AREA, SchoolStage.PRIMARY);
    lacks(Defect.SHORT_OF_EQUIPMENT, EQUIPMENT, SchoolStage.JUNIOR);
  }

  /** Half of the counties miss the floor of one standard, the others two standards a little. */
  private void lacks(Defect defect, Resource resource, SchoolStage stage) {
    if (!county.has(defect)) {
      return;
    }
    SchoolPlan school =
        county
            .largestPlain(stage)
            .or(() -> county.largestPlain(SchoolStage.PRIMARY))
            .orElse(county.schools().get(0));
    boolean isArea = resource == TEACHING_AREA || resource == SPORTS_AREA;
    if (isArea && draw("short-of-two", resource.ordinal()) < 0.5) {
      Resource second = resource == SPORTS_AREA ? EQUIPMENT : SPORTS_AREA;
      lack(resource, school, 0.9);
      lack(second, school, 0.93);
    } else {
      lack(resource, school, 0.6 + 0.15 * draw("short", resource.ordinal()));
    }
  }

  private void lack(Resource resource, SchoolPlan school, double times) {
    shortTimes
        .computeIfAbsent(resource, any -> new HashMap<>())
        .merge(school.number(), times, Math::min);
  }

  private double draw(String topic, long key) {
    return chance.unit(topic, county.number(), key);
  }

  private double draw(String topic, long key, long second) {
    return chance.unit(topic, county.number(), key, second);
  }
}
