package io.junheng.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApportionmentTest {
  @Test
  void largestRemaindersAddUpToTheTotal() {
    assertThat(Apportionment.of(10, 1, 1, 1)).containsExactly(4, 3, 3);
    assertThat(Apportionment.of(100, 0.6, 0.3, 0.1)).containsExactly(60, 30, 10);
  }

  @Test
  void nothingIsSharedWithoutWeights() {
    assertThat(Apportionment.of(10, 0, 0)).containsExactly(0, 0);
  }

  @Test
  void whatIsAboveTheMostOfAPartGoesToTheOthers() {
    int[] most = {20, 100, 100};
    assertThat(Apportionment.upTo(most, 90, 1, 1, 1)).containsExactly(20, 35, 35);
  }

  @Test
  void theLastPartTakesWhatNobodyHasRoomFor() {
    int[] most = {20, 20};
    assertThat(Apportionment.upTo(most, 50, 1, 1)).containsExactly(20, 30);
  }
}
