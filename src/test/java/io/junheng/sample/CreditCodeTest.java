package io.junheng.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTest {
  /** The example printed in GB 32100-2015. */
  @Test
  void theCheckCharacterIsThatOfTheStandard() {
    assertThat(CreditCode.check("91350100M000100Y4")).isEqualTo('3');
  }

  @Test
  void publicAndPrivateKeepersStandInTheCode() {
    assertThat(CreditCode.of(false, "990102", 7)).startsWith("12990102000000007").hasSize(18);
    assertThat(CreditCode.of(true, "990102", 7)).startsWith("52990102");
  }
}
