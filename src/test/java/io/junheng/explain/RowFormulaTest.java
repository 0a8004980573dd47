package io.junheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas of measures, followed row by row as SQL says. */
class RowFormulaTest {
  private static Map<String, Object> row(String cells) {
    Map<String, Object> row = new HashMap<>();
    if (!cells.isBlank()) {
      for (String cell : cells.strip().split(" ", -1)) {
        String[] parts = cell.split("=", -1);
        row.put(parts[0], value(parts[1]));
      }
    }
    return row;
  }

  private static Object value(String text) {
    if (text.matches("true|false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?[0-9.]+") ? new BigDecimal(text) : text;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "count where is_full_time | is_full_time=true | 1",
        "count where is_full_time | is_full_time=false | -",
        "count where is_full_time | | -",
        "count where NOT is_suspended | | -",
        "count where NOT coalesce(is_suspended, false) | | 1",
        "count where a AND b | a=true | -",
        "count where a OR b | a=true | 1",
        "count where NOT (a AND b) | b=false | 1",
        "count where degree IN ('master', 'doctor') | degree=doctor | 1",
        "count where degree IN ('master', 'doctor') | degree=bachelor | -",
        "count where degree NOT IN ('master') | | -",
        "count where hours >= 360 | hours=360 | 1",
        "count where hours BETWEEN 1 AND 2 | hours=2.5 | -",
        "count where hours IS NOT NULL | hours=0 | 1",
        "count where hours IS NULL | hours=0 | -",
        "count where full where stage IN ('primary') | full=true stage=junior | -",
        "sum of value where item = 'it''s' | value=2.50 item=it's | 2.50",
        "sum of value where item = 'budget' | item=budget | -",
        "sum of area - coalesce(indoor, 0) | area=90.5 | 90.5",
        "sum of area - coalesce(indoor, 0) | area=90.5 indoor=10 | 80.5",
        "sum of area - coalesce(indoor, 0) | indoor=10 | -",
      })
  void aRowAddsWhatSqlSays(String formula, String cells, String expected) {
    assertThat(RowFormula.of(formula).orElseThrow().adds(row(cells == null ? "" : cells)))
        .isEqualTo(expected.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(expected)));
  }

  @Test
  void theColumnsThatItLooksAtAreKnown() {
    assertThat(
            RowFormula.of("sum of value where item = 'a' AND kind IS NULL").orElseThrow().columns())
        .containsExactlyInAnyOrder("value", "item", "kind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "count where year(begun_on) = floor(period / 100)",
        "sum of CAST(is_standard_school AS INT)",
        "sum of CASE WHEN a THEN b ELSE 0 END",
        "groups by grade, class_no having pupils >= 56",
        "greatest of level",
        "different values of teacher_key",
        "count where a LIKE '%b'",
        "count where a AND",
        "count",
      })
  void whatGoesBeyondIsNotGuessed(String formula) {
    assertThat(RowFormula.of(formula).filter(one -> !one.conditions().isEmpty())).isEmpty();
  }
}
