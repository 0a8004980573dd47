package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  private final TextTable table =
      new TextTable(
          List.of("名次", "县", "制约条目"),
          List.of(TextTable.Side.RIGHT, TextTable.Side.LEFT, TextTable.Side.LEFT));

  @Test
  void columnsLineUpWhateverTheScript() {
    table.add(List.of("1", "漪浦区", "R1"));
    table.add(List.of("12", "Yipu", ""));

    assertThat(table.lines(120))
        .containsExactly(
            "名次  县      制约条目", "────  ──────  ────────", "   1  漪浦区  R1", "  12  Yipu");
  }

  @Test
  void theLastColumnIsCutToTheScreen() {
    table.add(List.of("1", "漪浦区", "R1 R2 R3 R4 R5 R6 R7 G1 G2"));

    assertThat(table.lines(30)).allMatch(line -> DisplayWidth.of(line) <= 30);
    assertThat(table.lines(30)).last().asString().endsWith("…");
  }

  @Test
  void aRowOfAnotherLengthIsRefused() {
    assertThatThrownBy(() -> table.add(List.of("1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 cells for 3 columns");
  }
}
