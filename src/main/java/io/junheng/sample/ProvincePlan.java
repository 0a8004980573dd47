package io.junheng.sample;

import static io.junheng.sample.SchoolStage.JUNIOR;
import static io.junheng.sample.SchoolStage.PRIMARY;
import static io.junheng.sample.SchoolStage.SENIOR;
import static io.junheng.sample.SchoolStage.SPECIAL;

import io.junheng.definition.Area;
import io.junheng.definition.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a year's pupils spread over counties and stages. The pupils of all counties add up to the
 * number asked for.
 *
 * @param counties the reporting areas in the order of their codes
 */
record ProvincePlan(Chance chance, int pupils, List<Area> counties) {
  private static final int USUAL_YEAR = 2020;
  private static final int SPECIAL_LEAST = 7;
  private static final int SINGLE_JUNIOR_MOST = 1600;

  ProvincePlan {
    counties = List.copyOf(counties);
  }

  CountyPlan county(int number, Period period) {
    CountyCharacter character = CountyCharacter.of(number);
    double scale = Math.min(1, pupils / Calibration.ALL_PUPILS);
    SchoolNetwork network = new SchoolNetwork(chance, counties.get(number), character, scale);
    return new PlanCounty(chance, network, neighbour(number))
        .apply(period, stages(number, period.year()), stages(number, USUAL_YEAR));
  }

  int pupils(int number, Period period) {
    return byCounty(period.year())[number];
  }

  private Map<SchoolStage, Integer> stages(int number, int year) {
    int total = byCounty(year)[number];
    SchoolStage[] all = SchoolStage.values();
    double[] weights = new double[all.length];
    boolean hasJunior = CountyCharacter.of(number).kind() != CountyCharacter.Kind.WITHOUT_JUNIOR;
    int special = Math.min(total, Math.max(SPECIAL_LEAST, (int) (total * specialShare())));
    for (SchoolStage stage : all) {
      double varied = 0.92 + 0.16 * chance.unit("stage", number, stage.ordinal());
      boolean isThere = stage != SPECIAL && (hasJunior || (stage != JUNIOR && stage != SENIOR));
      weights[stage.ordinal()] = isThere ? stage.provincePupils() * varied : 0;
    }
    int[] shares = Apportionment.of(total - special, weights);
    shares[SPECIAL.ordinal()] = special;
    limitSingleJunior(number, shares);
    Map<SchoolStage, Integer> byStage = new EnumMap<>(SchoolStage.class);
    for (SchoolStage stage : all) {
      byStage.put(stage, shares[stage.ordinal()]);
    }
    return byStage;
  }

  /** One school takes no more; the others of that age go to the neighbours. */
  private static void limitSingleJunior(int number, int[] shares) {
    if (CountyCharacter.of(number).kind() == CountyCharacter.Kind.SINGLE_JUNIOR) {
      int above = Math.max(0, shares[JUNIOR.ordinal()] - SINGLE_JUNIOR_MOST);
      shares[JUNIOR.ordinal()] -= above;
      shares[PRIMARY.ordinal()] += above;
    }
  }

  private static double specialShare() {
    return Calibration.SPECIAL_SCHOOL_PUPILS / Calibration.ALL_PUPILS;
  }

  /** Counties grow and shrink by up to 1.5 % a year. */
  private int[] byCounty(int year) {
    double[] weights = new double[counties.size()];
    for (int i = 0; i < weights.length; i++) {
      double size = Math.exp(0.35 * (2 * chance.unit("county", i) - 1));
      double trend = 1 + 0.015 * (2 * chance.unit("trend", i) - 1) * (year - USUAL_YEAR);
      double urban = counties.get(i).type().equals("县") ? 0.75 : 1.1;
      double weight = CountyCharacter.of(i).isPopulous() ? 2.6 : size * urban;
      weights[i] = weight * Math.max(0.5, Math.min(1.5, trend));
    }
    return Apportionment.of(pupils, weights);
  }

  private String neighbour(int number) {
    Area own = counties.get(number);
    List<Area> same = new ArrayList<>();
    IntStream.range(0, counties.size())
        .filter(i -> counties.get(i).parent().equals(own.parent()) && i != number)
        .mapToObj(counties::get)
        .forEach(same::add);
    return same.isEmpty() ? own.code() : same.get(0).code();
  }
}
