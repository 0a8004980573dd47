package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Audience;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Disclosure;
import io.junheng.definition.Disclosure.Extent;
import io.junheng.definition.Formula;
import io.junheng.definition.Origin;
import io.junheng.definition.Period;
import io.junheng.definition.SmallCounts;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.disclosure.ForAudience;
import io.junheng.table.CountyIndicator;
import io.junheng.table.CountyScore;
import io.junheng.table.DimArea;
import io.junheng.table.DimSchool;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.Layer;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import io.junheng.testing.Disclosing;
import io.junheng.testing.SampleLake;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each audience gets to see of the sample province. */
class GoldToPublishTest {
  private static final String OWN = "990102";
  private static final String SCORED = "zj-modernization-demo-2023";
  private static final Map<List<?>, Gold> DISCLOSING = new HashMap<>();
  private static Gold all;

  /** The whole of the sample's gold, read once. */
  @BeforeAll
  static void open() {
    all = GoldToPublish.open(request("province", List.of()));
  }

  /** Some hundred megabytes, which the tests that follow in this JVM have use for. */
  @AfterAll
  static void close() {
    all = null;
    DISCLOSING.clear();
  }

  private static PublishRequest request(String audience, List<Period> periods) {
    return new PublishRequest(
        SampleLake.catalogue(),
        new SparkStart("test", Map.of(), Map.of()),
        SampleLake.root().toString(),
        periods,
        Audience.parse(audience),
        SmallCounts.USUAL);
  }

  private static Gold shown(Catalogue catalogue, String audience) {
    return ForAudience.of(all, catalogue, Audience.parse(audience), SmallCounts.USUAL);
  }

  /** Gold under the disclosures that are shipped. */
  private static Gold shipped(String audience) {
    return shown(SampleLake.catalogue(), audience);
  }

  private static Gold disclosing(Extent extent, String audience) {
    return DISCLOSING.computeIfAbsent(
        List.of(extent, audience),
        key ->
            shown(
                Disclosing.everywhere(
                    SampleLake.catalogue(), new Disclosure(extent, extent, extent, Origin.OWN)),
                audience));
  }

  private static Stream<Table> tables() {
    return Tables.all().stream().filter(table -> table.layer() == Layer.GOLD);
  }

  /** Every text that stands in any cell, once. */
  private static String texts(Gold gold) {
    return tables()
        .flatMap(table -> gold.rows(table).stream())
        .flatMap(GoldToPublishTest::cells)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** Which of the names stand somewhere in the texts, looked for all at once. */
  private static Set<String> told(Set<String> names, String texts) {
    int shortest = names.stream().mapToInt(String::length).min().orElseThrow();
    Map<String, List<String>> byStart =
        names.stream().collect(Collectors.groupingBy(name -> name.substring(0, shortest)));
    Set<String> told = new TreeSet<>();
    for (int at = 0; at + shortest <= texts.length(); at++) {
      for (String name : byStart.getOrDefault(texts.substring(at, at + shortest), List.of())) {
        if (texts.startsWith(name, at)) {
          told.add(name);
        }
      }
    }
    return told;
  }

  private static Stream<String> cells(Row row) {
    return Stream.iterate(0, i -> i < row.size(), i -> i + 1)
        .map(row::get)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  private static Set<String> schools(String exceptOf) {
    return all.rows(DimSchool.TABLE).stream()
        .filter(row -> !Cells.code(row, DimSchool.COUNTY_CODE).equals(exceptOf))
        .flatMap(
            row ->
                Stream.of(
                    Cells.code(row, DimSchool.SCHOOL_CODE), Cells.code(row, DimSchool.NAME_ZH)))
        .collect(Collectors.toSet());
  }

  @Test
  void theProvinceSeesEverything() {
    assertThat(all.rows(DimSchool.TABLE)).hasSizeGreaterThan(500);
    assertThat(all.rows(LeagueTable.TABLE)).hasSizeGreaterThan(1000);
  }

  @Test
  void aCountySeesAllOfItsOwn() {
    Gold gold = shipped("county:" + OWN);
    for (Table table : tables().filter(t -> t.columnNames().contains("county_code")).toList()) {
      List<Row> own = own(all, table);
      assertThat(own(gold, table))
          .as(table.name())
          .extracting(Row::toString)
          .containsExactlyElementsOf(expected(table, own));
    }
  }

  private static List<Row> own(Gold gold, Table table) {
    return gold.rows(table).stream().filter(row -> OWN.equals(row.getAs("county_code"))).toList();
  }

  /** The distance to the next place is another county's figure. */
  private static List<String> expected(Table table, List<Row> own) {
    int secret = table.columnNames().indexOf("points_to_next_rank");
    return own.stream()
        .map(
            row ->
                secret < 0 || SCORED.equals(row.getAs("subject"))
                    ? row.toString()
                    : org.apache.spark.sql.RowFactory.create(
                            Stream.iterate(0, i -> i < row.size(), i -> i + 1)
                                .map(i -> i == secret ? null : row.get(i))
                                .toArray())
                        .toString())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"county:" + OWN, "public"})
  void noSchoolOfOthersIsNamedAnywhereEvenIfAllIsDisclosed(String audience) {
    Set<String> foreign = schools(audience.equals("public") ? "" : OWN);
    assertThat(foreign).isNotEmpty();
    assertThat(told(foreign, texts(disclosing(new Extent.All(), audience)))).isEmpty();
  }

  @Test
  void noOtherCountyIsNamedAnywhereWhereOnlyTheMeanIsDisclosed() {
    Gold gold = disclosing(new Extent.OwnAndMean(), "county:" + OWN);
    Set<String> foreign =
        all.rows(DimArea.TABLE).stream()
            .filter(row -> Set.of("county", "zone").contains(Cells.code(row, DimArea.AREA_LEVEL)))
            .filter(row -> !Cells.code(row, DimArea.AREA_CODE).equals(OWN))
            .flatMap(
                row ->
                    Stream.of(Cells.code(row, DimArea.AREA_CODE), Cells.code(row, DimArea.NAME_ZH)))
            .collect(Collectors.toSet());

    // A school that the county runs may stand in another's area.
    gold.rows(DimSchool.TABLE).forEach(school -> foreign.remove(school.getAs("located_in")));
    assertThat(foreign).hasSizeGreaterThan(150);
    String texts = texts(gold);
    assertThat(told(foreign, texts)).isEmpty();
    assertThat(texts).contains(OWN);
    assertThat(gold.rows(CountyScore.TABLE))
        .filteredOn(row -> "990000".equals(row.getAs("county_code")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.<String>getAs("origin")).isEqualTo("own"));
  }

  @Test
  void thePublicSeesTheTopOfOneFrameworkAndTheGradesOfAnother() {
    List<Row> rows = shipped("public").rows(LeagueTable.TABLE);
    assertThat(rows)
        .extracting(row -> row.<String>getAs("framework"))
        .containsOnly(SCORED, "zj-ecology-2021");
    assertThat(rows)
        .filteredOn(row -> SCORED.equals(row.getAs("framework")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.<Integer>getAs("rank_no")).isBetween(1, 10));
    assertThat(rows)
        .filteredOn(row -> "zj-ecology-2021".equals(row.getAs("framework")))
        .hasSizeGreaterThan(80)
        .allSatisfy(
            row -> {
              assertThat(row.<Integer>getAs("rank_no")).isNull();
              assertThat(row.<BigDecimal>getAs("score")).isNull();
            });
  }

  @Test
  void nothingOfAFrameworkIsThereWhereNothingIsDisclosed() {
    Gold gold = disclosing(new Extent.None(), "county:" + OWN);
    assertThat(texts(gold)).doesNotContain(SCORED, "cn-quality-balance-2017");
  }

  @Test
  void smallNumbersOfPeopleAreHiddenWithTheFiguresThatRestOnThem() {
    Catalogue catalogue = SampleLake.catalogue();
    Map<List<?>, Row> shown =
        disclosing(new Extent.All(), "public").rows(CountyIndicator.TABLE).stream()
            .collect(Collectors.toMap(GoldToPublishTest::key, row -> row));
    List<Row> small =
        all.rows(CountyIndicator.TABLE).stream()
            .filter(row -> shown.containsKey(key(row)))
            .filter(row -> isSmall(catalogue, row))
            .toList();

    assertThat(small)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            row -> {
              Row hidden = shown.get(key(row));
              assertThat(hidden.<String>getAs("conf_status")).isEqualTo("C");
              assertThat(hidden.<Object>getAs("value")).isNull();
              assertThat(hidden.<Object>getAs("numerator")).isNull();
              assertThat(hidden.<Object>getAs("denominator")).isNull();
            });
    assertThat(shown.values())
        .filteredOn(row -> "F".equals(row.getAs("conf_status")))
        .hasSizeGreaterThan(5_000);
  }

  private static List<?> key(Row row) {
    return List.of(row.get(0), row.get(1), row.get(2), row.get(3));
  }

  private static boolean isSmall(Catalogue catalogue, Row row) {
    Formula formula = catalogue.indicator(Cells.code(row, CountyIndicator.INDICATOR)).formula();
    return formula instanceof Formula.Ratio ratio
        && (isFew(catalogue, ratio.of(), row.getAs("numerator"))
            || isFew(catalogue, ratio.per(), row.getAs("denominator")));
  }

  private static boolean isFew(Catalogue catalogue, String measure, BigDecimal count) {
    return catalogue.measure(measure).unit().equals("person")
        && count != null
        && count.signum() > 0
        && count.compareTo(BigDecimal.TEN) < 0;
  }

  @Test
  void documentsAndNotesOfOthersAreNotShown() {
    assertThat(disclosing(new Extent.All(), "county:" + OWN).rows(FrameworkItemResult.TABLE))
        .filteredOn(row -> !OWN.equals(row.getAs("county_code")))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("evidence")).isNull();
              assertThat(row.<String>getAs("note")).isNull();
            });
  }

  @Test
  void anAreaThatTheLakeDoesNotKnowIsAMistakeOfTheCommandLine() {
    assertThatThrownBy(() -> GoldToPublish.open(request("county:990103x", List.of())))
        .isInstanceOfSatisfying(
            JobException.class,
            failure -> {
              assertThat(failure.outcome()).isEqualTo(Outcome.CONFIGURATION);
              assertThat(failure.text().en()).contains("Did you mean '990103'");
            });
  }

  @Test
  void aPeriodWithoutResultsIsMissingInput() {
    PublishRequest request = request("province", List.of(Period.parse("199910")));
    assertThatThrownBy(() -> GoldToPublish.open(request))
        .hasMessageContaining("holds no results for period 199910");
  }
}
