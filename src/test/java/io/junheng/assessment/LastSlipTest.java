package io.junheng.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Limit;
import io.junheng.testing.ShippedConf;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The frameworks under {@code conf/}, held against a county that just meets every limit, and
 * against slips from it.
 */
class LastSlipTest {
  private static final String QUALITY = "cn-quality-balance-2017";
  private static final String BASIC = "cn-basic-balance-2012";
  private static final String COUNTY = "990101";

  private static Catalogue catalogue;

  @BeforeAll
  static void readConf() {
    catalogue = ShippedConf.catalogue();
  }

  /** What happens to one test of a county that otherwise meets all. */
  private enum Slip {
    MISSED,
    NOT_DELIVERED
  }

  /** One test at one stage; for evidence the stage is empty. */
  private record Spot(String item, ItemTest test, String stage) {}

  private static Framework.Conjunctive framework(String id) {
    return (Framework.Conjunctive) catalogue.framework(id);
  }

  private static List<Spot> spots(Framework.Conjunctive framework) {
    List<Spot> spots = new ArrayList<>();
    for (FrameworkItem item : framework.items()) {
      for (ItemTest test : item.tests()) {
        stages(test).forEach(stage -> spots.add(new Spot(item.id(), test, stage)));
      }
    }
    return spots;
  }

  private static List<String> stages(ItemTest test) {
    if (test instanceof ItemTest.OfCounty county) {
      return county.limit().byStage().keySet().stream().sorted().toList();
    }
    return test instanceof ItemTest.OfSchools schools
        ? HoldTests.stagesOf(schools, catalogue)
        : List.of("");
  }

  private static Assessment assess(
      Framework.Conjunctive framework, Optional<Spot> at, Optional<Slip> slip) {
    Parts parts = new Parts(framework.id());
    for (Spot spot : spots(framework)) {
      parts.add(spot, at.filter(spot::equals).flatMap(here -> slip));
    }
    framework.vetoes().forEach(veto -> parts.attest(veto.statement(), Grade.NOT_MET));
    framework.preconditions().forEach(one -> parts.attest(one.statement(), Grade.MET));
    return new Assess(framework, catalogue).apply(parts.panel(), Optional.empty());
  }

  /** The rows of a panel, test by test. */
  private record Parts(
      String framework,
      List<IndicatorValue> values,
      List<SchoolTestCount> counts,
      List<Evidence> evidence) {
    Parts(String framework) {
      this(framework, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(Spot spot, Optional<Slip> slip) {
      if (slip.filter(s -> s == Slip.NOT_DELIVERED).isPresent()) {
        return;
      }
      if (spot.test() instanceof ItemTest.OfCounty test) {
        value(test.indicator(), spot.stage(), standing(test.limit(), spot.stage(), slip));
      } else if (spot.test() instanceof ItemTest.OfSchools test) {
        counts.add(
            new SchoolTestCount(
                framework,
                COUNTY,
                spot.item(),
                test.id(),
                spot.stage(),
                4,
                slip.isPresent() ? 1 : 0,
                0,
                0));
      } else if (spot.test() instanceof ItemTest.OfEvidence test) {
        attest(test.statement(), slip.isPresent() ? Grade.NOT_MET : Grade.MET);
      }
    }

    /**
     * Exactly at the limit, which «below» misses and all others meet; a hair beside it for the
     * contrary.
     */
    private static BigDecimal standing(Limit limit, String stage, Optional<Slip> slip) {
      BigDecimal standard = limit.byStage().get(stage);
      BigDecimal hair = new BigDecimal("0.0000000001");
      return switch (limit.comparison()) {
        case AT_LEAST, EQUALS -> slip.isPresent() ? standard.subtract(hair) : standard;
        case AT_MOST -> slip.isPresent() ? standard.add(hair) : standard;
        case BELOW -> slip.isPresent() ? standard : standard.divide(BigDecimal.valueOf(2));
        case ABOVE -> slip.isPresent() ? standard : standard.add(hair);
      };
    }

    private void value(String indicator, String stage, BigDecimal value) {
      values.add(
          new IndicatorValue(
              COUNTY,
              stage,
              indicator,
              Optional.of(value),
              Optional.empty(),
              Optional.empty(),
              ObsStatus.A,
              Optional.empty()));
    }

    void attest(String statement, Grade grade) {
      evidence.add(new Evidence(framework, COUNTY, statement, grade, Optional.of("文件 1 号")));
    }

    Panel panel() {
      List<SchoolCount> schools =
          catalogue.stages().ids().stream().map(id -> new SchoolCount(COUNTY, id, 4)).toList();
      return new Panel(Kit.PERIOD, Kit.DAY, List.of(COUNTY), values, schools, counts, evidence);
    }
  }

  private static CountyVerdict verdict(Assessment assessment) {
    return assessment.verdicts().stream()
        .filter(row -> row.county().equals(COUNTY))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCountyThatJustMeetsEveryLimitMeets32Of32() {
    CountyVerdict verdict = verdict(assess(framework(QUALITY), Optional.empty(), Optional.empty()));
    assertThat(verdict.met()).isEqualTo(32);
    assertThat(verdict.of()).isEqualTo(32);
    assertThat(verdict.verdict()).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {QUALITY, BASIC})
  void aHairBesideAnyLimitKeepsTheCountyFromPassingAndNamesTheItem(String id) {
    Framework.Conjunctive framework = framework(id);
    for (Spot spot : spots(framework)) {
      CountyVerdict verdict =
          verdict(assess(framework, Optional.of(spot), Optional.of(Slip.MISSED)));
      assertThat(verdict.verdict()).as(spot.toString()).isEqualTo(Verdict.NOT_PASSED);
      assertThat(verdict.blockingItems()).as(spot.toString()).containsExactly(spot.item());
      assertThat(verdict.met()).isEqualTo(framework.items().size() - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {QUALITY, BASIC})
  void whatNobodyDeliveredLeavesTheVerdictOpenAndNamesTheItem(String id) {
    Framework.Conjunctive framework = framework(id);
    for (Spot spot : spots(framework)) {
      CountyVerdict verdict =
          verdict(assess(framework, Optional.of(spot), Optional.of(Slip.NOT_DELIVERED)));
      assertThat(verdict.verdict()).as(spot.toString()).isEqualTo(Verdict.UNDETERMINED);
      assertThat(verdict.blockingItems()).as(spot.toString()).containsExactly(spot.item());
    }
  }

  @Test
  void aSpreadAHairAboveItsLimitIsSaidToBeDecidedByRounding() {
    Framework.Conjunctive framework = framework(QUALITY);
    Spot spread =
        spots(framework).stream()
            .filter(spot -> spot.item().equals("R4") && spot.test() instanceof ItemTest.OfCounty)
            .findFirst()
            .orElseThrow();
    assertThat(assess(framework, Optional.of(spread), Optional.of(Slip.MISSED)).items())
        .filteredOn(row -> row.county().equals(COUNTY) && row.decidedByRounding())
        .extracting(ItemResult::item)
        .containsOnly("R4");
  }
}
