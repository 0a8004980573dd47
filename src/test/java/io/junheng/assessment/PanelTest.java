package io.junheng.assessment;

import static io.junheng.assessment.Kit.panel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Stages;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {
  private static final Stages STAGES = Kit.catalogue().stages();

  @ParameterizedTest(name = "{0} schools at {1}: without schools at {2} is {3}")
  @CsvSource({
    "3, primary, primary,    false",
    "3, primary, junior,     true",
    "3, primary, compulsory, false",
    "3, primary, _T,         false",
    "0, primary, compulsory, true",
    "3, _T,      junior,     false",
    "3, _T,      _T,         false",
    "0, _T,      junior,     true",
  })
  void aCountyIsWithoutSchoolsWhereItToldOfNone(
      int schools, String at, String asked, boolean isWithout) {
    Panel panel = panel().schools("C1", at, schools).build();
    assertThat(panel.isWithoutSchools("C1", asked, STAGES)).isEqualTo(isWithout);
  }

  @Test
  void aCountyThatDeliveredNoSchoolsMayHaveAny() {
    assertThat(panel().counties("C1").build().isWithoutSchools("C1", "primary", STAGES)).isFalse();
  }

  @Test
  void twoRowsWithOneKeyAreABug() {
    Kit.PanelOf twice = panel().schools("C1", "primary", 1).schools("C1", "primary", 2);
    assertThatThrownBy(twice::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two SchoolCount for [C1, primary]");
  }

  @ParameterizedTest(name = "value {0} with status {1}")
  @CsvSource(
      nullValues = "-",
      value = {"-, A", "-, E", "0, X", "0, Z"})
  void aValueAndItsStatusMustAgree(BigDecimal value, ObsStatus status) {
    assertThatThrownBy(
            () ->
                new IndicatorValue(
                    "C1",
                    "primary",
                    "area_cv",
                    Optional.ofNullable(value),
                    Optional.empty(),
                    Optional.empty(),
                    status,
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("C1 primary area_cv");
  }

  @Test
  void evidenceIsWhatSomebodyAttestedAndNeverUnknown() {
    assertThatThrownBy(() -> panel().evidence("C1", "layout", Grade.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
