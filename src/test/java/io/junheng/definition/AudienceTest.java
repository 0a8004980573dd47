package io.junheng.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Disclosure.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For whom results are published, and what frameworks disclose to them. */
class AudienceTest {
  @ParameterizedTest
  @ValueSource(strings = {"province", "city:990100", "county:990102", "public"})
  void anAudienceIsReadAsItIsWritten(String text) {
    assertThat(Audience.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "county", "county:", "city: ", "province:330000", "everybody"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Audience.parse(text))
        .hasMessageContaining("it is one of province, city:CODE, county:CODE, public");
  }

  @Test
  void theProvinceSeesAllWhateverAFrameworkSays() {
    assertThat(Disclosure.CAUTIOUS.to(new Audience.Province())).isEqualTo(new Extent.All());
  }

  @Test
  void aFrameworkThatSaysNothingShowsTheOthersMeanToAreasAndNothingToThePublic() {
    assertThat(Disclosure.CAUTIOUS.to(new Audience.City("1"))).isEqualTo(new Extent.OwnAndMean());
    assertThat(Disclosure.CAUTIOUS.to(new Audience.County("1"))).isEqualTo(new Extent.OwnAndMean());
    assertThat(Disclosure.CAUTIOUS.to(new Audience.Public())).isEqualTo(new Extent.None());
  }
}
