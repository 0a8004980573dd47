package io.junheng.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportingAreasTest {
  private static final ReportingAreas AREAS =
      new ReportingAreas(Map.of(), Map.of(202310, Map.of("990101", Set.of("_T", "primary"))));

  @Test
  void aStageThatNoneOfTheCountysSchoolsHasIsKnownToBeWithoutSchools() {
    assertThat(AREAS.isWithoutSchools(202310, "990101", "junior")).isTrue();
    assertThat(AREAS.isWithoutSchools(202310, "990101", "primary")).isFalse();
  }

  @Test
  void ofACountyThatDeliveredNoPupilsNothingIsKnown() {
    assertThat(AREAS.isWithoutSchools(202310, "990102", "junior")).isFalse();
    assertThat(AREAS.isWithoutSchools(202210, "990101", "junior")).isFalse();
  }
}
