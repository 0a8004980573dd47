package io.junheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.table.DeliveredRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowTallyTest {
  private static final Optional<RowFormula> FULL_TIME = RowFormula.of("count where is_full_time");

  private static DeliveredRow row(long number, String stage, boolean isFullTime) {
    return new DeliveredRow("file", number, Map.of("stage", stage, "is_full_time", isFullTime));
  }

  private static RowTally tally(List<DeliveredRow> rows, String stage, Set<String> members) {
    RowTally tally = new RowTally(FULL_TIME, stage, members);
    rows.forEach(tally::add);
    return tally;
  }

  @Test
  void theFirstTwentyAreToldWhateverTheOrder() {
    List<DeliveredRow> rows = new ArrayList<>();
    for (int i = 100; i > 0; i--) {
      rows.add(row(i, "primary", i % 2 == 0));
    }
    Collections.shuffle(rows, new Random(4));

    RowTally.Rows taken =
        tally(rows, "primary", Set.of("primary"))
            .taken(Optional.of(new BigDecimal("50.0")))
            .orElseThrow();

    assertThat(taken.count()).isEqualTo(50);
    assertThat(taken.first()).hasSize(20);
    assertThat(taken.first().get(0).row()).isEqualTo(2);
    assertThat(taken.first().get(19).row()).isEqualTo(40);
  }

  @Test
  void rowsOfOtherStagesAreLeftOutAndTheTotalTakesAll() {
    List<DeliveredRow> rows =
        List.of(row(2, "primary", true), row(3, "junior", true), row(4, "senior", true));

    assertThat(tally(rows, "compulsory", Set.of("primary", "junior")).all().count()).isEqualTo(2);
    assertThat(tally(rows, "_T", Set.of("_T")).all().count()).isEqualTo(3);
  }

  @Test
  void whereNoRowStatesAStageTheTotalIsCounted() {
    RowTally tally = new RowTally(FULL_TIME, "primary", Set.of("primary"));
    tally.add(new DeliveredRow("file", 2, Map.of("is_full_time", true)));

    assertThat(tally.stage()).isEqualTo("_T");
    assertThat(tally.taken(Optional.of(BigDecimal.ONE)).orElseThrow().count()).isEqualTo(1);
  }

  @Test
  void rowsThatDoNotAddUpToTheFigureAreNotClaimedToBeItsRows() {
    RowTally tally = tally(List.of(row(2, "primary", true)), "primary", Set.of("primary"));

    assertThat(tally.taken(Optional.of(BigDecimal.TEN))).isEmpty();
    assertThat(tally.taken(Optional.empty())).isEmpty();
    assertThat(tally.all().count()).isEqualTo(1);
    assertThat(tally.isEmpty()).isFalse();
    assertThat(tally(List.of(), "primary", Set.of("primary")).isEmpty()).isTrue();
  }
}
