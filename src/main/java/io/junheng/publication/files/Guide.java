package io.junheng.publication.files;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.workbook.Names;
import io.junheng.table.LeagueTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What tells a reader what lies in the folder: contents, dictionary, a readme in each language. */
record Guide(Gold gold) {
  private static final String MARKED = "\uFEFF";

  void write(Path folder, List<Bundle.Entry> entries) throws IOException {
    Files.write(
        folder.resolve("contents.csv"),
        CsvFile.bytes(
            List.of("file", "内容", "content"),
            entries.stream()
                .map(entry -> List.of(entry.file(), entry.title().zh(), entry.title().en()))
                .toList()));
    Files.write(folder.resolve("dictionary.csv"), DictionaryFile.bytes());
    for (Language language : Language.values()) {
      String name = "readme.%s.txt".formatted(language.name().toLowerCase(Locale.ROOT));
      // Notepad shows neither lines without a carriage return nor UTF-8 without a mark on old PCs.
      String text = MARKED + String.join("\r\n", readme(language)) + "\r\n";
      Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
  }

  private List<String> readme(Language language) {
    Names names = new Names(gold, language);
    String periods =
        gold.periods().stream()
            .map(names::periodOfRelease)
            .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    List<Text> lines = new ArrayList<>();
    lines.add(new Text("均衡 · 监测结果文件", "Junheng · results as files"));
    label().ifPresent(label -> lines.add(Text.same(label)));
    lines.add(new Text("周期:" + periods, "Periods: " + periods));
    lines.add(Text.same(""));
    lines.addAll(FILES);
    lines.add(Text.same(""));
    lines.addAll(RULES);
    return lines.stream().map(line -> line.in(language)).toList();
  }

  private Optional<String> label() {
    return gold.rows(LeagueTable.TABLE).stream()
        .flatMap(row -> Cells.text(row, LeagueTable.DATA_LABEL).stream())
        .findFirst();
  }

  private static final List<Text> FILES =
      List.of(
          new Text(
              "contents.csv            每个文件的内容", "contents.csv            what each file holds"),
          new Text(
              "dictionary.csv          各表各列的中英文名称、类型、单位和说明",
              "dictionary.csv          names, types, units and notes of all columns"),
          new Text(
              "workbooks/league-*      各评价体系的监测结果一览表(阅读、条目、数据、字典、说明)",
              "workbooks/league-*      league table of each framework: to read, items, data, dictionary, notes"),
          new Text(
              "workbooks/counties/*    每个县(市、区)一本:总览、未达条目、一校一策、三期变化",
              "workbooks/counties/*    one for each county: overview, items not met, schools, trend"),
          new Text(
              "tables/csv/*            全部结果表,UTF-8(带 BOM),Excel、WPS 可直接打开",
              "tables/csv/*            every table, UTF-8 with a mark, for Excel and WPS"),
          new Text(
              "tables/parquet/*        同样的表,供程序和分析工具读取,列说明在文件尾",
              "tables/parquet/*        the same for programs, with column comments in the footer"),
          new Text(
              "checksums.sha256        各文件的 SHA-256(sha256sum -c 可核对)",
              "checksums.sha256        SHA-256 of each file, for sha256sum -c"));

  private static final List<Text> RULES =
      List.of(
          new Text(
              "名次是工作排序,不是官方名次;测算结果不是「认定」。",
              "Places are a working order, not an official ranking; a verdict is no accreditation."),
          new Text(
              "空值表示没有数值,原因见 obs_status;缺报不记为 0。",
              "An empty cell is a value that is not there, obs_status says why; missing is never 0."),
          new Text(
              "合计行的代码是 _T;请勿把合计行与明细行相加。",
              "Rows of totals have the code _T; do not add them to the rest."),
          new Text(
              "CSV 中以 = + - @ 或制表符开头的文字,前面加了一个撇号,以免被当作公式;Parquet 中是原文。",
              "In CSV a text that begins with = + - @ or a tab has an apostrophe before it, so that it is not taken for a formula; Parquet has the text as it is."),
          new Text(
              "把 CSV 中的代码(如 330702)导入 Excel 时请选「文本」。", "Import codes such as 330702 as text."));
}
