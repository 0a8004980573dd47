package io.junheng.sample;

/**
 * Pupils with a disability in regular classes, and those of special schools who are taught at home.
 * Their number is planned, because the county reports it beside the pupils.
 */
record Inclusion(Chance chance, CountyPlan county) {
  private static final int HOME_TAUGHT_EVERY = 8;

  /** Pupils of a stage who are taught in its regular classes by inclusion. */
  int included(SchoolPlan school, StagePlan plan) {
    if (!plan.stage().isCompulsory()) {
      return 0;
    }
    double exact = plan.pupils() * Calibration.INCLUDED_SHARE;
    return (int)
        (exact + chance.unit("included", county.number(), school.number(), plan.stage().ordinal()));
  }

  /**
   * The places of those pupils in the stage, at equal distances, so that they are spread over the
   * classes.
   */
  Places places(SchoolPlan school, StagePlan plan) {
    int included = included(school, plan);
    return new Places(included, included == 0 ? 1 : plan.pupils() / included);
  }

  /** So many places, the first of them 0. */
  record Places(int count, int distance) {
    boolean holds(int place) {
      return place % distance == 0 && place / distance < count;
    }
  }

  static boolean isHomeTaught(SchoolStage stage, int place) {
    return stage == SchoolStage.SPECIAL && place % HOME_TAUGHT_EVERY == 1;
  }

  /** All disabled pupils of the county. */
  int enrolled() {
    return county.schools().stream()
        .flatMapToInt(school -> school.stages().stream().mapToInt(plan -> disabled(school, plan)))
        .sum();
  }

  private int disabled(SchoolPlan school, StagePlan plan) {
    return plan.stage() == SchoolStage.SPECIAL ? plan.pupils() : included(school, plan);
  }
}
