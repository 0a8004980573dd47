package io.junheng.publication.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetNamesTest {
  private final SheetNames names = new SheetNames();

  @Test
  void forbiddenSignsAreLeftOut() {
    assertThat(names.next("'a[b]*?:/\\c'")).isEqualTo("a b      c");
    assertThat(names.next("//")).isEqualTo("Sheet");
  }

  @Test
  void noNameIsTooLongOrCutsACharacterInHalf() {
    String name = names.next("县".repeat(30) + "𠮷");
    assertThat(name).hasSize(30).isEqualTo("县".repeat(30));
  }

  @Test
  void noTwoAreAlike() {
    assertThat(names.next("Data")).isEqualTo("Data");
    assertThat(names.next("DATA")).isEqualTo("DATA 2");
    assertThat(names.next("x".repeat(40))).hasSize(31);
    assertThat(names.next("x".repeat(40))).hasSize(31).endsWith(" 2");
  }
}
