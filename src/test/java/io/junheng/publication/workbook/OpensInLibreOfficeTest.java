package io.junheng.publication.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Language;
import io.junheng.publication.Gold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpensInLibreOfficeTest {
  @Test
  void aLeagueWorkbookIsReadAndWrittenAgainWithTheSameValues(@TempDir Path folder)
      throws Exception {
    Gold gold = Leagues.of(20);
    byte[] written =
        Opened.bytes(
            out ->
                new LeagueWorkbook(gold, new Names(gold, Language.ZH), Leagues.FRAMEWORK)
                    .writeTo(out));
    Path file = Files.write(folder.resolve("league.xlsx"), written);
    Path again = LibreOffice.converted(file, "xlsx", folder.resolve("again"));
    try (XSSFWorkbook first = Opened.workbook(written);
        XSSFWorkbook second = Opened.workbook(Files.readAllBytes(again))) {
      List<String> values = Opened.values(first);
      assertThat(Opened.values(second)).isEqualTo(values);
    }
  }
}
