package io.junheng.publication.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import io.junheng.publication.GoldInMemory;
import io.junheng.publication.PublishedTables;
import io.junheng.publication.workbook.Leagues;
import io.junheng.table.CountyIndicator;
import io.junheng.table.DimPeriod;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  @TempDir private static Path parent;
  private static Path first;
  private static Path second;

  @BeforeAll
  static void publishTwice() throws IOException {
    first = published("first");
    second = published("second");
  }

  private static Path published(String name) throws IOException {
    GoldInMemory gold =
        Leagues.of(12)
            .with(
                CountyIndicator.TABLE,
                Map.<TableColumn, Object>of(
                    CountyIndicator.PERIOD, 202310,
                    CountyIndicator.AREA_CODE, "990001",
                    CountyIndicator.STAGE, "primary",
                    CountyIndicator.INDICATOR, "budget_growth",
                    CountyIndicator.BREAKDOWN, "_T",
                    CountyIndicator.VALUE, -1.25e-7,
                    CountyIndicator.NUMERATOR, "-12.5"))
            .with(
                DimPeriod.TABLE,
                Map.<TableColumn, Object>of(
                    DimPeriod.PERIOD, 202310, DimPeriod.STARTS_ON, Date.valueOf("2023-09-01")));
    Path target = parent.resolve(name);
    new PublishedFolder(target)
        .replace(
            folder ->
                new Bundle(gold, Language.ZH, county -> !county.equals("990002"))
                    .writeTo(folder, part -> {}));
    return target;
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    assertThat(second.resolve("checksums.sha256"))
        .hasSameTextualContentAs(first.resolve("checksums.sha256"));
    assertThat(Files.readString(first.resolve("checksums.sha256")))
        .contains("  tables/csv/league_table.csv\n", "  workbooks/counties/990003.zh.xlsx\n");
  }

  @Test
  void onlyOwnCountiesGetAWorkbook() {
    assertThat(first.resolve("workbooks/counties/990001.zh.xlsx")).exists();
    assertThat(first.resolve("workbooks/counties/990002.zh.xlsx")).doesNotExist();
  }

  @Test
  void csvBeginsWithAMarkAndHoldsNoFormula() throws IOException {
    String csv = Files.readString(first.resolve("tables/csv/league_table.csv"));
    assertThat(csv).startsWith("\uFEFFperiod,framework,area_set,county_code,").contains("\r\n");
    assertThat(csv)
        .contains(",\"'=HYPERLINK(\"\"http://example.invalid\"\",\"\"县\"\")\",")
        .contains(",'+cmd|' /C calc'!A0,", ",'-2+3,", ",'@SUM(1+1),", "'\t=1+1", ",'＝1+1,")
        .contains(",𠮷䶮㛃县,");
  }

  @Test
  void numbersKeepTheirSign() throws IOException {
    assertThat(Files.readString(first.resolve("tables/csv/county_indicator.csv")))
        .contains(",-0.000000125,-12.5,");
  }

  @Test
  void parquetHoldsTheTextsAsTheyAre() throws IOException {
    List<Group> rows = new ArrayList<>();
    try (ParquetReader<Group> reader =
        new Reader(new LocalInputFile(first.resolve("tables/parquet/league_table.parquet")))
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    assertThat(rows).hasSize(12);
    assertThat(rows.get(0).getString("county_name_zh", 0)).isEqualTo(Leagues.NAMES.get(0));
    assertThat(rows.get(1).getDouble("worst_cv_primary", 0)).isEqualTo(0.6104);
  }

  /** A reader without Hadoop. */
  private static final class Reader extends ParquetReader.Builder<Group> {
    Reader(InputFile file) {
      super(file, new PlainParquetConfiguration());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  @Test
  void everyColumnOfEveryTableIsInTheDictionary() throws IOException {
    long columns = PublishedTables.all().stream().mapToLong(table -> table.columns().size()).sum();
    List<String> lines = Files.readAllLines(first.resolve("dictionary.csv"));
    assertThat(lines).hasSize((int) columns + 1);
    assertThat(lines)
        .anyMatch(line -> line.startsWith("league_table,监测结果一览表,League table,rank_no,"));
  }

  @Test
  void theReadmeStandsInBothLanguages() throws IOException {
    assertThat(Files.readString(first.resolve("readme.zh.txt"), StandardCharsets.UTF_8))
        .startsWith("\uFEFF均衡");
    assertThat(first.resolve("readme.en.txt")).exists();
    assertThat(Files.readString(first.resolve("contents.csv")))
        .contains("workbooks/league-balance.zh.xlsx,监测结果一览表:均衡,League table: Balance");
  }

  @Test
  void tablesNobodyWroteHaveAHeader() throws IOException {
    assertThat(Files.readString(first.resolve("tables/csv/county_score.csv")))
        .startsWith("\uFEFFperiod,framework,county_code,node,")
        .hasLineCount(1);
  }
}
