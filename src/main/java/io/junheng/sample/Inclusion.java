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
   * Whether the pupil of that place in the stage is one of them; they are spread over the classes.
   */
  boolean isIncluded(SchoolPlan school, StagePlan plan, int place) {
    int included = included(school, plan);
    return included > 0
        && place % (plan.pupils() / included) == 0
        && place / (plan.pupils() / included) < included;
  }

  boolean isHomeTaught(StagePlan plan, int place) {
    return plan.stage() == SchoolStage.SPECIAL && place % HOME_TAUGHT_EVERY == 1;
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
