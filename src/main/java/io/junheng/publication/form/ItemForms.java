package io.junheng.publication.form;

import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.CellValue;
import io.junheng.publication.workbook.Names;
import io.junheng.publication.workbook.Words;
import io.junheng.table.CountyIndicator;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** 表Ⅳ–Ⅵ: what the government ensures, quality, public approval; vetoes and preconditions. */
record ItemForms(CountyFacts facts) {
  private static final List<String> NUMERALS = List.of("Ⅳ", "Ⅴ", "Ⅵ");

  /** Resources stand in the forms before. */
  private static final int FIRST_GROUP = 1;

  private static final int SHARE_DECIMALS = 1;

  List<Form.Sheet> sheets() {
    List<String> groups =
        facts.names().items(facts.framework()).values().stream()
            .map(Names.Item::group)
            .distinct()
            .skip(FIRST_GROUP)
            .toList();
    Map<String, Text> statements = statements();
    List<Form.Sheet> sheets = new ArrayList<>();
    for (int i = 0; i < groups.size() && i < NUMERALS.size(); i++) {
      String group = groups.get(i);
      Stream<List<FormCell>> items =
          facts.names().items(facts.framework()).values().stream()
              .filter(item -> item.group().equals(group))
              .flatMap(item -> tests(item.code()).map(row -> row(item, row, statements)));
      Stream<List<FormCell>> rest =
          i == groups.size() - 1
              ? Stream.of("_veto", "_precondition")
                  .flatMap(code -> tests(code).map(row -> row(outside(code), row, statements)))
              : Stream.of();
      sheets.add(sheet(NUMERALS.get(i), group, Stream.concat(items, rest).toList()));
    }
    return sheets;
  }

  private Form.Sheet sheet(String numeral, String group, List<List<FormCell>> rows) {
    return new Form.Sheet(
        facts.in("表" + numeral + " ", "Form " + numeral + " ") + group,
        facts.in("表" + numeral + " ", "Form " + numeral + ": ") + group,
        facts.in("比例一位小数;达到情况按原值判定", "shares with one decimal; decided unrounded"),
        List.of(
            facts.in("条目", "Item"),
            facts.in("内容", "Matter"),
            facts.in("学段", "Stage"),
            facts.in("分子", "Numerator"),
            facts.in("分母", "Denominator"),
            facts.in("数值", "Value"),
            facts.in("标准", "Standard"),
            facts.in("达到情况", "Result"),
            facts.in("证明材料", "Document")),
        List.of(9, 50, 10, 14, 14, 12, 10, 12, 26),
        rows);
  }

  /** The tests of an item; the item itself if it has none. */
  private Stream<Row> tests(String item) {
    List<Row> rows =
        facts.rows(FrameworkItemResult.TABLE).stream()
            .filter(row -> Cells.code(row, FrameworkItemResult.FRAMEWORK).equals(facts.framework()))
            .filter(row -> Cells.code(row, FrameworkItemResult.ITEM).equals(item))
            .toList();
    List<Row> tests =
        rows.stream()
            .filter(row -> !Cells.code(row, FrameworkItemResult.TEST).equals(Table.TOTAL))
            .toList();
    return (tests.isEmpty() ? rows : tests).stream();
  }

  private Names.Item outside(String code) {
    String title =
        code.equals("_veto") ? facts.in("一票否决", "Veto") : facts.in("前置条件", "Precondition");
    return new Names.Item(title, title, "", "", "", "");
  }

  private List<FormCell> row(Names.Item item, Row row, Map<String, Text> statements) {
    String test = Cells.code(row, FrameworkItemResult.TEST);
    String code = Cells.code(row, FrameworkItemResult.ITEM);
    Optional<String> indicator = Cells.text(row, FrameworkItemResult.INDICATOR);
    Optional<String> stage = Cells.text(row, FrameworkItemResult.STAGE);
    Optional<Row> figure =
        indicator.flatMap(
            id ->
                facts.row(
                    CountyIndicator.TABLE,
                    Map.of(
                        CountyIndicator.INDICATOR,
                        id,
                        CountyIndicator.STAGE,
                        stage.orElse(Table.TOTAL),
                        CountyIndicator.BREAKDOWN,
                        Table.TOTAL)));
    String subject = indicator.orElse(code);
    String part = indicator.isPresent() ? stage.orElse(Table.TOTAL) : test;
    boolean isOfSchools = isOfSchools(row);
    List<FormCell> cells = new ArrayList<>();
    cells.add(FormCell.label(item.code()));
    cells.add(
        FormCell.label(
            title(item, indicator, statements.get(code + "/" + test))
                + (isOfSchools ? facts.in("(达标学校比例)", " (share of schools that meet it)") : "")));
    cells.add(FormCell.label(stage.map(facts.names()::stage).orElse("")));
    if (figure.isPresent() && !isOfSchools) {
      cells.add(part(figure.get(), CountyIndicator.NUMERATOR, subject, part));
      cells.add(part(figure.get(), CountyIndicator.DENOMINATOR, subject, part));
    } else {
      cells.add(FormCell.label(""));
      cells.add(FormCell.label(""));
    }
    cells.add(
        isOfSchools
            ? value(row, code + "." + subject, part, SHARE_DECIMALS)
            : indicator
                .map(id -> value(row, subject, part, facts.names().indicator(id).decimals()))
                .orElse(FormCell.label("")));
    cells.add(FormCell.label(standard(row, isOfSchools)));
    cells.add(
        FormCell.of(
            facts.id(code + ".grade", test),
            Cells.text(row, FrameworkItemResult.GRADE)
                .map(grade -> facts.names().in(Words.grade(grade)))
                .orElse("")));
    cells.add(
        indicator.isPresent()
            ? FormCell.label("")
            : FormCell.of(
                facts.id(code + ".document", test),
                Cells.text(row, FrameworkItemResult.EVIDENCE).orElse("")));
    return cells;
  }

  /** A test of schools says how many there are, and its value is the share that meets it. */
  private static boolean isOfSchools(Row row) {
    return Cells.text(row, FrameworkItemResult.NOTE).isPresent()
        && Cells.number(row, FrameworkItemResult.VALUE).isPresent();
  }

  /** What a county's numerator and denominator are, where the figure has them. */
  private FormCell part(Row figure, CountyIndicator column, String subject, String part) {
    Optional<BigDecimal> number = Cells.number(figure, column);
    return number.isEmpty()
        ? FormCell.label("")
        : FormCell.of(facts.id(subject + "." + column.columnName(), part), number, 0);
  }

  private FormCell value(Row row, String subject, String part, int decimals) {
    return FormCell.of(
        facts.id(subject, part), Cells.number(row, FrameworkItemResult.VALUE), decimals);
  }

  private String standard(Row row, boolean isOfSchools) {
    return Cells.number(row, FrameworkItemResult.STANDARD)
        .map(limit -> CellValue.plain(limit, 0) + (isOfSchools ? "%" : ""))
        .orElse("");
  }

  private String title(Names.Item item, Optional<String> indicator, Text statement) {
    if (statement != null) {
      return facts.names().in(statement);
    }
    String title = indicator.map(id -> facts.names().indicator(id).title()).orElse(item.title());
    return title.equals(item.title()) ? title : item.title() + facts.in(":", ": ") + title;
  }

  /** What evidence is asked for, by item and test. */
  private Map<String, Text> statements() {
    Map<String, Text> statements = new HashMap<>();
    if (facts.catalogue().framework(facts.framework())
        instanceof Framework.Conjunctive conjunctive) {
      for (FrameworkItem item : conjunctive.items()) {
        for (ItemTest test : item.tests()) {
          if (test instanceof ItemTest.OfEvidence evidence) {
            statements.put(item.id() + "/" + evidence.id(), evidence.title());
          }
        }
      }
      conjunctive.vetoes().forEach(e -> statements.put("_veto/" + e.statement(), e.title()));
      conjunctive
          .preconditions()
          .forEach(e -> statements.put("_precondition/" + e.statement(), e.title()));
    }
    return statements;
  }
}
