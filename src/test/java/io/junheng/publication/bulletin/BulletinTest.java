package io.junheng.publication.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.GoldInMemory;
import io.junheng.publication.workbook.Names;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DimArea;
import io.junheng.table.DimIndicator;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.TableColumn;
import io.junheng.table.TargetProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;

/** The draft's parts on deliveries and targets, read back from the Word file. */
class BulletinTest {
  private static final Period PERIOD = Period.parse("202310");
  private static final Map<String, Text> DATASETS = Map.of("school", new Text("学校", "Schools"));

  /** A province, a city, a zone and a county; approval is told in percent with one decimal. */
  private static GoldInMemory gold() {
    GoldInMemory gold = new GoldInMemory();
    for (String area : List.of("990102 zone", "990000 province", "990103 county", "990100 city")) {
      gold.with(
          DimArea.TABLE,
          Map.of(
              DimArea.AREA_CODE,
              area.substring(0, 6),
              DimArea.AREA_LEVEL,
              area.substring(7),
              DimArea.NAME_ZH,
              "甲" + area.substring(0, 6),
              DimArea.NAME_EN,
              "A" + area.substring(0, 6)));
    }
    return gold.with(
            DimIndicator.TABLE,
            Map.of(
                DimIndicator.INDICATOR, "approval",
                DimIndicator.TITLE_ZH, "社会认可度",
                DimIndicator.TITLE_EN, "Public approval",
                DimIndicator.UNIT, "%",
                DimIndicator.DECIMALS, 1))
        .with(
            CountyIndicator.TABLE,
            Map.<TableColumn, Object>of(
                CountyIndicator.PERIOD,
                PERIOD.number(),
                CountyIndicator.AREA_CODE,
                "990102",
                CountyIndicator.STAGE,
                Table.TOTAL,
                CountyIndicator.INDICATOR,
                "approval",
                CountyIndicator.BREAKDOWN,
                Table.TOTAL));
  }

  private static GoldInMemory withTargets() {
    return gold()
        .with(
            TargetProgress.TABLE,
            target("990102", 202510, "reached")
                .with(TargetProgress.TARGET, 90)
                .with(TargetProgress.VALUE, 91.24)
                .with(TargetProgress.GAP, 0)
                .with(TargetProgress.PACE_PER_YEAR, 0.55)
                .cells())
        .with(
            TargetProgress.TABLE,
            target("990103", 202510, "behind")
                .with(TargetProgress.TARGET, 90)
                .with(TargetProgress.VALUE, 89.98)
                .with(TargetProgress.GAP, 0.02)
                .with(TargetProgress.PACE_PER_YEAR, -1.5)
                .with(TargetProgress.NEEDED_PER_YEAR, 0.01)
                .with(TargetProgress.OWNER, "教育局")
                .with(TargetProgress.DOCUMENT, "〔2021〕2号")
                .cells())
        .with(
            TargetProgress.TABLE,
            target("990100", 202310, "missed")
                .with(TargetProgress.TARGET, 95)
                .with(TargetProgress.VALUE, 90)
                .with(TargetProgress.GAP, 5)
                .cells())
        .with(
            TargetProgress.TABLE,
            target("990000", 202510, "unknown").with(TargetProgress.TARGET, 95).cells());
  }

  private record Cells(Map<TableColumn, Object> cells) {
    Cells with(TableColumn column, Object value) {
      cells.put(column, value);
      return this;
    }
  }

  private static Cells target(String area, int by, String standing) {
    return new Cells(new HashMap<>())
        .with(TargetProgress.PERIOD, PERIOD.number())
        .with(TargetProgress.COUNTY_CODE, area)
        .with(TargetProgress.INDICATOR, "approval")
        .with(TargetProgress.STAGE, Table.TOTAL)
        .with(TargetProgress.TARGET_PERIOD, by)
        .with(TargetProgress.TARGET_STATUS, standing);
  }

  private static XWPFDocument written(GoldInMemory gold, Language language) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Bulletin(gold, new Names(gold, language), DATASETS, PERIOD).writeTo(out);
    return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
  }

  private static String text(XWPFDocument document) {
    return document.getParagraphs().stream()
        .map(XWPFParagraph::getText)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(XWPFTable table) {
    return table.getRows().stream()
        .map(
            row ->
                row.getTableCells().stream()
                    .map(XWPFTableCell::getText)
                    .collect(Collectors.joining(" | ")))
        .toList();
  }

  @Test
  void onlyCountiesAreExpectedToDeliverAndDatasetsHaveTheirNames() throws IOException {
    GoldInMemory gold = gold();
    for (String delivery : List.of("990102 school", "990103 target", "990000 target")) {
      gold.with(
          Submission.TABLE,
          Map.of(
              Submission.PERIOD, PERIOD.number(),
              Submission.COUNTY_CODE, delivery.substring(0, 6),
              Submission.DATASET, delivery.substring(7),
              Submission.STATE, "accepted"));
    }

    try (XWPFDocument document = written(gold, Language.ZH)) {
      assertThat(unmarked(text(document)))
          .contains("学校:已报送 1 个县(市、区),未报送 1 个:甲990103。")
          .contains("target:已报送 1 个县(市、区),未报送 1 个:甲990102。");
    }
  }

  @Test
  void targetsAreCountedByWhereTheyStand() throws IOException {
    try (XWPFDocument document = written(withTargets(), Language.ZH)) {
      assertThat(text(document).replaceAll("\\[\\d+]", ""))
          .contains("五、目标进展")
          .contains("2023—2024学年共有目标 4 项,涉及 4 个地区:已达到 1 项,不低于序时进度 0 项,低于序时进度 1 项,到期未达到 1 项,未知 1 项。")
          .doesNotContain("湖中没有的内容");
      assertThat(lines(document.getTables().get(0)).stream().map(BulletinTest::unmarked))
          .containsExactly(
              "指标 | 完成周期 | 目标数 | 已达到 | 不低于序时进度 | 低于序时进度 | 到期未达到 | 未知",
              "社会认可度 (%) | 2023—2024学年 | 1 | 0 | 0 | 0 | 1 | 0",
              "社会认可度 (%) | 2025—2026学年 | 3 | 1 | 0 | 1 | 0 | 1");
    }
  }

  private static String unmarked(String text) {
    return text.replaceAll("\\[\\d+]", "");
  }

  @Test
  void eachTargetStandsBesideTheFigureThePaceAndWhoAnswersForItTheProvinceFirst()
      throws IOException {
    try (XWPFDocument document = written(withTargets(), Language.ZH)) {
      assertThat(lines(document.getTables().get(1)))
          .containsExactly(
              "地区 | 目标 | 现值 | 差距 | 年均已进 | 年均还需 | 状态 | 责任单位、文件",
              "甲990100 | 95.0 | 90.0 | 5.0 | — | — | 到期未达到 | ");
      assertThat(lines(document.getTables().get(2)).stream().skip(1))
          .containsExactly(
              "甲990000 | 95.0 | — | — | — | — | 未知 | ",
              "甲990102 | 90.0 | 91.2 | 0.0 | +0.6 | — | 已达到 | ",
              "甲990103 | 90.0 | 90.0 | <0.1 | -1.5 | +0.0 | 低于序时进度 | 教育局、〔2021〕2号");
    }
  }

  @Test
  void aMarkLeadsFromEachNumberToItsRows() throws IOException {
    try (XWPFDocument document = written(withTargets(), Language.EN)) {
      String text = text(document);
      String mark =
          text.lines()
              .filter(line -> line.startsWith("Public approval (%)"))
              .findFirst()
              .orElseThrow()
              .replaceAll(".*(\\[\\d+]), by school year 2023/24", "$1");
      assertThat(text)
          .contains(
              "\n"
                  + mark
                  + " gold.target_progress: period=202310, indicator=approval, stage=_T, target_period=202310 → target, value, gap, pace_per_year, needed_per_year by county_code")
          .contains(" gold.target_progress: period=202310, target_status=behind → count");
    }
  }

  @Test
  void englishDraftsTellTheSame() throws IOException {
    try (XWPFDocument document = written(withTargets(), Language.EN)) {
      assertThat(unmarked(text(document)))
          .contains(
              "5. Progress against targets",
              "Targets of school year 2023/24: 4 for 4 areas; 1 reached, 0 on track, 1 behind, 1 missed, 1 unknown.");
      assertThat(lines(document.getTables().get(2)))
          .contains("A990103 | 90.0 | 90.0 | <0.1 | -1.5 | +0.0 | behind | 教育局, 〔2021〕2号");
    }
  }

  @Test
  void withoutTargetsOneSentenceSaysSo() throws IOException {
    try (XWPFDocument document = written(gold(), Language.ZH)) {
      assertThat(text(document)).contains("周期 202310 没有报送目标任务(数据集 target)");
      assertThat(Stream.of(document.getTables()).flatMap(List::stream)).isEmpty();
    }
  }
}
