package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.testing.ShippedConf;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counties that were renamed, split or merged, and those that were meant. */
class DeliveryPlaceTest {
  private static final DeliveryPlace PLACE = new DeliveryPlace(ShippedConf.catalogue());

  private static Optional<String> objection(String period, String county) {
    return PLACE
        .objection("file", period, county, "school")
        .map(finding -> finding.rule() + " " + finding.message().en());
  }

  @Test
  void aCodeOutOfItsTimeIsToldTheRightOne() {
    assertThat(objection("202310", "330103"))
        .contains(
            "county_out_of_time The area code '330103' does not hold on 2023-09-01; deliver it under 330105");
    assertThat(objection("202310", "330104")).get().asString().contains("330102, 330114");
    assertThat(objection("201910", "330114")).get().asString().startsWith("county_out_of_time");
    assertThat(objection("201910", "330103")).isEmpty();
    assertThat(objection("202310", "330102")).isEmpty();
    assertThat(objection("201910", "330102")).isEmpty();
  }

  @Test
  void aCodeOfNoTimeIsUnknown() {
    assertThat(objection("202310", "123456")).get().asString().startsWith("unknown_county");
  }
}
