package io.junheng.job;

import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.Layout;
import io.junheng.lake.LeasedWork;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StoredTable;
import io.junheng.table.Finding;
import io.junheng.table.RejectedRow;
import io.junheng.table.Submission;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Takes an accepted delivery back: its rows leave silver in one commit, and with them what was
 * found in it; sets that it was part of are looked at anew. Its files stay in the archive and in
 * the register, as {@code retracted}. Gold follows with the next computation.
 *
 * <p>The register is written last: a run that was cut off is simply typed again.
 */
public final class RetractJob {
  /** The delivery of one dataset by one county for one period. */
  public record Delivery(String dataset, Period period, String county) {
    private LeasedWork work() {
      return new LeasedWork(Optional.of(dataset), Optional.of(period), Optional.of(county));
    }
  }

  /** Runs by itself. */
  public JobReport run(SparkSession spark, JobRequest request, Delivery delivery, Watcher watcher) {
    return run(SparkOnDemand.of(spark), request, delivery, watcher);
  }

  JobReport run(SparkOnDemand spark, JobRequest request, Delivery delivery, Watcher watcher) {
    return RunUnderWay.during(
        spark, request, watcher, Clock.systemUTC(), run -> retract(run, delivery));
  }

  private static List<Period> retract(RunUnderWay run, Delivery delivery) {
    Contract contract = run.request().catalogue().contract(delivery.dataset());
    run.take(List.of(delivery.work()));
    SubmissionRegister register = SubmissionRegister.load(run.small());
    Set<String> ids = register.acceptedIds(delivery);
    if (ids.isEmpty()) {
      throw nothingAccepted(delivery);
    }
    run.step(
        "retract",
        new Text(
            "撤回 %s %s %s".formatted(delivery.dataset(), delivery.period(), delivery.county()),
            "Take back %s %s %s"
                .formatted(delivery.dataset(), delivery.period(), delivery.county())),
        () -> retract(run, contract, delivery, ids));
    return List.of(delivery.period());
  }

  private static Counted retract(
      RunUnderWay run, Contract contract, Delivery delivery, Set<String> ids) {
    Lake lake = run.lake();
    StoredTable silver = SilverTable.of(contract);
    lake.replaceDeliveries(
        silver,
        Map.of(delivery.period(), List.of(delivery.county())),
        run.spark().createDataFrame(List.of(), silver.schema()),
        Layout.ONE_FILE);
    List<Period> periods = List.of(delivery.period());
    if (lake.exists(RejectedRow.TABLE)) {
      lake.replace(
          RejectedRow.TABLE,
          periods,
          RejectedRow.SUBMISSION_ID,
          ids,
          lake.rows(RejectedRow.TABLE, List.of()));
    }
    lake.update(Finding.TABLE, periods, standing -> withoutDelivery(run, delivery, standing));
    lake.update(Submission.TABLE, periods, standing -> retracted(run, standing, ids));
    return Counted.of(Counted.Unit.FILES, ids.size());
  }

  private static List<Row> withoutDelivery(RunUnderWay run, Delivery delivery, List<Row> standing) {
    SetFindings sets =
        new SetFindings(
            run.request().catalogue(),
            run.lake(),
            new TreeMap<>(Map.of(delivery.period(), List.of(delivery.county()))),
            Set.of(delivery.dataset()),
            run.id(),
            run.now().atZone(ZoneOffset.UTC).toLocalDate());
    return sets.renewed(standing.stream().filter(row -> !isOf(delivery, row)).toList(), standing);
  }

  private static List<Row> retracted(RunUnderWay run, List<Row> standing, Set<String> ids) {
    SubmissionRegister register = SubmissionRegister.of(standing);
    register.retract(ids, run.now(), run.id());
    return register.touchedLines();
  }

  private static boolean isOf(Delivery delivery, Row finding) {
    return finding.getString(Finding.DATASET.ordinal()).equals(delivery.dataset())
        && finding.getString(Finding.COUNTY_CODE.ordinal()).equals(delivery.county());
  }

  private static JobException nothingAccepted(Delivery delivery) {
    return new JobException(
        Outcome.INPUT,
        new Text(
            "%s 在周期 %s 没有已接收的 %s 报送,无可撤回。junheng submissions 可查看登记。"
                .formatted(delivery.county(), delivery.period(), delivery.dataset()),
            "Nothing to take back: no delivery of %s by %s for period %s is accepted. junheng submissions shows the register."
                .formatted(delivery.dataset(), delivery.county(), delivery.period())));
  }
}
