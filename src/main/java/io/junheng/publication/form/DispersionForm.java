package io.junheng.publication.form;

import io.junheng.publication.Cells;
import io.junheng.table.CountyDispersion;
import io.junheng.table.CountyIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * 表Ⅲ: the county's mean and the coefficient of variation of each resource, and the composite one.
 */
record DispersionForm(CountyFacts facts) {
  private static final int MEAN_DECIMALS = 2;
  private static final int CV_DECIMALS = 3;
  private static final List<String> STAGES = List.of("primary", "junior");
  private static final String COMPOSITE = "balance_mean_cv";

  /** Short name of the test of coefficients within an item. */
  private static final String CV_TEST = "cv.";

  Form.Sheet sheet() {
    List<List<FormCell>> rows = new ArrayList<>();
    tests().forEach((item, byStage) -> rows.add(row(item, byStage)));
    rows.add(composite());
    List<String> headers =
        new ArrayList<>(List.of(facts.in("条目", "Item"), facts.in("指标", "Indicator")));
    for (String stage : STAGES) {
      for (String column :
          List.of(facts.in("县级均值", "mean"), facts.in("差异系数", "CV"), facts.in("限值", "limit"))) {
        headers.add(facts.names().stage(stage) + "|" + column);
      }
    }
    return new Form.Sheet(
        facts.in("表Ⅲ 校际差异", "Form III"),
        facts.in("表Ⅲ 资源配置校际差异情况", "Form III: differences between schools"),
        facts.in(
            "均值两位小数,差异系数三位小数;按学生数加权;按原值判定",
            "means with two decimals, coefficients with three; weighted by pupils; decided unrounded"),
        headers,
        List.of(8, 44, 13, 13, 10, 13, 13, 10),
        rows);
  }

  /** Rows of the tests of coefficients, by item and stage. */
  private Map<String, Map<String, Row>> tests() {
    Map<String, Map<String, Row>> tests = new LinkedHashMap<>();
    for (String item : facts.names().items(facts.framework()).keySet()) {
      facts.rows(FrameworkItemResult.TABLE).stream()
          .filter(row -> Cells.code(row, FrameworkItemResult.FRAMEWORK).equals(facts.framework()))
          .filter(row -> Cells.code(row, FrameworkItemResult.ITEM).equals(item))
          .filter(row -> Cells.code(row, FrameworkItemResult.TEST).startsWith(CV_TEST))
          .forEach(
              row ->
                  tests
                      .computeIfAbsent(item, any -> new LinkedHashMap<>())
                      .put(Cells.text(row, FrameworkItemResult.STAGE).orElse(""), row));
    }
    return tests;
  }

  private List<FormCell> row(String item, Map<String, Row> byStage) {
    List<FormCell> cells = new ArrayList<>();
    cells.add(FormCell.label(item));
    cells.add(FormCell.label(facts.names().item(facts.framework(), item)));
    for (String stage : STAGES) {
      Optional<Row> test = Optional.ofNullable(byStage.get(stage));
      String indicator =
          test.flatMap(row -> Cells.text(row, FrameworkItemResult.INDICATOR)).orElse(item);
      Optional<Row> spread =
          facts.row(
              CountyDispersion.TABLE,
              Map.of(CountyDispersion.INDICATOR, indicator, CountyDispersion.STAGE, stage));
      cells.add(
          FormCell.of(
              facts.id(indicator + ".mean", stage),
              spread.flatMap(row -> Cells.number(row, CountyDispersion.WEIGHTED_MEAN)),
              MEAN_DECIMALS));
      cells.add(
          FormCell.of(
              facts.id(indicator, stage),
              test.flatMap(row -> Cells.number(row, FrameworkItemResult.VALUE)),
              CV_DECIMALS));
      cells.add(
          FormCell.label(
              test.flatMap(row -> Cells.number(row, FrameworkItemResult.STANDARD))
                  .map(limit -> "≤" + limit.setScale(2, RoundingMode.HALF_UP))
                  .orElse("")));
    }
    return cells;
  }

  private List<FormCell> composite() {
    List<FormCell> cells = new ArrayList<>();
    cells.add(FormCell.label(""));
    cells.add(FormCell.label(facts.in("综合差异系数", "Composite coefficient")));
    for (String stage : STAGES) {
      Optional<BigDecimal> value =
          facts
              .row(
                  CountyIndicator.TABLE,
                  Map.of(
                      CountyIndicator.INDICATOR, COMPOSITE,
                      CountyIndicator.STAGE, stage,
                      CountyIndicator.BREAKDOWN, Table.TOTAL))
              .flatMap(row -> Cells.number(row, CountyIndicator.VALUE));
      cells.addAll(
          Arrays.asList(
              FormCell.label(""),
              FormCell.of(facts.id(COMPOSITE, stage), value, CV_DECIMALS),
              FormCell.label("")));
    }
    return cells;
  }
}
