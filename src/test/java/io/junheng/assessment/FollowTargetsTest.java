package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.assessment.FollowedTarget.Standing;
import io.junheng.assessment.Target.Start;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets beside figures; approval is better the higher, pupils per teacher the lower. */
class FollowTargetsTest {
  private static final Catalogue CATALOGUE = Kit.catalogue();

  private static FollowedTarget follow(
      String indicator, String now, String before, Target.Start start, int by, String target) {
    Panels panels =
        new Panels(
            panel(Kit.PERIOD, indicator, now),
            List.of(panel(Kit.PERIOD.previous(), indicator, before)));
    return new FollowTargets(CATALOGUE)
        .apply(
            panels,
            List.of(
                new Target(
                    "C1",
                    indicator,
                    "_T",
                    new Period(by),
                    new BigDecimal(target),
                    Optional.ofNullable(start),
                    Optional.empty(),
                    Optional.empty())))
        .get(0);
  }

  private static Panel panel(Period period, String indicator, String value) {
    String rows = value.equals("-") ? "" : "C1 | _T | %s | %s".formatted(indicator, value);
    return new Panel(
        period,
        period.referenceDate(),
        List.of("C1"),
        Kit.values("county | stage | indicator | value\n" + rows),
        List.of(),
        List.of(),
        List.of());
  }

  private static void is(Optional<BigDecimal> found, String expected) {
    assertThat(found.orElseThrow()).isEqualByComparingTo(expected);
  }

  /** From 80 in 202010 to 90 in 202510: by 202310 three fifths of the time are gone. */
  @Test
  void aPlanIsFollowedOnAStraightLine() {
    FollowedTarget plan =
        follow("approval", "85", "84", new Start(new Period(202010), dec("80")), 202510, "90");
    is(plan.gap(), "5");
    is(plan.doneShare(), "0.5");
    is(plan.timeShare(), "0.6");
    is(plan.expected(), "86");
    assertThat(plan.pace().orElseThrow().doubleValue()).isCloseTo(5 / 3.0, within(1e-12));
    is(plan.neededPace(), "2.5");
    assertThat(plan.projected().orElseThrow().doubleValue())
        .isCloseTo(85 + 10 / 3.0, within(1e-12));
    assertThat(plan.standing()).isEqualTo(Standing.BEHIND);
  }

  @Test
  void withoutAStartTheWayBeginsAYearBefore() {
    FollowedTarget task = follow("approval", "85", "80", null, 202410, "90");
    assertThat(task.start()).contains(new Start(Kit.PERIOD.previous(), dec("80")));
    is(task.doneShare(), "0.5");
    is(task.timeShare(), "0.5");
    is(task.neededPace(), "5");
    assertThat(task.standing()).isEqualTo(Standing.ON_TRACK);
  }

  /** From 95 down to 94, with 88 asked for: there was no way to make. */
  @Test
  void aStartBeyondTheTargetLeavesNoWay() {
    FollowedTarget task = follow("approval", "94", "95", null, 202310, "88");
    assertThat(task.doneShare()).isEmpty();
    is(task.gap(), "0");
    assertThat(task.standing()).isEqualTo(Standing.REACHED);
  }

  /** 775 of 1000 places; what is built is counted anew each year. */
  @Test
  void aTaskOfTheYearBeginsAtNothing() {
    FollowedTarget task =
        follow(
            "approval", "775", "900", new Start(Kit.PERIOD.previous(), dec("0")), 202310, "1000");
    is(task.doneShare(), "0.775");
    is(task.timeShare(), "1");
    is(task.gap(), "225");
    assertThat(task.neededPace()).isEmpty();
    assertThat(task.standing()).isEqualTo(Standing.MISSED);
  }

  @ParameterizedTest
  @CsvSource({
    "approval,            90, 202510, REACHED",
    "approval,            91, 202310, REACHED",
    "approval,            89, 202310, MISSED",
    "pupils_per_teacher,  90, 202510, REACHED",
    "pupils_per_teacher,  89, 202310, REACHED",
    "pupils_per_teacher, 110, 202310, MISSED",
    "pupils_per_teacher, 115, 202510, BEHIND",
    "pupils_per_teacher,  94, 202510, ON_TRACK",
  })
  void theBetterDirectionDecides(String indicator, String now, int by, Standing standing) {
    Start start = new Start(new Period(202010), dec(indicator.equals("approval") ? "80" : "100"));
    assertThat(follow(indicator, now, now, start, by, "90").standing()).isEqualTo(standing);
  }

  /** A county at exactly 90 is not missed by the last digit of a division. */
  @Test
  void aTargetIsHeldAgainstTheFractionItself() {
    IndicatorValue third =
        new IndicatorValue(
            "C1",
            "_T",
            "approval",
            Optional.of(new BigDecimal("33.33333333")),
            Optional.of(dec("1")),
            Optional.of(dec("3")),
            ObsStatus.A,
            Optional.empty());
    Target target =
        new Target(
            "C1",
            "approval",
            "_T",
            Kit.PERIOD,
            new BigDecimal("33.333333333"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Panel panel =
        new Panel(
            Kit.PERIOD, Kit.DAY, List.of("C1"), List.of(third), List.of(), List.of(), List.of());
    assertThat(new FollowTargets(CATALOGUE).apply(Panels.only(panel), List.of(target)))
        .extracting(FollowedTarget::standing)
        .containsExactly(Standing.REACHED);
  }

  @Test
  void whatNobodyDeliveredIsUnknown() {
    FollowedTarget gap = follow("approval", "-", "80", null, 202410, "90");
    assertThat(gap.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(gap.value()).isEmpty();
    assertThat(gap.gap()).isEmpty();
    FollowedTarget first = follow("approval", "85", "-", null, 202410, "90");
    assertThat(first.standing()).isEqualTo(Standing.UNKNOWN);
    is(first.gap(), "5");
  }

  @Test
  void targetsOfWhatNobodyDefinesAreLeftOutAndNamed() {
    Target stranger =
        new Target(
            "C1",
            "nothing_of_ours",
            "_T",
            Kit.PERIOD,
            dec("1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    FollowTargets follow = new FollowTargets(CATALOGUE);
    assertThat(follow.unknown(List.of(stranger))).containsExactly("nothing_of_ours");
    assertThat(follow.apply(Panels.only(panel(Kit.PERIOD, "approval", "1")), List.of(stranger)))
        .isEmpty();
  }

  private static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }
}
