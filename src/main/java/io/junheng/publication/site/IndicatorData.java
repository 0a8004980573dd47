package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Indicator;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.table.CountyIndicator;
import io.junheng.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What is told of each indicator: how it is defined, its values for all areas and periods, and what
 * counties are to reach.
 */
record IndicatorData(Gold gold, Catalogue catalogue) {
  record Content(IndicatorPage definition, Grid values, Grid targets) {}

  /** By name: {@code indicator/ID}; each is made when it is asked for. */
  Map<String, Supplier<Content>> files() {
    Map<String, List<Row>> rows =
        gold.rows(CountyIndicator.TABLE).stream()
            .filter(row -> Cells.code(row, CountyIndicator.BREAKDOWN).equals(Table.TOTAL))
            .collect(Collectors.groupingBy(row -> Cells.code(row, CountyIndicator.INDICATOR)));
    Map<String, List<Row>> targets = new TargetData(gold).byIndicator();
    Map<String, Supplier<Content>> files = new LinkedHashMap<>();
    for (Indicator indicator : catalogue.indicators()) {
      files.put(
          "indicator/" + Codes.file(indicator.id()),
          () ->
              new Content(
                  IndicatorPage.of(catalogue, indicator),
                  values(rows.getOrDefault(indicator.id(), List.of())),
                  TargetData.besideValues(targets.getOrDefault(indicator.id(), List.of()))));
    }
    return files;
  }

  private static Grid values(List<Row> rows) {
    return Grid.of(
        rows,
        CountyIndicator.PERIOD,
        CountyIndicator.AREA_CODE,
        CountyIndicator.STAGE,
        CountyIndicator.VALUE,
        CountyIndicator.NUMERATOR,
        CountyIndicator.DENOMINATOR,
        CountyIndicator.CHANGE,
        CountyIndicator.PROVINCE_VALUE,
        CountyIndicator.COUNTY_MEDIAN,
        CountyIndicator.OBS_STATUS,
        CountyIndicator.CONF_STATUS);
  }
}
