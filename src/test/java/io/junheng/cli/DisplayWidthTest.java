package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc|3",
        "均衡|4",
        "县(市、区)|10",
        "差异系数 CV|11",
        "教督〔2017〕6号|15",
        "é|1",
        "≤ ↑ ↓ · … – ✓|13",
        "ㄅ한カ|6",
        "𠮷|2",
      })
  void chineseTakesTwoColumnsAndLatinOne(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @Test
  void combiningAndControlCharactersTakeNoColumn() {
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("a\u200bb\t")).isEqualTo(2);
  }

  @Test
  void paddingCountsColumnsAndNotCharacters() {
    assertThat(DisplayWidth.left("均衡", 6) + "|").isEqualTo("均衡  |");
    assertThat("|" + DisplayWidth.right("均衡", 6)).isEqualTo("|  均衡");
    assertThat(DisplayWidth.left("均衡发展", 6)).isEqualTo("均衡发展");
  }

  @Test
  void aTextThatIsTooLongEndsInAnEllipsisWithinTheWidth() {
    assertThat(DisplayWidth.cut("优质均衡", 8)).isEqualTo("优质均衡");
    assertThat(DisplayWidth.cut("优质均衡", 7)).isEqualTo("优质均…");
    assertThat(DisplayWidth.cut("优质均衡", 6)).isEqualTo("优质…");
    assertThat(DisplayWidth.cut("abc def", 5)).isEqualTo("abc…");
  }
}
