package io.junheng.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Rollup;
import io.junheng.table.ObsStatus;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What becomes of sums of schools at a county and above it. */
class EvaluateAreasTest {
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  private static final int PERIOD = 202310;
  private static final String RATIO = "teachers_above_degree_per_100";
  private static final String STAGE = "primary";
  private static final List<Row> LINEAGE =
      List.of(
          RowFactory.create(PERIOD, "990102", "990102", "county"),
          RowFactory.create(PERIOD, "990102", "990000", "province"),
          RowFactory.create(PERIOD, "990103", "990103", "county"),
          RowFactory.create(PERIOD, "990103", "990000", "province"));

  private final SumSchools.Sums sums = new SumSchools.Sums();

  private Sides schools(String county, String stage, String indicator, int count) {
    sums.schools().put(new Unit(PERIOD, county, stage, ""), count);
    return sums.sides()
        .computeIfAbsent(new Unit(PERIOD, county, stage, indicator), any -> new Sides());
  }

  private void ratio(String county, int above, int below, int concerned) {
    Sides sides = schools(county, STAGE, RATIO, 2);
    sides.above = BigDecimal.valueOf(above);
    sides.below = BigDecimal.valueOf(below);
    sides.covered = BigDecimal.valueOf(below);
    sides.concerned = BigDecimal.valueOf(concerned);
  }

  private AreaFigure figure(String area, String indicator) {
    return figure(area, indicator, CATALOGUE);
  }

  private AreaFigure figure(String area, String indicator, Catalogue catalogue) {
    return new EvaluateAreas(catalogue)
        .apply(sums, List.of(), List.of(), LINEAGE).stream()
            .filter(figure -> figure.unit().area().equals(area))
            .filter(figure -> figure.unit().indicator().equals(indicator))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aProvinceDividesTheSumsOfItsCountiesAndTellsWhomTheyCover() {
    ratio("990102", 21, 500, 500);
    ratio("990103", 10, 300, 500);

    AreaFigure full = figure("990102", RATIO);
    assertThat(full.value()).isEqualTo(4.2, within(1e-12));
    assertThat(full.status()).isEqualTo(ObsStatus.NORMAL);
    AreaFigure part = figure("990103", RATIO);
    assertThat(part.coverage()).isEqualTo(0.6);
    assertThat(part.status()).isEqualTo(ObsStatus.LOW_RELIABILITY);
    AreaFigure province = figure("990000", RATIO);
    assertThat(province.value()).isEqualTo(3.875, within(1e-12));
    assertThat(province.numerator()).isEqualByComparingTo("31");
    assertThat(province.coverage()).isEqualTo(0.8);
    assertThat(province.schools()).isEqualTo(4);
    assertThat(province.status()).isEqualTo(ObsStatus.LOW_RELIABILITY);
  }

  @Test
  void whatIsMissingIsNotAvailableUnlessThereIsNoSchoolToBringIt() {
    schools("990102", STAGE, RATIO, 3).concerned = BigDecimal.TEN;
    schools("990103", STAGE, RATIO, 0);

    assertThat(figure("990102", RATIO).value()).isNull();
    assertThat(figure("990102", RATIO).status()).isEqualTo(ObsStatus.NOT_AVAILABLE);
    assertThat(figure("990103", RATIO).status()).isEqualTo(ObsStatus.NOT_APPLICABLE);
    assertThat(figure("990000", RATIO).status()).isEqualTo(ObsStatus.NOT_AVAILABLE);
  }

  @Test
  void aShareOfSchoolsOfAKindThatACountyDoesNotHaveIsNotApplicable() {
    Indicator share =
        CATALOGUE.indicators().stream()
            .filter(indicator -> indicator.formula() instanceof Formula.ShareOfSchools)
            .findFirst()
            .orElseThrow();
    Sides sides = schools("990102", share.stages().get(0), share.id(), 5);
    sides.above = BigDecimal.ZERO;
    sides.below = BigDecimal.ZERO;

    assertThat(figure("990102", share.id()).value()).isNull();
    assertThat(figure("990102", share.id()).status()).isEqualTo(ObsStatus.NOT_APPLICABLE);
  }

  @Test
  void aMeanOfRatiosKeepsItsNumeratorBeforeTheFactor() {
    ratio("990102", 3, 30, 30);
    ratio("990103", 4, 20, 20);
    sums.sides().forEach((unit, sides) -> sides.weight = sides.below.multiply(weightOf(unit)));

    AreaFigure province = figure("990000", RATIO, weightedByPupils());
    assertThat(figure("990103", RATIO, weightedByPupils()).value()).isEqualTo(20);
    // (10 × 30 + 20 × 60) ÷ 90
    assertThat(province.value()).isEqualTo(1500 / 90.0, within(1e-12));
    assertThat(province.numerator()).isEqualByComparingTo("15");
    assertThat(province.denominator()).isEqualByComparingTo("90");
  }

  private static BigDecimal weightOf(Unit unit) {
    return BigDecimal.valueOf(unit.area().equals("990103") ? 3 : 1);
  }

  /** The ratio's areas above counties take the mean of their counties. */
  private static Catalogue weightedByPupils() {
    return new Catalogue(
        CATALOGUE.digest(),
        CATALOGUE.stages(),
        CATALOGUE.areas(),
        CATALOGUE.areaSets(),
        CATALOGUE.codeLists(),
        CATALOGUE.contracts(),
        CATALOGUE.measureSets(),
        CATALOGUE.scopes(),
        CATALOGUE.indicators().stream().map(EvaluateAreasTest::weightedByPupils).toList(),
        CATALOGUE.frameworks());
  }

  private static Indicator weightedByPupils(Indicator indicator) {
    return new Indicator(
        indicator.id(),
        indicator.title(),
        indicator.unit(),
        indicator.decimals(),
        indicator.direction(),
        indicator.stages(),
        indicator.formula(),
        indicator.id().equals(RATIO) ? new Rollup.Weighted("pupils") : indicator.rollup(),
        indicator.unitBasis(),
        indicator.mayExceed100(),
        indicator.legal(),
        indicator.note(),
        indicator.origin(),
        indicator.examples());
  }
}
