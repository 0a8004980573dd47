package io.junheng.config;

import io.junheng.definition.Example;
import io.junheng.definition.Expression;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Statistic;
import io.junheng.definition.Text;
import io.junheng.dispersion.Dispersion;
import io.junheng.dispersion.EvaluateStatistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Works the examples of indicators out again. */
final class ExampleRunner {
  private static final MathContext DIGITS = MathContext.DECIMAL128;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Problems problems;
  private final Attempt attempt;
  private final SqlCheck sql;
  private final Vocabulary schools;
  private final IndicatorChecks indicators;

  ExampleRunner(Problems problems, SqlCheck sql, Vocabulary schools, IndicatorChecks indicators) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.sql = sql;
    this.schools = schools;
    this.indicators = indicators;
  }

  /** What is wrong with the figures of an example. */
  private static final class WrongInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Text reason;

    WrongInput(String zh, String en) {
      super(en);
      this.reason = new Text(zh, en);
    }
  }

  void run(Map<Indicator, Value> values) {
    values.forEach(
        (indicator, value) ->
            value
                .each("examples")
                .forEach(example -> attempt.at(example, () -> run(indicator, example))));
  }

  private boolean run(Indicator indicator, Value value) {
    Example example = IndicatorsReader.example(value);
    try {
      BigDecimal result = result(indicator, example.rows());
      BigDecimal shown = result.setScale(example.value().scale(), RoundingMode.HALF_UP);
      if (shown.compareTo(example.value()) != 0) {
        problems.add(
            value.require("value").place(),
            ProblemCode.EXAMPLE_DIFFERS,
            Cure.NONE,
            indicator.id(),
            result.round(new MathContext(12)).stripTrailingZeros().toPlainString(),
            example.value().toPlainString());
      }
      return true;
    } catch (WrongInput e) {
      problems.add(value.place(), ProblemCode.EXAMPLE_INPUT, Cure.NONE, indicator.id(), e.reason);
      return false;
    }
  }

  private BigDecimal result(Indicator indicator, List<Map<String, BigDecimal>> rows) {
    Formula formula = indicator.formula();
    if (formula instanceof Formula.Dispersion dispersion) {
      return dispersion(dispersion, rows);
    } else if (formula instanceof Formula.ShareOfSchools share) {
      return share(share.where(), rows);
    }
    if (rows.size() != 1) {
      throw new WrongInput("只有一行数据(given)", "it has one row of figures (given)");
    }
    return single(formula, rows.get(0));
  }

  private BigDecimal single(Formula formula, Map<String, BigDecimal> row) {
    if (formula instanceof Formula.Ratio ratio) {
      only(row, Set.of(ratio.of(), ratio.per()));
      return divided(figure(row, ratio.of()).multiply(ratio.times()), figure(row, ratio.per()));
    } else if (formula instanceof Formula.Survey survey) {
      only(row, Set.of(survey.of(), survey.weight()));
      return divided(figure(row, survey.of()).multiply(HUNDRED), figure(row, survey.weight()));
    } else if (formula instanceof Formula.Growth) {
      only(row, Set.of("now", "before"));
      BigDecimal before = figure(row, "before");
      return divided(figure(row, "now").subtract(before).multiply(HUNDRED), before);
    } else if (formula instanceof Formula.MeasureValue measure) {
      only(row, Set.of(measure.of()));
      return figure(row, measure.of());
    } else if (formula instanceof Formula.Derived derived) {
      only(row, derived.value().names());
      return derived(derived.value(), row);
    }
    throw new IllegalStateException("unknown formula " + formula);
  }

  private BigDecimal derived(Expression expression, Map<String, BigDecimal> row) {
    Vocabulary inputs = Vocabulary.of(expression.names(), Vocabulary.INDICATOR);
    Object value =
        evaluate(expression, inputs, row)
            .orElseThrow(() -> new WrongInput("结果为空", "the result is null"));
    return new BigDecimal(value.toString());
  }

  private Optional<Object> evaluate(
      Expression expression, Vocabulary inputs, Map<String, BigDecimal> row) {
    try {
      return sql.evaluate(expression, inputs, row);
    } catch (ArithmeticException e) {
      throw new WrongInput("无法计算:" + e.getMessage(), "it cannot be worked out: " + e.getMessage());
    }
  }

  /**
   * Percentage of the rows for which the condition is true among those for which it can be told.
   */
  private BigDecimal share(Expression where, List<Map<String, BigDecimal>> rows) {
    Map<String, String> types = new LinkedHashMap<>();
    where.names().forEach(name -> types.put(name, schools.types().get(name)));
    if (types.containsValue(null)) {
      throw new Value.Unreadable();
    }
    Vocabulary inputs = new Vocabulary(types, true);
    int told = 0;
    int met = 0;
    for (Map<String, BigDecimal> row : rows) {
      only(row, where.names());
      Optional<Object> answer = evaluate(where, inputs, row);
      told += answer.isPresent() ? 1 : 0;
      met += answer.filter(Boolean.TRUE::equals).isPresent() ? 1 : 0;
    }
    return divided(BigDecimal.valueOf(met).multiply(HUNDRED), BigDecimal.valueOf(told));
  }

  /**
   * The spread between rows that name the ratio's two sides, or its value and the weight; and a
   * number for the group, where the statistic is told in parts.
   */
  private BigDecimal dispersion(Formula.Dispersion dispersion, List<Map<String, BigDecimal>> rows) {
    if (dispersion.isWeightedCv()) {
      return weightedCv(dispersion, rows);
    }
    List<Dispersion.School> schools =
        rows.stream()
            .map(
                row ->
                    new Dispersion.School(
                        "",
                        value(dispersion, row).doubleValue(),
                        figure(row, dispersion.weight()).doubleValue(),
                        group(dispersion).map(by -> figure(row, by).toPlainString()).orElse("")))
            .toList();
    return new EvaluateStatistic(dispersion)
        .apply(schools)
        .map(BigDecimal::valueOf)
        .orElseThrow(() -> new WrongInput("结果为空", "the result is null"));
  }

  private static Optional<String> group(Formula.Dispersion dispersion) {
    return dispersion.part().map(Statistic.Part::by);
  }

  /** sqrt(Σ p/P (x − X)²) ÷ X with X = Σ p·x ÷ P, in decimal. */
  private BigDecimal weightedCv(Formula.Dispersion dispersion, List<Map<String, BigDecimal>> rows) {
    List<BigDecimal> weights = new ArrayList<>();
    List<BigDecimal> values = new ArrayList<>();
    for (Map<String, BigDecimal> row : rows) {
      weights.add(figure(row, dispersion.weight()));
      values.add(value(dispersion, row));
    }
    BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = divided(sumOfProducts(weights, values), all);
    List<BigDecimal> squares = values.stream().map(x -> x.subtract(mean).pow(2, DIGITS)).toList();
    BigDecimal variance = divided(sumOfProducts(weights, squares), all);
    return divided(variance.sqrt(DIGITS), mean);
  }

  private BigDecimal value(Formula.Dispersion dispersion, Map<String, BigDecimal> row) {
    Optional<Formula> of = indicators.find(dispersion.of()).map(Indicator::formula);
    if (!(of.orElse(null) instanceof Formula.Ratio ratio)) {
      throw new Value.Unreadable();
    }
    if (row.containsKey(dispersion.of())) {
      only(row, with(dispersion, dispersion.of()));
      return figure(row, dispersion.of());
    }
    Set<String> names = with(dispersion, ratio.of(), ratio.per());
    only(row, names);
    return divided(figure(row, ratio.of()).multiply(ratio.times()), figure(row, ratio.per()));
  }

  private static Set<String> with(Formula.Dispersion dispersion, String... names) {
    Set<String> all = new TreeSet<>(List.of(names));
    all.add(dispersion.weight());
    group(dispersion).ifPresent(all::add);
    return all;
  }

  private static BigDecimal sumOfProducts(List<BigDecimal> a, List<BigDecimal> b) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < a.size(); i++) {
      sum = sum.add(a.get(i).multiply(b.get(i)));
    }
    return sum;
  }

  private static BigDecimal divided(BigDecimal of, BigDecimal per) {
    if (per.signum() == 0) {
      throw new WrongInput("除数为 0", "it divides by 0");
    }
    return of.divide(per, DIGITS);
  }

  private static BigDecimal figure(Map<String, BigDecimal> row, String name) {
    if (!row.containsKey(name)) {
      throw new WrongInput("缺少“%s”".formatted(name), "it lacks '%s'".formatted(name));
    }
    return row.get(name);
  }

  private static void only(Map<String, BigDecimal> row, Set<String> names) {
    for (String given : new TreeSet<>(row.keySet())) {
      if (!names.contains(given)) {
        String known = String.join(", ", new TreeSet<>(names));
        throw new WrongInput(
            "公式不使用“%s”,只使用:%s".formatted(given, known),
            "the formula does not read '%s', only: %s".formatted(given, known));
      }
    }
  }
}
