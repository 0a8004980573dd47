package io.junheng.sample;

import java.util.ArrayList;
import java.util.List;

/** What the county is to reach: this year's tasks, and what its five-year plan says of 2025. */
final class TargetRows implements DatasetRows {
  private static final int PLAN_ENDS = 202510;
  private static final int PLAN_BEGINS = 202010;
  private static final String PLAN = "演示政发〔2021〕%d号";
  private static final String TASKS = "演示政办〔%d〕%d号";

  private final CountyPlan county;
  private final Labels labels;
  private final Chance chance;
  private final List<String[]> rows = new ArrayList<>();

  TargetRows(CountyPlan county, Labels labels, Chance chance) {
    this.county = county;
    this.labels = labels;
    this.chance = chance;
    plan("standard_school_share", "_T", 60 + 10 * (int) (3 * draw("standard")), 100);
    plan("junior_retention_3y", "junior", 93 + (int) (3 * draw("retention")), 98);
    task("teachers_rotated_share", "compulsory", 10 + (int) (5 * draw("rotated")), "0");
    task("public_approval", "_T", 86 + (int) (8 * draw("approval")), "");
    task("large_class_share", "compulsory", (int) (3 * draw("classes")), "");
  }

  @Override
  public String dataset() {
    return "target";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "county_code",
        "indicator",
        "stage",
        "target_period",
        "value",
        "start_period",
        "start_value",
        "owner",
        "document");
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public void write(Sheet sheet) {
    rows.forEach(sheet::row);
  }

  private void plan(String indicator, String stage, int start, int target) {
    add(
        indicator,
        stage,
        PLAN_ENDS,
        target,
        Integer.toString(PLAN_BEGINS),
        Integer.toString(start),
        PLAN.formatted(1 + county.number()));
  }

  /** A task of the year; with a start of 0 it is counted anew each year. */
  private void task(String indicator, String stage, int target, String start) {
    add(
        indicator,
        stage,
        county.period().number(),
        target,
        start.isEmpty() ? "" : county.period().previous().toString(),
        start,
        TASKS.formatted(county.year(), 1 + county.number()));
  }

  private void add(
      String indicator,
      String stage,
      int by,
      int target,
      String startPeriod,
      String start,
      String document) {
    rows.add(
        new String[] {
          county.county().code(),
          indicator,
          labels.ofStage(stage),
          Integer.toString(by),
          Integer.toString(target),
          startPeriod,
          start,
          "教育局",
          document
        });
  }

  private double draw(String topic) {
    return chance.unit("target-" + topic, county.number());
  }
}
