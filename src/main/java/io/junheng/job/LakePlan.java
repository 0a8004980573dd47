package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code run} would do.
 *
 * @param deliveries what would be taken in, in the order of the files
 * @param older files of deliveries that would be left alone because they stood before
 * @param unchanged how many files are in the lake as they are
 * @param periods the periods that would be worked out, and why
 * @param findings about files that are no deliveries
 * @param sinceLast whether anything changed since the last intake: where not, refused deliveries
 *     stay refused without a look at them
 */
public record LakePlan(
    List<Delivery> deliveries,
    List<String> older,
    int unchanged,
    SortedMap<Period, Set<PlanReason>> periods,
    List<Text> findings,
    SinceLast sinceLast) {
  /** Whether files, register, definitions or code are other than at the last intake. */
  public enum SinceLast {
    SAME,
    OTHER
  }

  /**
   * A delivery that would be taken in.
   *
   * @param period empty where the rows say it themselves
   * @param county empty where the rows say it themselves
   */
  public record Delivery(
      String dataset,
      Optional<Period> period,
      Optional<String> county,
      List<String> files,
      long bytes,
      PlanReason reason) {
    public Delivery {
      files = List.copyOf(files);
    }
  }

  public LakePlan {
    deliveries = List.copyOf(deliveries);
    older = List.copyOf(older);
    periods = new TreeMap<>(periods);
    findings = List.copyOf(findings);
  }

  /** Whether a run would do anything. */
  public boolean hasChanges() {
    return (!deliveries.isEmpty() && sinceLast == SinceLast.OTHER) || !periods.isEmpty();
  }
}
