package io.junheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Contract;
import io.junheng.definition.Indicator;
import io.junheng.lake.PlainRows;
import io.junheng.table.CountyIndicator;
import io.junheng.table.StoredRow;
import io.junheng.testing.SampleLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

/** The peers of {@code jobs/bench compute} do the same work: a second pair of eyes on gold. */
class IndicatorSqlTest {
  private static final IndicatorSql SQL =
      new IndicatorSql(
          SampleLake.catalogue(), Set.of("cn-quality-balance-2017", "single-indicators"));

  @Test
  void duckDbTellsTheValuesThatStandInGold() throws Exception {
    List<Indicator> indicators = SQL.indicators();
    assertThat(indicators).hasSizeGreaterThan(40);

    assertThat(gold(indicators).differences(duckDb(indicators))).isEmpty();
  }

  private static Values gold(List<Indicator> indicators) {
    Set<String> wanted = indicators.stream().map(Indicator::id).collect(Collectors.toSet());
    Map<String, Double> values = new TreeMap<>();
    for (StoredRow row :
        new PlainRows(new Configuration(), SampleLake.root().toString())
            .read(CountyIndicator.TABLE, Map.of(CountyIndicator.PERIOD, Ground.PERIOD.number()))) {
      if (IndicatorSql.REPORTING_LEVELS.contains(row.require(CountyIndicator.AREA_LEVEL))
          && wanted.contains(row.require(CountyIndicator.INDICATOR))
          && row.value(CountyIndicator.VALUE).isPresent()) {
        values.put(
            "%s %s %s"
                .formatted(
                    row.require(CountyIndicator.AREA_CODE),
                    row.require(CountyIndicator.STAGE),
                    row.require(CountyIndicator.INDICATOR)),
            (Double) row.value(CountyIndicator.VALUE).orElseThrow());
      }
    }
    return new Values("gold", values);
  }

  private static Values duckDb(List<Indicator> indicators) throws Exception {
    try (DuckDb duckDb = new DuckDb()) {
      for (Contract contract : SampleLake.catalogue().contracts()) {
        Path table = SampleLake.root().resolve("silver/" + contract.id());
        if (Files.exists(table)) {
          duckDb.view(contract.id(), LatestFiles.of(table));
        }
      }
      duckDb.execute(
          "CREATE TEMP TABLE panel AS SELECT * FROM (%s) WHERE period = %s"
              .formatted(SQL.panel(indicators), Ground.PERIOD));
      return new Values("duckdb", duckDb.values(SQL.overPanel(indicators)));
    }
  }
}
