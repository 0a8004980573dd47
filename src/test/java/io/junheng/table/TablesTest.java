package io.junheng.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void everyColumnSaysInBothLanguagesWhatItIs() {
    for (Table table : Tables.all()) {
      for (TableColumn column : table.columns()) {
        assertThat(column.columnName()).matches("[a-z][a-z0-9_]*");
        assertThat(column.zh())
            .as(table.name() + "." + column.columnName())
            .matches(".*\\p{IsHan}.*");
        assertThat(column.en()).as(table.name() + "." + column.columnName()).matches("\\p{ASCII}+");
        assertThat(column.comment().chars().filter(c -> c == '｜')).hasSize(3);
      }
    }
  }

  @Test
  void noTwoTablesAndNoTwoColumnsOfATableShareAName() {
    assertThat(Tables.all()).extracting(Table::qualifiedName).doesNotHaveDuplicates();
    for (Table table : Tables.all()) {
      assertThat(table.columnNames()).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyGoldTableEndsInTheLabelOfItsData() {
    assertThat(Tables.all().stream().filter(table -> table.layer() == Layer.GOLD))
        .allSatisfy(table -> assertThat(table.columnNames()).endsWith("data_label"));
  }

  @Test
  void aReleasedTableIsThatOfGoldUnderTheNumberOfItsRelease() {
    Table released = Tables.require("release.league_table");

    assertThat(released.columnNames().subList(1, released.columns().size()))
        .isEqualTo(LeagueTable.TABLE.columnNames());
    assertThat(released.key().get(0)).isEqualTo(ReleaseColumn.RELEASE_ID);
    assertThat(released.partitionBy())
        .containsExactly(ReleaseColumn.RELEASE_ID, LeagueTable.PERIOD);
    assertThat(Tables.require("league_table").layer()).isEqualTo(Layer.GOLD);
  }

  @Test
  void aTableIsFoundWithAndWithoutItsLayer() {
    assertThat(Tables.find("league_table")).contains(LeagueTable.TABLE);
    assertThat(Tables.find("gold.league_table")).contains(LeagueTable.TABLE);
    assertThat(Tables.find("silver.league_table")).isEmpty();
  }

  @Test
  void leagueTableHasTheColumnsThatReadersRelyOn() {
    assertThat(LeagueTable.TABLE.key())
        .isEqualTo(
            List.of(
                LeagueTable.PERIOD,
                LeagueTable.FRAMEWORK,
                LeagueTable.AREA_SET,
                LeagueTable.COUNTY_CODE));
    assertThat(LeagueTable.TABLE.columnNames())
        .contains("rank_no", "composite_cv_primary", "worst_cv_indicator_junior", "rank_official");
  }
}
