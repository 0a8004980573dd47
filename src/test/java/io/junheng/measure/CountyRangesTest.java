package io.junheng.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counties beside each other share a partition. */
class CountyRangesTest {
  private static final List<String> COUNTIES =
      Stream.of(202210, 202310)
          .flatMap(
              period ->
                  IntStream.range(0, 90).mapToObj(i -> CountyTally.key(period, "" + (990100 + i))))
          .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 90, 500})
  void partitionsFollowTheOrderOfCountiesAndHoldAboutAsMany(int partitions) {
    CountyRanges ranges = new CountyRanges(COUNTIES, partitions);
    List<Integer> places = COUNTIES.stream().map(ranges::getPartition).toList();

    assertThat(places).isSorted();
    assertThat(places).allMatch(place -> place >= 0 && place < partitions);
    int most = (COUNTIES.size() + partitions - 1) / partitions;
    IntStream.range(0, partitions)
        .forEach(
            partition ->
                assertThat(places.stream().filter(place -> place == partition).count())
                    .isLessThanOrEqualTo(most));
  }

  @Test
  void aCountyThatNobodyExpectedGoesWhereItWouldStand() {
    CountyRanges ranges = new CountyRanges(COUNTIES, 2);
    assertThat(ranges.getPartition(CountyTally.key(202210, "000001"))).isZero();
    assertThat(ranges.getPartition(CountyTally.key(202310, "999999"))).isEqualTo(1);
    assertThat(new CountyRanges(List.of(), 3).getPartition("any")).isEqualTo(2);
  }
}
