package io.junheng.publication.bulletin;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.workbook.Names;
import io.junheng.table.CountyIndicator;
import io.junheng.table.TableColumn;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * How far building projects are, on both bases: begun among those that were to begin, finished
 * among those that were to be finished. The two shares are never added up or compared.
 */
record ProjectSection(Bulletin bulletin, Period period) {
  /** The indicator of each base, and what its parts are called. */
  private static final Map<String, List<Text>> SHARES =
      Map.of(
          "projects_begun_share",
          List.of(new Text("应开工", "were to begin"), new Text("已开工", "have begun")),
          "projects_finished_share",
          List.of(new Text("应完工", "were to be finished"), new Text("已完工", "are finished")));

  void write(Draft draft) {
    draft.heading(bulletin.in("四、建设项目", "4. Building projects"));
    List<Row> shares =
        bulletin.gold().rows(CountyIndicator.TABLE, period).stream()
            .filter(row -> SHARES.containsKey(Cells.code(row, CountyIndicator.INDICATOR)))
            .filter(
                row -> Cells.text(row, CountyIndicator.AREA_LEVEL).equals(Optional.of("province")))
            .filter(row -> Cells.number(row, CountyIndicator.VALUE).isPresent())
            .toList();
    if (shares.isEmpty()) {
      draft.paragraph(
          bulletin.in(
              "周期 %s 没有建设项目(project)的报送数据。".formatted(period),
              "Nobody delivered building projects (project) for period %s.".formatted(period)));
    }
    shares.forEach(row -> share(draft, row));
  }

  private void share(Draft draft, Row row) {
    String id = Cells.code(row, CountyIndicator.INDICATOR);
    Names.Indicator indicator = bulletin.names().indicator(id);
    List<Text> words = SHARES.get(id);
    List<Object> parts = new ArrayList<>();
    parts.add(indicator.title() + bulletin.in(":", ": "));
    add(parts, words.get(0), row, CountyIndicator.DENOMINATOR, 0);
    add(parts, words.get(1), row, CountyIndicator.NUMERATOR, 0);
    parts.add(bulletin.in("占 ", "a share of "));
    parts.add(figure(row, CountyIndicator.VALUE, indicator.decimals()));
    parts.add(indicator.unit() + bulletin.in("。", "."));
    draft.paragraph(parts.toArray());
  }

  private void add(List<Object> parts, Text words, Row row, TableColumn column, int decimals) {
    Figure figure = figure(row, column, decimals);
    parts.add(bulletin.in(words.zh() + " ", ""));
    parts.add(figure);
    parts.add(bulletin.in(" 个,", " " + words.en() + ", "));
  }

  private Figure figure(Row row, TableColumn column, int decimals) {
    return new Figure(
        Cells.number(row, column)
            .map(value -> value.setScale(decimals, RoundingMode.HALF_UP).toPlainString())
            .orElse("—"),
        "gold.county_indicator: period=%s, area_code=%s, stage=%s, indicator=%s → %s"
            .formatted(
                period,
                Cells.code(row, CountyIndicator.AREA_CODE),
                Cells.code(row, CountyIndicator.STAGE),
                Cells.code(row, CountyIndicator.INDICATOR),
                column.columnName()));
  }
}
