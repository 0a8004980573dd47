package io.junheng.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.testing.ShippedConf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code conf/areas}: real divisions for real data, invented ones for the sample, and nothing in
 * between.
 */
class SampleAreasTest {
  private static Catalogue catalogue;

  @BeforeAll
  static void readShippedConf() {
    catalogue = ShippedConf.catalogue();
  }

  @Test
  void theSampleHasNinetyReportingAreasInElevenCitiesOneOfThemAZone() {
    List<Area> sample = areas(Area::demonstration);
    assertThat(sample).filteredOn(area -> area.level() == AreaLevel.CITY).hasSize(11);
    assertThat(sample).filteredOn(area -> area.level() == AreaLevel.COUNTY).hasSize(89);
    assertThat(sample).filteredOn(area -> area.level() == AreaLevel.ZONE).hasSize(1);
  }

  @Test
  void noSampleAreaBearsTheNameOrCodeOfARealOne() {
    Set<String> codes = realWords(Area::code);
    Set<String> chinese = realWords(area -> stem(area.name().zh()));
    Set<String> english = realWords(area -> area.name().en().split(" ")[0]);
    for (Area area : areas(Area::demonstration)) {
      assertThat(codes).doesNotContain(area.code());
      assertThat(chinese).doesNotContain(stem(area.name().zh()));
      assertThat(english).doesNotContain(area.name().en().split(" ")[0]);
      assertThat(area.code()).startsWith("99");
    }
  }

  @Test
  void sampleNamesDifferInBothLanguages() {
    List<Area> sample = areas(Area::demonstration);
    assertThat(sample).extracting(area -> area.name().zh()).doesNotHaveDuplicates();
    assertThat(sample).extracting(area -> area.name().en()).doesNotHaveDuplicates();
  }

  /** 90 counties, 89 from 2016 on (江东 joined 鄞州), and 90 again since 龙港 became one in 2019. */
  @ParameterizedTest
  @CsvSource({
    "2012-12-31, 90",
    "2018-12-31, 89",
    "2020-12-31, 90",
    "2021-12-31, 90",
    "2024-12-31, 90"
  })
  void zhejiangHasItsCountiesOfEachDay(LocalDate day, int counties) {
    assertThat(areas(area -> area.code().startsWith("33") && holds(area, day)))
        .filteredOn(area -> area.level() == AreaLevel.COUNTY)
        .hasSize(counties)
        .extracting(Area::code)
        .doesNotHaveDuplicates();
    AreaSet set = catalogue.areaSet("zj-counties");
    assertThat(set.members()).filteredOn(member -> member.holdsOn(day)).hasSize(counties);
  }

  @ParameterizedTest
  @CsvSource({"330102", "330105", "330109", "330110"})
  void theTerritoryBehindACodeOfHangzhouChangedInMarch2021(String code) {
    assertThat(areas(area -> area.code().equals(code)))
        .hasSize(2)
        .extracting(Area::validFrom)
        .contains(Optional.of(LocalDate.of(2021, 3, 11)));
  }

  @Test
  void the26MountainCountiesWereReplacedInAugust2024() {
    AreaSet mountain = catalogue.areaSet("zj-mountain26");
    assertThat(mountain.members())
        .hasSize(26)
        .allMatch(member -> member.holdsOn(LocalDate.of(2023, 9, 1)))
        .noneMatch(member -> member.holdsOn(LocalDate.of(2024, 9, 1)));
  }

  private static List<Area> areas(Predicate<Area> wanted) {
    return catalogue.areas().stream().filter(wanted).toList();
  }

  private static Set<String> realWords(Function<Area, String> word) {
    return areas(area -> !area.demonstration()).stream().map(word).collect(Collectors.toSet());
  }

  private static String stem(String name) {
    return name.replaceFirst("(经济开发区|自治县|区|县|市|省)$", "");
  }

  private static boolean holds(Area area, LocalDate day) {
    return area.validFrom().map(from -> !day.isBefore(from)).orElse(true)
        && area.validTo().map(to -> !day.isAfter(to)).orElse(true);
  }
}
