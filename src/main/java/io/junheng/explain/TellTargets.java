package io.junheng.explain;

import io.junheng.definition.Period;
import io.junheng.table.StoredRow;
import io.junheng.table.TargetProgress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells what an indicator of a county is to reach, and how far it is. */
record TellTargets(Facts facts, Question question) {
  /** The targets of an indicator at a stage, the nearest first; none of a school. */
  List<Figure.Target> of(String indicator, String stage) {
    if (question.school().isPresent()) {
      return List.of();
    }
    return facts
        .read(
            TargetProgress.TABLE,
            Map.of(
                TargetProgress.PERIOD,
                question.period().number(),
                TargetProgress.COUNTY_CODE,
                question.area()))
        .stream()
        .filter(row -> row.require(TargetProgress.INDICATOR).equals(indicator))
        .filter(row -> row.require(TargetProgress.STAGE).equals(stage))
        .map(TellTargets::target)
        .sorted(Comparator.comparing(Figure.Target::by))
        .toList();
  }

  private static Figure.Target target(StoredRow row) {
    return new Figure.Target(
        new Period(row.integer(TargetProgress.TARGET_PERIOD).orElseThrow()),
        row.number(TargetProgress.TARGET).orElseThrow(),
        row.require(TargetProgress.TARGET_STATUS),
        row.number(TargetProgress.GAP),
        row.integer(TargetProgress.START_PERIOD).map(Period::new),
        row.number(TargetProgress.START_VALUE),
        row.number(TargetProgress.DONE_SHARE),
        row.number(TargetProgress.TIME_SHARE),
        row.number(TargetProgress.EXPECTED_VALUE),
        row.number(TargetProgress.PACE_PER_YEAR),
        row.number(TargetProgress.NEEDED_PER_YEAR),
        row.number(TargetProgress.PROJECTED_VALUE),
        row.text(TargetProgress.OWNER),
        row.text(TargetProgress.DOCUMENT));
  }
}
