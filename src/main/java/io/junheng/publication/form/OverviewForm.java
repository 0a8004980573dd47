package io.junheng.publication.form;

import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.table.DimSchool;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** 表Ⅰ: the county at a glance. What is not in the lake is left to be filled in by hand. */
record OverviewForm(CountyFacts facts) {
  private static final String PRIMARY = "primary";
  private static final String JUNIOR = "junior";
  private static final BigDecimal COUNTED_POINT = BigDecimal.valueOf(50);

  /** Asked for by the form, delivered by nobody. */
  private static final List<Map.Entry<String, Text>> BY_HAND =
      List.of(
          Map.entry("resident_population", new Text("常住人口(万人)", "Residents (10,000)")),
          Map.entry("villages", new Text("行政村数(个)", "Villages")),
          Map.entry("gdp_per_head", new Text("人均地区生产总值(元)", "GDP per head (yuan)")),
          Map.entry(
              "revenue_per_head", new Text("人均一般公共预算收入(元)", "Public revenue per head (yuan)")));

  private static final List<String> STAGE_MEASURES =
      List.of("classes", "pupils", "migrant_pupils", "teachers", "teachers_certified");

  Form.Sheet sheet() {
    List<List<FormCell>> rows = new ArrayList<>();
    BY_HAND.forEach(asked -> rows.add(whole(asked.getValue(), asked.getKey(), Optional.empty())));
    rows.add(
        whole(
            new Text("乡镇(街道)数(个)", "Townships"),
            "townships",
            facts.measure("townships", Table.TOTAL)));
    rows.add(schools("小学(所)", "Primary schools", PRIMARY));
    rows.add(schools("初级中学(所)", "Junior secondary schools", JUNIOR));
    rows.add(schools("九年一贯制学校(所)", "Nine-year schools", "nine_year"));
    rows.add(schools("十二年一贯制学校(所)", "Twelve-year schools", "twelve_year"));
    rows.add(schools("完全中学(所)", "Complete secondary schools", "complete_secondary"));
    rows.add(schools("特殊教育学校(所)", "Special schools", "special"));
    rows.add(schools("小学教学点(个)", "Teaching points", "teaching_point"));
    rows.add(
        whole(
            new Text("其中:50人及以上教学点(个)", "of which with 50 pupils and more"),
            "teaching_point_50_up",
            Optional.of(BigDecimal.valueOf(largePoints()))));
    STAGE_MEASURES.forEach(measure -> rows.add(byStage(measure)));
    return new Form.Sheet(
        facts.in("表Ⅰ 基本情况", "Form I"),
        facts.in("表Ⅰ 县域基本情况", "Form I: the county at a glance"),
        facts.in("灰底为湖中没有的数据,由县填写", "Grey cells are not in the lake: to be filled in by the county")
            + facts.formNote(),
        List.of(
            facts.in("项目", "Matter"),
            facts.in("合计", "All"),
            facts.names().stage(PRIMARY),
            facts.names().stage(JUNIOR)),
        List.of(44, 16, 16, 16),
        rows);
  }

  private List<FormCell> whole(Text title, String subject, Optional<BigDecimal> number) {
    return List.of(
        FormCell.label(facts.names().in(title)),
        FormCell.of(facts.id(subject, Table.TOTAL), number, 0),
        FormCell.label(""),
        FormCell.label(""));
  }

  private List<FormCell> schools(String zh, String en, String type) {
    long count =
        facts.rows(DimSchool.TABLE).stream()
            .filter(row -> Cells.text(row, DimSchool.SCHOOL_TYPE).equals(Optional.of(type)))
            .count();
    return whole(new Text(zh, en), "schools_" + type, Optional.of(BigDecimal.valueOf(count)));
  }

  private long largePoints() {
    Set<String> points =
        facts.rows(DimSchool.TABLE).stream()
            .filter(
                row -> Cells.text(row, DimSchool.SCHOOL_TYPE).equals(Optional.of("teaching_point")))
            .map(row -> Cells.code(row, DimSchool.SCHOOL_CODE))
            .collect(Collectors.toSet());
    return facts.rows(SchoolMeasure.TABLE).stream()
        .filter(row -> points.contains(Cells.code(row, SchoolMeasure.SCHOOL_CODE)))
        .filter(row -> Cells.code(row, SchoolMeasure.MEASURE).equals("pupils"))
        .filter(row -> Cells.code(row, SchoolMeasure.STAGE).equals(Table.TOTAL))
        .filter(
            row ->
                Cells.number(row, SchoolMeasure.VALUE)
                    .filter(pupils -> pupils.compareTo(COUNTED_POINT) >= 0)
                    .isPresent())
        .count();
  }

  private List<FormCell> byStage(String measure) {
    List<FormCell> row = new ArrayList<>();
    row.add(FormCell.label(facts.measureTitle(measure)));
    for (String stage : List.of("compulsory", PRIMARY, JUNIOR)) {
      row.add(FormCell.of(facts.id(measure, stage), facts.measure(measure, stage), 0));
    }
    return row;
  }
}
