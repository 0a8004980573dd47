package io.junheng.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.explain.Comparison.Cause;
import io.junheng.explain.Comparison.Move;
import io.junheng.explain.Comparison.OfCounty;
import io.junheng.explain.Comparison.OfFramework;
import io.junheng.table.CountyRanking;
import io.junheng.table.CountyScore;
import io.junheng.table.DimFramework;
import io.junheng.table.FrameworkItemResult;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareTest {
  private static final int BEFORE = 202210;
  private static final int AFTER = 202310;
  private static final String FRAMEWORK = "score";

  private final RowsInMemory rows =
      new RowsInMemory()
          .with(
              DimFramework.TABLE,
              DimFramework.FRAMEWORK,
              FRAMEWORK,
              DimFramework.TITLE_ZH,
              "得分",
              DimFramework.TITLE_EN,
              "Score");

  private void county(int period, String code, String score, Integer rank, String edition) {
    rows.with(
            CountyRanking.TABLE,
            CountyRanking.PERIOD,
            period,
            CountyRanking.SUBJECT,
            FRAMEWORK,
            CountyRanking.COUNTY_CODE,
            code,
            CountyRanking.VALUE,
            new BigDecimal(score),
            CountyRanking.RANK_NO,
            rank,
            CountyRanking.EDITION,
            edition)
        .with(
            CountyScore.TABLE,
            CountyScore.PERIOD,
            period,
            CountyScore.FRAMEWORK,
            FRAMEWORK,
            CountyScore.COUNTY_CODE,
            code,
            CountyScore.NODE,
            "_T",
            CountyScore.SCORE,
            new BigDecimal(score));
    item(period, code, "A1", "met", score, "50");
  }

  private void item(
      int period, String code, String item, String grade, String value, String standard) {
    rows.with(
        FrameworkItemResult.TABLE,
        FrameworkItemResult.PERIOD,
        period,
        FrameworkItemResult.FRAMEWORK,
        FRAMEWORK,
        FrameworkItemResult.COUNTY_CODE,
        code,
        FrameworkItemResult.ITEM,
        item,
        FrameworkItemResult.TEST,
        "_T",
        FrameworkItemResult.GRADE,
        grade,
        FrameworkItemResult.VALUE,
        Double.valueOf(value),
        FrameworkItemResult.STANDARD,
        new BigDecimal(standard));
  }

  private OfFramework compared() {
    return new Compare(rows, new Period(BEFORE), new Period(AFTER))
        .apply(Optional.empty(), Optional.empty())
        .frameworks()
        .get(0);
  }

  private OfCounty compared(String code) {
    return compared().counties().stream()
        .filter(county -> county.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private void fourCounties() {
    county(BEFORE, "C1", "90", 1, "2023");
    county(BEFORE, "C2", "80", 2, "2023");
    county(BEFORE, "C3", "70", 3, "2023");
    county(BEFORE, "C4", "60", 4, "2023");
  }

  @Test
  void aMoveIsSplitIntoTheCountysOwnPartAndTheOthers() {
    fourCounties();
    county(AFTER, "C1", "65", 4, "2023");
    county(AFTER, "C2", "80", 2, "2023");
    county(AFTER, "C3", "75", 3, "2023");
    county(AFTER, "C4", "95", 1, "2023");

    assertThat(compared("C1").move()).contains(new Move(-3, Optional.of(-2), Optional.of(-1)));
    assertThat(compared("C4").move()).contains(new Move(3, Optional.of(3), Optional.of(0)));
    assertThat(compared("C1").cause()).isEqualTo(Cause.OWN);
    assertThat(compared("C2").cause()).isEqualTo(Cause.UNCHANGED);
    assertThat(compared().counties().get(0).move().orElseThrow().places()).isEqualTo(-3);
  }

  @Test
  void whoStandsStillAndIsOvertakenWasMovedByTheOthers() {
    fourCounties();
    county(AFTER, "C1", "90", 2, "2023");
    county(AFTER, "C2", "95", 1, "2023");
    county(AFTER, "C3", "70", 3, "2023");
    county(AFTER, "C4", "60", 4, "2023");

    assertThat(compared("C1").move()).contains(new Move(-1, Optional.of(0), Optional.of(-1)));
    assertThat(compared("C1").cause()).isEqualTo(Cause.OTHERS);
  }

  @Test
  void otherUnitsAreToldAndNothingIsSplit() {
    fourCounties();
    county(AFTER, "C2", "80", 1, "2023");
    county(AFTER, "C3", "70", 2, "2023");
    county(AFTER, "C5", "50", 3, "2023");

    assertThat(compared().joined()).containsExactly("C5");
    assertThat(compared().left()).containsExactly("C1", "C4");
    assertThat(compared("C2").cause()).isEqualTo(Cause.UNITS);
    assertThat(compared("C2").move()).contains(new Move(1, Optional.empty(), Optional.empty()));
    assertThat(compared("C5").cause()).isEqualTo(Cause.NOT_COMPARABLE);
  }

  @Test
  void anotherEditionOrStandardIsACauseOfItsOwn() {
    fourCounties();
    county(AFTER, "C1", "70", 2, "2024");
    county(AFTER, "C2", "80", 1, "2024");

    assertThat(compared().definitionChanged()).isTrue();
    assertThat(compared("C1").cause()).isEqualTo(Cause.DEFINITION);
  }

  @Test
  void itemsNewlyMetAndLostAreListedWithTheirValues() {
    fourCounties();
    county(AFTER, "C1", "90", 1, "2023");
    item(BEFORE, "C1", "A2", "not_met", "3", "5");
    item(AFTER, "C1", "A2", "met", "6", "5");
    item(BEFORE, "C1", "A3", "met", "6", "5");
    item(AFTER, "C1", "A3", "unknown", "6", "5");

    assertThat(compared("C1").gained()).containsExactly("A2");
    assertThat(compared("C1").lost()).containsExactly("A3");
    assertThat(compared("C1").items())
        .extracting(Comparison.ItemChange::item)
        .containsExactly("A2", "A3");
    assertThat(compared().definitionChanged()).isFalse();
  }

  @Test
  void placesThatDoNotFollowFromTheFiguresAreNotSplit() {
    county(BEFORE, "C1", "60", 1, "2023");
    county(BEFORE, "C2", "80", 2, "2023");
    county(BEFORE, "C3", "70", 3, "2023");
    county(AFTER, "C1", "60", 2, "2023");
    county(AFTER, "C2", "80", 1, "2023");
    county(AFTER, "C3", "70", 3, "2023");

    assertThat(compared("C1").move()).contains(new Move(-1, Optional.empty(), Optional.empty()));
  }
}
