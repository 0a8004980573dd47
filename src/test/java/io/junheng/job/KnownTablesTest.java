package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Catalogue;
import io.junheng.testing.ShippedConf;
import org.junit.jupiter.api.Test;

class KnownTablesTest {
  @Test
  void aTableIsFoundWithOrWithoutItsLayer() {
    assertThat(KnownTables.own().require("league_table"))
        .isEqualTo(KnownTables.own().require("gold.league_table"));
  }

  @Test
  void notesAreToldInOneLanguage() {
    KnownTables.Field place =
        KnownTables.own().require("league_table").columns().stream()
            .filter(column -> column.name().equals("rank_no"))
            .findFirst()
            .orElseThrow();

    assertThat(place.note().en()).isEqualTo("empty: no place");
    assertThat(place.note().zh()).isEqualTo("空:不排名");
  }

  @Test
  void aWrongNameIsAMistakeThatNamesTheNearestTable() {
    assertThatThrownBy(() -> KnownTables.own().require("county_verdcit"))
        .isInstanceOf(JobException.class)
        .hasMessage("There is no table 'county_verdcit'. Did you mean 'county_verdict'?")
        .extracting(failure -> ((JobException) failure).outcome())
        .isEqualTo(Outcome.CONFIGURATION);
  }

  @Test
  void silverTablesShowWhatPersonalColumnsBecomeAndNotTheColumnsThemselves() {
    Catalogue catalogue = ShippedConf.catalogue();

    assertThat(KnownTables.of(catalogue).require("student").columns())
        .extracting(KnownTables.Field::name)
        .contains("student_key")
        .doesNotContain("id_number");
  }
}
