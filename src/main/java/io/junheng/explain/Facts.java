package io.junheng.explain;

import io.junheng.definition.Text;
import io.junheng.table.CountyMeasure;
import io.junheng.table.DimFrameworkItem;
import io.junheng.table.DimIndicator;
import io.junheng.table.DimMeasure;
import io.junheng.table.DimSchool;
import io.junheng.table.DimStage;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.StoredRow;
import io.junheng.table.StoredRows;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows that an explanation needs, each set read once, when it is first asked for; by several
 * threads.
 */
final class Facts implements StoredRows {
  private final StoredRows lake;
  private final Map<List<Object>, List<StoredRow>> read = new ConcurrentHashMap<>();

  Facts(StoredRows lake) {
    this.lake = lake;
  }

  @Override
  public List<StoredRow> read(Table table, Map<? extends TableColumn, ?> where) {
    return read.computeIfAbsent(List.of(table, where), any -> lake.read(table, where));
  }

  /** The only row with these values. */
  Optional<StoredRow> one(Table table, Map<? extends TableColumn, ?> where) {
    return read(table, where).stream().findFirst();
  }

  Optional<StoredRow> indicator(String id) {
    return by(DimIndicator.TABLE, DimIndicator.INDICATOR, id);
  }

  Optional<StoredRow> measure(String id) {
    return by(DimMeasure.TABLE, DimMeasure.MEASURE, id);
  }

  /** What the area of a question, or its school, has of a measure; empty where it has none. */
  Optional<BigDecimal> measured(Question question, String measure, String stage, int period) {
    return figure(question, measure, stage, period)
        .flatMap(
            row ->
                row.number(
                    question.school().isPresent() ? SchoolMeasure.VALUE : CountyMeasure.VALUE));
  }

  /** What the records give of a measure; empty where no signed form decided against them. */
  Optional<BigDecimal> recorded(Question question, String measure, String stage, int period) {
    return figure(question, measure, stage, period)
        .flatMap(
            row ->
                row.number(
                    question.school().isPresent()
                        ? SchoolMeasure.RECORDED_VALUE
                        : CountyMeasure.RECORDED_VALUE));
  }

  private Optional<StoredRow> figure(Question question, String measure, String stage, int period) {
    if (question.school().isPresent()) {
      return read(
              SchoolMeasure.TABLE,
              Map.of(
                  SchoolMeasure.PERIOD,
                  period,
                  SchoolMeasure.COUNTY_CODE,
                  question.area(),
                  SchoolMeasure.SCHOOL_CODE,
                  question.school().orElseThrow()))
          .stream()
          .filter(row -> row.require(SchoolMeasure.MEASURE).equals(measure))
          .filter(row -> row.require(SchoolMeasure.STAGE).equals(stage))
          .findFirst();
    }
    return read(
            CountyMeasure.TABLE,
            Map.of(CountyMeasure.PERIOD, period, CountyMeasure.COUNTY_CODE, question.area()))
        .stream()
        .filter(row -> row.require(CountyMeasure.MEASURE).equals(measure))
        .filter(row -> row.require(CountyMeasure.STAGE).equals(stage))
        .findFirst();
  }

  Optional<StoredRow> item(String framework, String item) {
    return read(DimFrameworkItem.TABLE).stream()
        .filter(row -> row.require(DimFrameworkItem.FRAMEWORK).equals(framework))
        .filter(row -> row.require(DimFrameworkItem.ITEM).equals(item))
        .findFirst();
  }

  private Optional<StoredRow> by(Table table, TableColumn column, String id) {
    return read(table).stream().filter(row -> row.require(column).equals(id)).findFirst();
  }

  /** What a stage is called. */
  Text stage(String id) {
    return by(DimStage.TABLE, DimStage.STAGE, id)
        .map(row -> title(row, DimStage.TITLE_ZH, DimStage.TITLE_EN))
        .orElse(Text.same(id));
  }

  /** Stages in the order of {@code conf/}. */
  List<String> stages() {
    return read(DimStage.TABLE).stream()
        .sorted(java.util.Comparator.comparing(row -> row.integer(DimStage.SORT_ORDER).orElse(0)))
        .map(row -> row.require(DimStage.STAGE))
        .toList();
  }

  /** Names of the schools of a county by their codes. */
  Map<String, Text> schools(int period, String county) {
    Map<String, Text> names = new LinkedHashMap<>();
    for (StoredRow row :
        read(DimSchool.TABLE, Map.of(DimSchool.PERIOD, period, DimSchool.COUNTY_CODE, county))) {
      String code = row.require(DimSchool.SCHOOL_CODE);
      String zh = row.text(DimSchool.NAME_ZH).orElse(code);
      names.put(code, new Text(zh, row.text(DimSchool.NAME_EN).orElse(zh)));
    }
    return names;
  }

  static Text title(StoredRow row, TableColumn zh, TableColumn en) {
    String chinese = row.text(zh).or(() -> row.text(en)).orElse("");
    return new Text(chinese, row.text(en).orElse(chinese));
  }

  /** The parts of a text that commas divide; none of a missing one. */
  static List<String> parts(StoredRow row, TableColumn column) {
    return row.text(column)
        .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
        .orElse(List.of());
  }

  static Explanation.Rule rule(
      StoredRow row, TableColumn document, TableColumn clause, TableColumn origin) {
    return new Explanation.Rule(
        row.text(document), row.text(clause), row.text(origin).orElse("own"));
  }
}
