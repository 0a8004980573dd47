package io.junheng.job;

import io.junheng.assessment.FollowTargets;
import io.junheng.assessment.FollowedTarget;
import io.junheng.assessment.Panels;
import io.junheng.assessment.Target;
import io.junheng.assessment.Target.Start;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** {@code gold.target_progress} from silver rows of the contract {@code target}. */
final class TargetRows {
  /** The contract whose rows are targets. */
  static final String CONTRACT = "target";

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  private final Map<Integer, List<Target>> targets;

  TargetRows(List<Row> silver) {
    this.targets =
        silver.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.<Integer>getAs("period"),
                    Collectors.mapping(TargetRows::target, Collectors.toList())));
  }

  private static Target target(Row row) {
    Optional<Start> start =
        row.getAs("start_period") == null || row.getAs("start_value") == null
            ? Optional.empty()
            : Optional.of(new Start(period(row, "start_period"), row.getAs("start_value")));
    return new Target(
        row.getAs("county_code"),
        row.getAs("indicator"),
        row.getAs("stage"),
        period(row, "target_period"),
        row.getAs("value"),
        start,
        Optional.ofNullable(row.getAs("owner")),
        Optional.ofNullable(row.getAs("document")));
  }

  private static Period period(Row row, String column) {
    return new Period(Math.toIntExact(row.<Long>getAs(column)));
  }

  /** What to say of targets whose indicator is not worked out; they are left out. */
  Optional<Text> complaint(Catalogue catalogue, Period period) {
    List<String> unknown = new FollowTargets(catalogue).unknown(of(period));
    String ids = String.join(", ", unknown);
    return Optional.of(
            new Text(
                "%s 的目标所指指标本次未计算,未列入 target_progress:%s。若非有意只算部分框架,请按 conf/indicators 更正后重新报送。"
                    .formatted(period, ids),
                "Targets of %s name indicators that are not worked out here and are left out of target_progress: %s. Unless only some frameworks were chosen on purpose, correct them by conf/indicators and deliver them again."
                    .formatted(period, ids)))
        .filter(any -> !unknown.isEmpty());
  }

  private List<Target> of(Period period) {
    return targets.getOrDefault(period.number(), List.of());
  }

  /** Rows of the period that the panels are about. */
  List<Map<TableColumn, Object>> of(Catalogue catalogue, Period period, Panels panels) {
    return new FollowTargets(catalogue)
        .apply(panels, of(period)).stream().map(progress -> row(period, progress)).toList();
  }

  private static Map<TableColumn, Object> row(Period period, FollowedTarget progress) {
    Target target = progress.target();
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(TargetProgress.PERIOD, period.number());
    row.put(TargetProgress.COUNTY_CODE, target.county());
    row.put(TargetProgress.INDICATOR, target.indicator());
    row.put(TargetProgress.STAGE, target.stage());
    row.put(TargetProgress.TARGET_PERIOD, target.by().number());
    row.put(TargetProgress.TARGET, target.value().doubleValue());
    row.put(TargetProgress.VALUE, number(progress.value()));
    row.put(TargetProgress.GAP, number(progress.gap()));
    row.put(
        TargetProgress.START_PERIOD,
        progress.start().map(start -> start.period().number()).orElse(null));
    row.put(TargetProgress.START_VALUE, number(progress.start().map(Start::value)));
    row.put(TargetProgress.DONE_SHARE, percent(progress.doneShare()));
    row.put(TargetProgress.TIME_SHARE, percent(progress.timeShare()));
    row.put(TargetProgress.EXPECTED_VALUE, number(progress.expected()));
    row.put(TargetProgress.PACE_PER_YEAR, number(progress.pace()));
    row.put(TargetProgress.NEEDED_PER_YEAR, number(progress.neededPace()));
    row.put(TargetProgress.PROJECTED_VALUE, number(progress.projected()));
    row.put(TargetProgress.TARGET_STATUS, progress.standing().name().toLowerCase(Locale.ROOT));
    row.put(TargetProgress.OWNER, target.owner().orElse(null));
    row.put(TargetProgress.DOCUMENT, target.document().orElse(null));
    row.put(TargetProgress.OBS_STATUS, progress.status().name());
    return row;
  }

  private static Double percent(Optional<BigDecimal> share) {
    return number(share.map(PERCENT::multiply));
  }

  private static Double number(Optional<BigDecimal> value) {
    return value.map(BigDecimal::doubleValue).orElse(null);
  }
}
