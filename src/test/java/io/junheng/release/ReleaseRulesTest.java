package io.junheng.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Text;
import io.junheng.release.DrawSchools.School;
import io.junheng.release.GateItem.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseRulesTest {
  private static final GateItem TEACHERS = missing("202310/990102/teacher");
  private static final GateItem PUPILS = missing("202310/990102/student");
  private static final GateItem OTHERS = missing("202310/9901021/student");

  private static GateItem missing(String place) {
    return new GateItem(Rule.MISSING_COUNTY, place, new Text("缺", "missing"));
  }

  @Test
  void numbersCountFromOneInEachYear() {
    ReleaseId first = ReleaseId.parse("2023-r1");

    assertThat(ReleaseId.next(2023, List.of())).isEqualTo(first);
    assertThat(
            ReleaseId.next(2023, List.of(ReleaseId.parse("2023-r9"), ReleaseId.parse("2022-r20"))))
        .hasToString("2023-r10");
    assertThat(ReleaseId.parse("2023-r9")).isLessThan(ReleaseId.parse("2023-r10"));
    assertThatThrownBy(() -> ReleaseId.parse("2023-1")).hasMessageContaining("such as 2023-r1");
  }

  @Test
  void nothingIsPublishedThatWasNotApprovedAndNothingComesBackFromWithdrawal() {
    assertThat(ReleaseState.DRAFT.next()).doesNotContain(ReleaseState.APPROVED);
    assertThat(ReleaseState.COMMENT.next()).doesNotContain(ReleaseState.PUBLISHED);
    assertThat(ReleaseState.WITHDRAWN.next()).isEmpty();
    for (ReleaseState state : ReleaseState.values()) {
      assertThat(state.next().contains(ReleaseState.WITHDRAWN))
          .isEqualTo(state != ReleaseState.WITHDRAWN);
    }
  }

  @Test
  void aWaiverCoversWhatStandsOpenWhenItIsGivenAndNothingElse() {
    Gate.Answer answer =
        new Gate(List.of(TEACHERS, PUPILS, OTHERS))
            .ask(List.of(), Map.of("missing_county:202310/990102", "flood"), "Office");

    assertThat(answer.open()).containsExactly(OTHERS);
    assertThat(answer.waivers()).singleElement().extracting(Waiver::covers).asList().hasSize(2);
    Gate.Answer later =
        new Gate(List.of(TEACHERS, missing("202310/990102/survey")))
            .ask(answer.waivers(), Map.of(), "Office");
    assertThat(later.open()).extracting(GateItem::place).containsExactly("202310/990102/survey");
  }

  @Test
  void aWaiverOfARuleCoversAllOfItAndOneOfNothingIsTold() {
    Gate.Answer answer =
        new Gate(List.of(TEACHERS, OTHERS))
            .ask(List.of(), Map.of("missing_county", "flood", "open_objection", "late"), "Office");

    assertThat(answer.isOpen()).isTrue();
    assertThat(answer.idle()).containsExactly("open_objection");
    assertThatThrownBy(() -> new Waiver("missing_county", " ", "Office", List.of()))
        .hasMessageContaining("reason");
  }

  @Test
  void theSeedDrawsTheSameSchoolsInWhateverOrderTheyAreGiven() {
    List<School> schools = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      schools.add(new School("990102", "s" + i, i == 7 ? 0.6 : 0.4 / 19));
    }
    List<School> drawn = new DrawSchools(7, 4).apply(schools);
    Collections.shuffle(schools, new Random(1));

    assertThat(new DrawSchools(7, 4).apply(schools)).isEqualTo(drawn).hasSize(4);
    assertThat(new DrawSchools(8, 4).apply(schools)).isNotEqualTo(drawn);
  }

  @Test
  void aSchoolIsDrawnAsOftenAsItsLeverageSays() {
    List<School> schools =
        List.of(
            new School("990102", "a", 0.7),
            new School("990102", "b", 0.3),
            new School("990102", "c", 0));
    int heavy = 0;
    for (int seed = 0; seed < 2000; seed++) {
      String code = new DrawSchools(seed, 1).apply(schools).get(0).code();
      assertThat(code).isNotEqualTo("c");
      heavy += code.equals("a") ? 1 : 0;
    }
    assertThat(heavy / 2000.0).isBetween(0.66, 0.74);
  }
}
