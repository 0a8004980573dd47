package io.junheng.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Formula;
import io.junheng.definition.Statistic;
import io.junheng.definition.Statistic.Counting;
import io.junheng.definition.Statistic.QuantileRule;
import io.junheng.definition.Statistic.Quantiles;
import io.junheng.definition.Statistic.Which;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dispersion:} says beside the coefficient of variation. */
class StatisticReaderTest {
  @TempDir private Path folder;

  private OverlaidConf conf(String keys, String example) {
    return OverlaidConf.in(folder)
        .write(
            "indicators/spread.yaml",
            """
            indicators:
              - id: spread
                title: {zh: 差别, en: Spread}
                unit: "1"
                stages: [primary]
                dispersion: {of: area_per_pupil, among: balance, %s}
                examples: [%s]
            """
                .formatted(keys, example));
  }

  private Formula.Dispersion formula(String keys, String example) {
    ConfResult result = new ConfReader(conf(keys, example).root()).read();
    assertThat(result.problems()).isEmpty();
    return (Formula.Dispersion) result.catalogue().orElseThrow().indicator("spread").formula();
  }

  private List<ProblemCode> mistakes(String keys, String example) {
    return conf(keys, example).problems().stream().map(Problem::code).toList();
  }

  @Test
  void aStatisticIsNamedOrHasItsParameter() {
    String schools = "{schools: [{area_per_pupil: 1, pupils: 1}, {area_per_pupil: 3, pupils: 1}], ";
    assertThat(formula("statistic: gini", schools + "value: 0.25}").statistic())
        .isEqualTo(new Statistic.Gini());
    assertThat(formula("statistic: {entropy: 2}", schools + "value: 0.125}").statistic())
        .isEqualTo(new Statistic.Entropy(BigDecimal.valueOf(2)));
    assertThat(formula("statistic: {atkinson: 0.5}", schools + "value: 0.067}").statistic())
        .isEqualTo(new Statistic.Atkinson(new BigDecimal("0.5")));
    assertThat(
            formula(
                "schools: equal, statistic: {range_ratio: {high: 100, low: 0, rule: interpolated}}",
                schools + "value: 2}"))
        .isEqualTo(
            new Formula.Dispersion(
                "area_per_pupil",
                "pupils",
                "balance",
                new Statistic.RangeRatio(
                    new Quantiles(
                        BigDecimal.valueOf(100), BigDecimal.ZERO, QuantileRule.INTERPOLATED)),
                Counting.EQUAL,
                Optional.empty()));
  }

  @Test
  void anExampleOfAPartNumbersTheGroups() {
    String schools =
        "{schools: [{area_per_pupil: 1, pupils: 2, school_type: 1}, {area_per_pupil: 3, pupils: 2, school_type: 2}], ";
    assertThat(
            formula("statistic: theil_t, part: {within: school_type}", schools + "value: 0}")
                .part())
        .contains(new Statistic.Part(Which.WITHIN, "school_type"));
    assertThat(mistakes("statistic: theil_t, part: {between: school_type}", schools + "value: 1}"))
        .containsExactly(ProblemCode.EXAMPLE_DIFFERS);
  }

  @Test
  void whatHasNoMeaningIsAMistake() {
    assertThat(mistakes("statistic: mcloone, part: {within: school_type}", ""))
        .containsExactly(ProblemCode.BAD_VALUE);
    assertThat(mistakes("statistic: {atkinson: 0}", "")).containsExactly(ProblemCode.BAD_VALUE);
    assertThat(mistakes("statistic: {quantile_ratio: {high: 90, low: 10, rule: interpolated}}", ""))
        .containsExactly(ProblemCode.BAD_VALUE);
    assertThat(mistakes("statistic: {quantile_ratio: {high: 90, low: 10}}", ""))
        .containsExactly(ProblemCode.MISSING_KEY);
    assertThat(mistakes("statistic: ginny", "")).containsExactly(ProblemCode.UNKNOWN_WORD);
  }

  @Test
  void groupsAreToldByAColumnOfSchoolsThatIsNoQuantity() {
    assertThat(mistakes("statistic: theil_t, part: {within: school_typ}", ""))
        .containsExactly(ProblemCode.UNKNOWN_COLUMN);
    assertThat(mistakes("statistic: theil_t, part: {within: area_m2}", ""))
        .containsExactly(ProblemCode.UNKNOWN_COLUMN);
    assertThat(mistakes("statistic: theil_t, part: {within: county_code}", ""))
        .containsExactly(ProblemCode.UNKNOWN_COLUMN);
  }
}
