package io.junheng.explain;

import io.junheng.definition.Text;
import io.junheng.table.CountyDispersion;
import io.junheng.table.DimIndicator;
import io.junheng.table.SchoolDispersionShare;
import io.junheng.table.SchoolIndicator;
import io.junheng.table.SchoolMeasure;
import io.junheng.table.StoredRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a spread: the schools of a county with what each weighs and brings to the variance. */
record TellSpread(Facts facts, Question question) {
  /**
   * The spread at a stage; empty where the lake has none.
   *
   * @param definition of a dispersion, whose inputs are the indicator of schools and the weight
   */
  Optional<Figure.Spread> of(StoredRow definition, String stage) {
    String indicator = definition.require(DimIndicator.INDICATOR);
    List<String> inputs = Facts.parts(definition, DimIndicator.INPUTS);
    return facts
        .read(
            CountyDispersion.TABLE,
            Map.of(
                CountyDispersion.PERIOD, period(), CountyDispersion.COUNTY_CODE, question.area()))
        .stream()
        .filter(row -> row.require(CountyDispersion.INDICATOR).equals(indicator))
        .filter(row -> row.require(CountyDispersion.STAGE).equals(stage))
        .findFirst()
        .map(
            row ->
                new Figure.Spread(
                    row.text(CountyDispersion.STATISTIC).orElse("cv"),
                    row.number(CountyDispersion.WEIGHTED_MEAN),
                    row.number(CountyDispersion.WEIGHTED_SD),
                    row.number(CountyDispersion.CV_UNWEIGHTED),
                    row.integer(CountyDispersion.SCHOOL_COUNT).orElse(0),
                    row.integer(CountyDispersion.EXCLUDED_COUNT).orElse(0),
                    inputs.size() < 2
                        ? List.of()
                        : schools(indicator, inputs.get(0), inputs.get(1), stage)));
  }

  private int period() {
    return question.period().number();
  }

  private List<Figure.OfSchool> schools(String indicator, String of, String weight, String stage) {
    Map<String, BigDecimal> shares = shares(indicator, stage);
    Map<String, BigDecimal> weights = weights(weight, stage);
    BigDecimal all =
        weights.entrySet().stream()
            .filter(entry -> shares.containsKey(entry.getKey()))
            .map(Map.Entry::getValue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, Text> names = facts.schools(period(), question.area());
    List<Figure.OfSchool> schools = new ArrayList<>();
    values(of, stage)
        .forEach(
            (school, value) -> {
              Optional<BigDecimal> share = Optional.ofNullable(shares.get(school));
              Optional<BigDecimal> pupils = Optional.ofNullable(weights.get(school));
              schools.add(
                  new Figure.OfSchool(
                      school,
                      names.getOrDefault(school, Text.same(school)),
                      pupils,
                      value,
                      share
                          .flatMap(any -> pupils)
                          .filter(any -> all.signum() > 0)
                          .map(p -> p.divide(all, MathContext.DECIMAL64)),
                      share));
            });
    schools.sort(
        Comparator.comparing((Figure.OfSchool school) -> school.share().isEmpty())
            .thenComparing(
                school -> school.share().orElse(BigDecimal.ZERO), Comparator.reverseOrder())
            .thenComparing(Figure.OfSchool::code));
    return schools;
  }

  private Map<String, BigDecimal> shares(String indicator, String stage) {
    Map<String, BigDecimal> shares = new HashMap<>();
    for (StoredRow row :
        facts.read(
            SchoolDispersionShare.TABLE,
            Map.of(
                SchoolDispersionShare.PERIOD,
                period(),
                SchoolDispersionShare.COUNTY_CODE,
                question.area()))) {
      if (row.require(SchoolDispersionShare.INDICATOR).equals(indicator)
          && row.require(SchoolDispersionShare.STAGE).equals(stage)) {
        row.number(SchoolDispersionShare.SHARE)
            .ifPresent(share -> shares.put(row.require(SchoolDispersionShare.SCHOOL_CODE), share));
      }
    }
    return shares;
  }

  private Map<String, BigDecimal> weights(String measure, String stage) {
    Map<String, BigDecimal> weights = new HashMap<>();
    for (StoredRow row :
        facts.read(
            SchoolMeasure.TABLE,
            Map.of(
                SchoolMeasure.PERIOD,
                period(),
                SchoolMeasure.COUNTY_CODE,
                question.area(),
                SchoolMeasure.MEASURE,
                measure))) {
      if (row.require(SchoolMeasure.STAGE).equals(stage)) {
        row.number(SchoolMeasure.VALUE)
            .ifPresent(value -> weights.put(row.require(SchoolMeasure.SCHOOL_CODE), value));
      }
    }
    return weights;
  }

  private Map<String, Optional<BigDecimal>> values(String indicator, String stage) {
    Map<String, Optional<BigDecimal>> values = new HashMap<>();
    for (StoredRow row :
        facts.read(
            SchoolIndicator.TABLE,
            Map.of(
                SchoolIndicator.PERIOD,
                period(),
                SchoolIndicator.COUNTY_CODE,
                question.area(),
                SchoolIndicator.INDICATOR,
                indicator))) {
      if (row.require(SchoolIndicator.STAGE).equals(stage)) {
        values.put(row.require(SchoolIndicator.SCHOOL_CODE), row.number(SchoolIndicator.VALUE));
      }
    }
    return values;
  }
}
