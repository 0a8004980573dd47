package io.junheng.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.table.DimStage;
import io.junheng.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenTableTest {
  private static final Table TABLE = DimStage.TABLE;

  @TempDir private Path folder;

  @Test
  void aDifferenceNamesTableKeyColumnAndBothValues() throws IOException {
    GoldenTable expected = read("stage,title\nprimary,小学\njunior,初中\n");
    GoldenTable actual = read("stage,title\nprimary,\"小,学\"\nsenior,高中\n");
    assertThat(actual.differencesFrom(expected))
        .containsExactly(
            "dim_stage [junior]: expected a row, actual none",
            "dim_stage [primary] title: expected '小学', actual '小,学'",
            "dim_stage [senior]: expected no row, actual [senior, 高中]");
  }

  @Test
  void aTableIsReadAsItWasWritten() throws IOException {
    GoldenTable table = read("stage,title\nprimary,\"小,学\"\njunior,\n");
    table.writeTo(folder.resolve("again.csv"));
    assertThat(folder.resolve("again.csv")).hasContent("stage,title\njunior,\nprimary,\"小,学\"\n");
    assertThat(GoldenTable.read(TABLE, folder.resolve("again.csv")).differencesFrom(table))
        .isEmpty();
  }

  @Test
  void otherColumnsAreADifferenceOfTheirOwn() throws IOException {
    assertThat(read("stage,name\nprimary,小学\n").differencesFrom(read("stage,title\nprimary,小学\n")))
        .containsExactly("dim_stage: expected the columns [stage, title], actual [stage, name]");
  }

  private GoldenTable read(String text) throws IOException {
    return GoldenTable.read(TABLE, Files.writeString(folder.resolve("table.csv"), text));
  }
}
