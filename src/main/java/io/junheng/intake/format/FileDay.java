package io.junheng.intake.format;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day on which a file's codes must hold.
 *
 * @param day the reference date of the folder's period; empty where the rows name their periods:
 *     then a code may be of any time
 */
record FileDay(Optional<LocalDate> day) {
  /** The codes of a plan that hold. */
  CodeTable codes(CodePlan plan) {
    if (day.isPresent()) {
      return CodeTable.of(plan, day.get().toEpochDay());
    }
    CodePlan anyTime =
        new CodePlan(
            plan.list(),
            false,
            plan.entries().stream()
                .map(entry -> CodePlan.Entry.always(entry.spelling(), entry.code()))
                .toList(),
            plan.successors());
    return CodeTable.of(anyTime, 0);
  }
}
