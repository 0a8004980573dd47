package io.junheng.publication.site;

import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.TargetProgress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What counties are to reach, as the pages of counties and of indicators get it. */
record TargetData(Gold gold) {
  /** Everything about the targets of a period, for the pages of counties. */
  ByCounty ofCounties(Period period) {
    return ByCounty.of(
        gold.rows(TargetProgress.TABLE, period),
        TargetProgress.COUNTY_CODE,
        TargetProgress.INDICATOR,
        TargetProgress.STAGE,
        TargetProgress.TARGET_PERIOD,
        TargetProgress.TARGET,
        TargetProgress.VALUE,
        TargetProgress.GAP,
        TargetProgress.START_PERIOD,
        TargetProgress.START_VALUE,
        TargetProgress.DONE_SHARE,
        TargetProgress.TIME_SHARE,
        TargetProgress.EXPECTED_VALUE,
        TargetProgress.PACE_PER_YEAR,
        TargetProgress.NEEDED_PER_YEAR,
        TargetProgress.PROJECTED_VALUE,
        TargetProgress.TARGET_STATUS,
        TargetProgress.OWNER,
        TargetProgress.DOCUMENT,
        TargetProgress.OBS_STATUS);
  }

  /** Rows of all periods by indicator. */
  Map<String, List<Row>> byIndicator() {
    return gold.rows(TargetProgress.TABLE).stream()
        .collect(Collectors.groupingBy(row -> Cells.code(row, TargetProgress.INDICATOR)));
  }

  /** What stands beside the values of an indicator. */
  static Grid besideValues(List<Row> rows) {
    return Grid.of(
        rows,
        TargetProgress.PERIOD,
        TargetProgress.COUNTY_CODE,
        TargetProgress.STAGE,
        TargetProgress.TARGET_PERIOD,
        TargetProgress.TARGET,
        TargetProgress.GAP,
        TargetProgress.TARGET_STATUS);
  }
}
