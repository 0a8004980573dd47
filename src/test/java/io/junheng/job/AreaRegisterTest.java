package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.testing.ShippedConf;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which areas stand when, and where a zone's figures go. */
class AreaRegisterTest {
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  private static final Period PERIOD = new Period(202310);
  private static final Map<String, Integer> PUPILS =
      Map.of("990121", 700, "990122", 500, "998877", 90);

  @Test
  void shangchengBeforeAndAfter2021AreDifferentTerritories() {
    Period before = new Period(202010);
    Period after = new Period(202110);
    AreaRegister areas =
        new AreaRegister(
            CATALOGUE, Map.of(before, Set.of("330102"), after, Set.of("330102")), List.of());

    assertThat(shangcheng(areas, before).validTo()).contains(LocalDate.of(2021, 3, 10));
    assertThat(shangcheng(areas, after).validFrom()).contains(LocalDate.of(2021, 3, 11));
    assertThat(areas.all(List.of(before, after)))
        .filteredOn(area -> area.code().equals("330102"))
        .hasSize(2);
  }

  private static Area shangcheng(AreaRegister areas, Period period) {
    return areas.counties(period).stream()
        .filter(area -> area.code().equals("330102"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void movingAZoneOutOfItsParentLeavesTheTotalsOfCityAndProvinceEqual() {
    Map<String, Integer> within = totals("990121");
    Map<String, Integer> apart = totals("990100");

    assertThat(within).isEqualTo(apart);
    assertThat(within).containsEntry("990000", 1290).containsEntry("990100", 1290);
    assertThat(within).containsEntry("990121", 700).containsEntry("998877", 90);
  }

  /** Pupils by area, each county's added to itself and to all above it. */
  private static Map<String, Integer> totals(String parentOfZone) {
    Area zone =
        new Area(
            "998877",
            Optional.of(parentOfZone),
            AreaLevel.ZONE,
            Text.same("New zone"),
            "",
            Optional.empty(),
            Optional.empty(),
            99,
            true);
    AreaRegister areas =
        new AreaRegister(CATALOGUE, Map.of(PERIOD, PUPILS.keySet()), List.of(zone));
    Map<String, Integer> totals = new TreeMap<>();
    for (Row row : areas.lineage(List.of(PERIOD))) {
      totals.merge(row.getString(2), PUPILS.getOrDefault(row.getString(1), 0), Integer::sum);
    }
    return totals;
  }
}
