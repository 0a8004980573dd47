package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.junheng.assessment.CertificationLedger.Standing;
import io.junheng.assessment.CertificationLedger.State;
import io.junheng.assessment.CertificationLedger.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificationLedgerTest {
  private static final LocalDate DAY = LocalDate.of(2023, 9, 1);

  private static Step step(String county, String programme, State state, String day) {
    return new Step(county, programme, state, LocalDate.parse(day), Optional.of("paper " + day));
  }

  private static final List<Step> STEPS =
      List.of(
          step("C1", "basic", State.RECOGNISED, "2014-05-01"),
          step("C1", "basic", State.YEARLY_MONITORING, "2023-06-20"),
          step("C1", "basic", State.WARNING, "2020-07-05"),
          step("C1", "quality", State.SELF_REVIEW, "2022-03-01"),
          step("C1", "quality", State.CITY_REVIEW, "2023-10-01"),
          step("C2", "quality", State.PROVINCE_REVIEW, "2023-09-01"),
          step("C2", "quality", State.RECOGNISED, "2023-09-01"));

  @Test
  void theLastStepOnOrBeforeTheDayStands() {
    assertThat(CertificationLedger.on(DAY, List.of("C2", "C1"), STEPS))
        .extracting(
            Standing::county,
            Standing::programme,
            one -> one.state().orElseThrow(),
            one -> one.since().map(LocalDate::toString).orElse("-"))
        .containsExactly(
            tuple("C1", "basic", State.YEARLY_MONITORING, "2023-06-20"),
            tuple("C1", "quality", State.SELF_REVIEW, "2022-03-01"),
            tuple("C2", "basic", State.NOT_APPLIED, "-"),
            tuple("C2", "quality", State.RECOGNISED, "2023-09-01"));
  }

  @Test
  void monitoringAndWarningsLeaveTheDayOfTheRecognitionStanding() {
    Standing basic = CertificationLedger.on(DAY, List.of("C1"), STEPS).get(0);
    assertThat(basic.recognisedOn()).hasValue(LocalDate.of(2014, 5, 1));
    assertThat(basic.warnedOn()).hasValue(LocalDate.of(2020, 7, 5));
    assertThat(basic.document()).hasValue("paper 2023-06-20");
  }

  @Test
  void aCountyWithoutALedgerIsUnknownAndNotUnapplied() {
    assertThat(CertificationLedger.on(DAY, List.of("C3"), STEPS))
        .extracting(Standing::state)
        .containsOnly(Optional.empty());
  }
}
