package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Area;
import io.junheng.definition.AreaLevel;
import io.junheng.definition.AreaSet;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Check;
import io.junheng.definition.Column;
import io.junheng.definition.Column.ColumnType;
import io.junheng.definition.Contract;
import io.junheng.definition.Direction;
import io.junheng.definition.Expression;
import io.junheng.definition.Formula;
import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Verdict;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.Limit;
import io.junheng.definition.Limit.Comparison;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Normalisation;
import io.junheng.definition.Origin;
import io.junheng.definition.RankingRule;
import io.junheng.definition.RankingRule.Order;
import io.junheng.definition.RankingRule.RankingKey;
import io.junheng.definition.ReferenceDate;
import io.junheng.definition.Rollup;
import io.junheng.definition.ScoreNode;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SourceOfRecord;
import io.junheng.definition.StageGroup;
import io.junheng.definition.Text;
import io.junheng.definition.UnitBasis;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small valid conf/ of the tests becomes these definitions. */
class ConfReaderTest {
  private static Catalogue small;

  @BeforeAll
  static void read() {
    small = new ConfReader(OverlaidConf.SMALL).read().catalogue().orElseThrow();
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }

  @Test
  void stagesComeInOrderWithTheirWeightsAndGroups() {
    assertThat(small.stages().ids()).containsExactly("primary", "junior");
    assertThat(small.stages().stages().get(1).splitWeight()).contains(number("1.1"));
    assertThat(small.stages().groups())
        .containsExactly(
            new StageGroup(
                "compulsory",
                new Text("义务教育", "Compulsory education"),
                List.of("primary", "junior")));
  }

  @Test
  void anAreaMayChangeItsNameUnderOneCode() {
    assertThat(small.areas())
        .extracting(Area::code)
        .containsExactly("990000", "990101", "990101", "990102");
    Area zone = small.areas().get(3);
    assertThat(zone.level()).isEqualTo(AreaLevel.ZONE);
    assertThat(zone.parent()).contains("990000");
    assertThat(zone.demonstration()).isFalse();
  }

  @Test
  void aSetWithoutMembersStandsForEveryoneWhoReported() {
    assertThat(small.areaSet("everyone").members()).isEmpty();
    assertThat(small.areaSet("pair").members())
        .extracting(AreaSet.Member::areaCode)
        .containsExactly("990101", "990102");
  }

  @Test
  void codesKeepTheirAliasesAsWritten() {
    assertThat(small.codeList("school_type").codes().get(0).aliases())
        .containsExactly("211", "311");
  }

  @Test
  void aContractHasDefaultsForWhatItDoesNotSay() {
    Contract school = small.contract("school");
    assertThat(school.area()).isEqualTo(new Expression("county_code", Set.of("county_code")));
    assertThat(school.describesSchools()).isTrue();
    assertThat(school.rejected().share()).contains(new BigDecimal("0.05"));
    assertThat(school.checks().get(1).message().en())
        .isEqualTo("Does not hold: count_if(area_m2 IS NULL) <= 0.5 * count(*)");
    Column area = school.column("area_m2").orElseThrow();
    assertThat(area.decimals()).isEqualTo(2);
    assertThat(area.maximum()).contains(number("100000"));
  }

  @Test
  void aContractReadsWhatItSaysOfAbsenceUnitsReferencesAndSets() {
    Catalogue shipped = new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();
    Contract student = shipped.contract("student");
    assertThat(student.column("gender").orElseThrow().absence().blank()).contains("/", "无");
    assertThat(student.column("school_code").orElseThrow().references())
        .contains(new Column.Reference("school", Check.Level.ROW));
    assertThat(shipped.contract("school").referenceKey()).contains("school_code");
    assertThat(shipped.contract("student").referenceKey()).isEmpty();
    assertThat(shipped.setChecks())
        .filteredOn(check -> check.id().equals("P-203"))
        .singleElement()
        .satisfies(
            check ->
                assertThat(check.figures())
                    .extracting(SetCheck.Figure::year)
                    .containsExactly(SetCheck.Year.THIS, SetCheck.Year.PREVIOUS));
  }

  @Test
  void everyShippedMeasureNamesItsSourceOfRecordAndReferenceDate() {
    Catalogue shipped = new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();
    assertThat(shipped.measures().values())
        .allSatisfy(
            measure -> {
              assertThat(measure.sourceOfRecord()).isPresent();
              assertThat(measure.referenceDate()).isPresent();
            });
    assertThat(shipped.measure("public_budget_yuan").referenceDate())
        .contains(ReferenceDate.CALENDAR_YEAR);
    assertThat(shipped.measure("pupils").sourceOfRecord()).contains(SourceOfRecord.PUPIL_REGISTER);
  }

  @Test
  void rowsMayNameTheirAreaAndPeriod() {
    Contract figure = small.contract("county_figure");
    assertThat(figure.period().orElseThrow().names()).containsExactly("year");
    assertThat(figure.areas())
        .contains(
            new Contract.AreaSource(
                "district", "district_name", "district_name", AreaLevel.COUNTY));
  }

  @Test
  void personalColumnsGiveWayToTheirReplacements() {
    Contract student = small.contract("student");
    Column id = student.column("id_number").orElseThrow();
    assertThat(id.isKept()).isFalse();
    assertThat(id.becomes().get(0).by()).isEmpty();
    Column.Replacement month = student.column("birth_date").orElseThrow().becomes().get(0);
    assertThat(month.name()).isEqualTo("birth_month");
    assertThat(month.type()).isEqualTo(ColumnType.DATE);
    assertThat(month.by().orElseThrow().names()).containsExactly("birth_date");
  }

  @Test
  void measuresOfOneDocumentAreOneSet() {
    assertThat(small.measureSets())
        .extracting(MeasureSet::contract)
        .containsExactly("student", "school", "county_figure");
    assertThat(small.measure("large_classes").aggregate())
        .isEqualTo(
            new Aggregate.CountGroups(
                List.of("class_no"),
                Optional.of(new Expression("pupils >= 56", Set.of("pupils")))));
    Measure area = small.measure("area_m2");
    assertThat(area.split()).isEqualTo(Measure.Split.BY_WEIGHTED_PUPILS);
    assertThat(area.where().orElseThrow().names()).containsExactly("school_type");
    assertThat(small.measure("teacher_pay").unitBasis()).contains(UnitBasis.RUN_BY);
  }

  @Test
  void anIndicatorWithALegalReferenceIsOfficial() {
    Indicator area = small.indicator("area_per_pupil");
    assertThat(area.formula())
        .isEqualTo(new Formula.Ratio("area_m2", "pupils", BigDecimal.ONE, Optional.empty()));
    assertThat(area.rollup()).isEqualTo(new Rollup.Add());
    assertThat(area.origin()).isEqualTo(Origin.OFFICIAL);
    assertThat(area.legal()).contains(new Legal("文〔2017〕6号", Optional.of("4")));
    assertThat(area.direction()).isEqualTo(Direction.UP);
    assertThat(small.indicator("mean_cv").origin()).isEqualTo(Origin.OWN);
  }

  @Test
  void aDispersionIsWeighedByTheDenominatorOfItsRatio() {
    Indicator cv = small.indicator("area_cv");
    assertThat(cv.formula())
        .isEqualTo(new Formula.Dispersion("area_per_pupil", "pupils", "balance"));
    assertThat(cv.rollup()).isEqualTo(new Rollup.None());
  }

  @Test
  void aScopeReadsColumnsOfSchoolsAndMeasures() {
    assertThat(small.scope("balance").where().names())
        .containsExactlyInAnyOrder("school_type", "pupils");
  }

  @Test
  void oneLimitHoldsForAllStagesOfItsIndicator() {
    ItemTest county = conjunctive().items().get(0).tests().get(1);
    assertThat(county)
        .isEqualTo(
            new ItemTest.OfCounty(
                "county",
                "area_cv",
                new Limit(
                    Comparison.AT_MOST,
                    Map.of("primary", number("0.50"), "junior", number("0.50")),
                    Optional.empty())));
  }

  @Test
  void aLimitOfSchoolsMayBeAnExpression() {
    ItemTest.OfSchools big = (ItemTest.OfSchools) conjunctive().items().get(1).tests().get(0);
    assertThat(big.limit().expression().orElseThrow().names())
        .containsExactlyInAnyOrder("is_standard", "pupils");
    assertThat(big.among()).contains("balance");
  }

  @Test
  void itemsTakeTheirDocumentOriginAndHeadingFromTheFramework() {
    Framework.Conjunctive pass = conjunctive();
    assertThat(pass.items().get(0).legal()).isEqualTo(new Legal("文〔2017〕6号", Optional.of("4")));
    assertThat(pass.items().get(0).origin()).isEqualTo(Origin.OFFICIAL);
    assertThat(pass.items().get(1).origin()).isEqualTo(Origin.OWN);
    assertThat(pass.items().get(1).group()).isEqualTo(new Text("达标", "Pass"));
    assertThat(pass.head().edition()).isEqualTo("2017");
    assertThat(pass.verdicts().get(Verdict.PASSED).zh()).isEqualTo("达到");
  }

  @Test
  void compositeCvInARankingIsTheFrameworksOwnIndicator() {
    assertThat(conjunctive().ranking().by())
        .containsExactly(
            new RankingKey.MetCount(Order.DESC), new RankingKey.ByIndicator("mean_cv", Order.ASC));
    assertThat(conjunctive().ranking().ties()).isEqualTo(RankingRule.Ties.COMPETITION);
  }

  @Test
  void aTreeOfWeightsKeepsItsShape() {
    Framework.Weighted score = (Framework.Weighted) small.framework("score-demo");
    assertThat(score.head().origin()).isEqualTo(Origin.DEMO);
    ScoreNode.Branch resources = (ScoreNode.Branch) score.tree().get(0);
    assertThat(resources.children())
        .extracting(ScoreNode::title)
        .extracting(Text::en)
        .containsExactly("Floor area per pupil", "Coefficient of variation of the floor area");
    assertThat(((ScoreNode.Leaf) score.tree().get(1)).normalise())
        .isEqualTo(new Normalisation.AllOrNothing(Comparison.AT_LEAST, BigDecimal.ZERO));
  }

  @Test
  void theDigestChangesWithTheDefinitionsAndNotWithTheEnvironment(@TempDir Path folder)
      throws IOException {
    OverlaidConf conf = OverlaidConf.in(folder);
    String digest = new ConfReader(conf.root()).read().catalogue().orElseThrow().digest();
    assertThat(digest).isEqualTo(small.digest()).hasSize(64);
    conf.write("env/other.yaml", "{lake: a, landing: b, key_file: c}");
    assertThat(new ConfReader(conf.root()).read().catalogue().orElseThrow().digest())
        .isEqualTo(digest);
    conf.write("codes/more.yaml", "codes: []");
    assertThat(new ConfReader(conf.root()).read().catalogue().orElseThrow().digest())
        .isNotEqualTo(digest);
  }

  private static Framework.Conjunctive conjunctive() {
    return (Framework.Conjunctive) small.framework("pass-2017");
  }
}
