package io.junheng.publication.form;

import io.junheng.definition.Measure;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.Names;
import io.junheng.publication.workbook.Words;
import io.junheng.table.SchoolItem;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.SchoolVerdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** 表Ⅱ, how each school is provided for; and the self-check form, what a school counts. */
record SchoolForms(CountyFacts facts) {
  private static final int VALUE_DECIMALS = 2;

  /** Counted whole; the rest are areas and amounts that a mixed school's stages share. */
  private static final List<String> COUNTED =
      List.of(
          "pupils",
          "classes",
          "largest_class",
          "teachers",
          "teachers_above_degree",
          "teachers_backbone",
          "teachers_pe_arts",
          "teachers_certified",
          "teachers_trained_360h");

  private static final List<String> SHARED =
      List.of("teaching_area_m2", "sports_area_m2", "equipment_value_yuan", "multimedia_rooms");

  /** A school in a stage. */
  private record Line(String school, String stage) {}

  Form.Sheet resources() {
    List<String> items = resourceItems();
    Map<List<String>, BigDecimal> values = measured();
    List<List<FormCell>> rows =
        lines().stream().map(line -> resources(line, items, values)).toList();
    List<String> headers =
        new ArrayList<>(
            List.of(
                facts.in("学校代码", "Code"),
                facts.in("学校", "School"),
                facts.in("学段", "Stage"),
                facts.in("学生数", "Pupils")));
    items.forEach(item -> headers.add(item + " " + facts.names().item(facts.framework(), item)));
    headers.add(facts.in("达标项数", "Items met"));
    headers.add(facts.in("综合达标", "Passed"));
    List<Integer> widths = new ArrayList<>(List.of(13, 28, 8, 9));
    items.forEach(item -> widths.add(14));
    widths.addAll(List.of(9, 10));
    return new Form.Sheet(
        facts.in("表Ⅱ 资源配置", "Form II"),
        facts.in("表Ⅱ 义务教育学校资源配置情况", "Form II: resources of the schools"),
        facts.in(
            "学校值两位小数;一贯制、完全中学按学段分列;每校六项达到、余项不低于标准的85%为综合达标",
            "two decimals; mixed schools stand once for each stage; six items met and the other at 85 %"),
        headers,
        widths,
        rows);
  }

  Form.Sheet selfCheck() {
    List<String> measures = new ArrayList<>(COUNTED);
    measures.addAll(SHARED);
    Map<List<String>, BigDecimal> values = measured();
    List<List<FormCell>> rows = new ArrayList<>();
    for (Line line : lines()) {
      List<FormCell> cells = new ArrayList<>(head(line));
      for (String measure : measures) {
        cells.add(
            FormCell.of(
                facts.id(line.school(), measure, line.stage()),
                Optional.ofNullable(values.get(List.of(line.school(), line.stage(), measure))),
                SHARED.contains(measure) ? VALUE_DECIMALS : 0));
      }
      rows.add(cells);
    }
    List<String> headers =
        new ArrayList<>(
            List.of(facts.in("学校代码", "Code"), facts.in("学校", "School"), facts.in("学段", "Stage")));
    measures.forEach(measure -> headers.add(facts.measureTitle(measure)));
    List<Integer> widths = new ArrayList<>(List.of(13, 28, 8));
    measures.forEach(measure -> widths.add(13));
    return new Form.Sheet(
        facts.in("学校自查表", "Self-check"),
        facts.in("学校自查表", "Self-check form of the schools"),
        facts.in(
                "面积、设备、教室按加权学生数分到学段;空白为未报送",
                "areas, equipment and rooms are shared over stages by weighted pupils; blank: not delivered")
            + facts.formNote(),
        headers,
        widths,
        rows);
  }

  /** The items of the school rule, in their order. */
  private List<String> resourceItems() {
    String group =
        facts.names().items(facts.framework()).values().stream()
            .map(Names.Item::group)
            .findFirst()
            .orElse("");
    return facts.names().items(facts.framework()).values().stream()
        .filter(item -> item.group().equals(group))
        .map(Names.Item::code)
        .toList();
  }

  private List<Line> lines() {
    return facts.rows(SchoolVerdict.TABLE).stream()
        .filter(row -> Cells.code(row, SchoolVerdict.FRAMEWORK).equals(facts.framework()))
        .map(
            row ->
                new Line(
                    Cells.code(row, SchoolVerdict.SCHOOL_CODE),
                    Cells.code(row, SchoolVerdict.STAGE)))
        .sorted(
            Comparator.comparing(Line::school)
                .thenComparing(Line::stage, Comparator.reverseOrder()))
        .toList();
  }

  private List<FormCell> head(Line line) {
    return List.of(
        FormCell.label(line.school()),
        FormCell.label(facts.names().school(facts.period(), facts.county(), line.school())),
        FormCell.label(facts.names().stage(line.stage())));
  }

  private List<FormCell> resources(
      Line line, List<String> items, Map<List<String>, BigDecimal> values) {
    List<FormCell> cells = new ArrayList<>(head(line));
    cells.add(
        FormCell.label(
            Optional.ofNullable(values.get(List.of(line.school(), line.stage(), Measure.PUPILS)))
                .map(pupils -> pupils.setScale(0, RoundingMode.HALF_UP).toPlainString())
                .orElse("")));
    for (String item : items) {
      cells.add(
          FormCell.of(
              facts.id(line.school(), item, line.stage()),
              item(line, item).flatMap(row -> Cells.number(row, SchoolItem.VALUE)),
              VALUE_DECIMALS));
    }
    Optional<Row> verdict =
        facts.row(
            SchoolVerdict.TABLE,
            Map.of(
                SchoolVerdict.FRAMEWORK, facts.framework(),
                SchoolVerdict.SCHOOL_CODE, line.school(),
                SchoolVerdict.STAGE, line.stage()));
    cells.add(
        FormCell.of(
            facts.id(line.school(), "met_count", line.stage()),
            verdict
                .flatMap(row -> Cells.integer(row, SchoolVerdict.MET_COUNT))
                .map(BigDecimal::valueOf),
            0));
    cells.add(
        FormCell.of(
            facts.id(line.school(), "is_passed", line.stage()),
            facts
                .names()
                .in(
                    Words.verdict(
                        verdict
                            .flatMap(row -> Cells.flag(row, SchoolVerdict.IS_PASSED))
                            .map(passed -> passed ? "passed" : "not_passed")
                            .orElse("undetermined")))));
    return cells;
  }

  private Optional<Row> item(Line line, String item) {
    return facts.row(
        SchoolItem.TABLE,
        Map.of(
            SchoolItem.FRAMEWORK, facts.framework(),
            SchoolItem.SCHOOL_CODE, line.school(),
            SchoolItem.STAGE, line.stage(),
            SchoolItem.ITEM, item));
  }

  private Map<List<String>, BigDecimal> measured() {
    Map<List<String>, BigDecimal> values = new HashMap<>();
    for (Row row : facts.rows(SchoolMeasure.TABLE)) {
      Cells.number(row, SchoolMeasure.VALUE)
          .ifPresent(
              value ->
                  values.put(
                      List.of(
                          Cells.code(row, SchoolMeasure.SCHOOL_CODE),
                          Cells.code(row, SchoolMeasure.STAGE),
                          Cells.code(row, SchoolMeasure.MEASURE)),
                      value));
    }
    return values;
  }
}
