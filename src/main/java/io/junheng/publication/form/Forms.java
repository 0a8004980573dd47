package io.junheng.publication.form;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.ByCounty;
import io.junheng.publication.workbook.Names;
import io.junheng.table.FrameworkItemResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills the forms of a county from gold. */
public record Forms(Catalogue catalogue, ByCounty rows, Names names) {
  /** The framework that the forms belong to. */
  public static final String FRAMEWORK = "cn-quality-balance-2017";

  /** Counties of which the framework's items are known in a period, by code. */
  public List<String> counties(Period period) {
    return rows.gold().rows(FrameworkItemResult.TABLE, period).stream()
        .filter(row -> Cells.code(row, FrameworkItemResult.FRAMEWORK).equals(FRAMEWORK))
        .map(row -> Cells.code(row, FrameworkItemResult.COUNTY_CODE))
        .distinct()
        .sorted()
        .toList();
  }

  /** The forms of one county. */
  public Form of(String county, Period period) {
    CountyFacts facts = new CountyFacts(catalogue, rows, names, FRAMEWORK, period, county);
    List<Form.Sheet> sheets = new ArrayList<>();
    sheets.add(new OverviewForm(facts).sheet());
    sheets.add(new SchoolForms(facts).resources());
    sheets.add(new DispersionForm(facts).sheet());
    sheets.addAll(new ItemForms(facts).sheets());
    sheets.add(new SchoolForms(facts).selfCheck());
    return new Form(
        names.area(county)
            + " · "
            + facts.in(
                "义务教育优质均衡发展县(市、区)申报表",
                "declaration for quality and balance of compulsory education"),
        label(facts),
        sheets);
  }

  private static Optional<String> label(CountyFacts facts) {
    return facts.rows(FrameworkItemResult.TABLE).stream()
        .flatMap(row -> Cells.text(row, FrameworkItemResult.DATA_LABEL).stream())
        .findFirst();
  }
}
