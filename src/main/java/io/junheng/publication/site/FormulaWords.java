package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Expression;
import io.junheng.definition.Formula;
import io.junheng.definition.Indicator;
import io.junheng.definition.Measure;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A formula as people read it: in words, with what it reads and whom it counts. */
final class FormulaWords {
  private final Catalogue catalogue;
  private final Formula formula;
  private final Map<String, Measure> measures;
  private final Map<String, Indicator> indicators;

  FormulaWords(Catalogue catalogue, Formula formula) {
    this.catalogue = catalogue;
    this.formula = formula;
    this.measures = catalogue.measures();
    this.indicators =
        catalogue.indicators().stream()
            .collect(Collectors.toMap(Indicator::id, indicator -> indicator));
  }

  /** Something that a formula reads: a measure or another indicator. */
  record Input(String id, Text title, String unit, boolean indicator) {}

  Text words() {
    if (formula instanceof Formula.Ratio ratio) {
      return quotient(ratio.of(), ratio.per(), ratio.times());
    } else if (formula instanceof Formula.Survey survey) {
      return quotient(survey.of(), survey.weight(), new BigDecimal(100));
    } else if (formula instanceof Formula.ShareOfSchools) {
      return new Text(
          "符合条件的学校数 ÷ 能够判定的学校数 × 100",
          "schools that meet the condition ÷ schools for which it can be told × 100");
    } else if (formula instanceof Formula.Dispersion spread) {
      Text of = indicators.get(spread.of()).title();
      if (!spread.isWeightedCv()) {
        return new StatisticWords(spread).of(of);
      }
      return new Text(
          "√[Σ(pᵢ ÷ P)(xᵢ − X)²] ÷ X：xᵢ 为各校「%s」，pᵢ 为各校学生数，P 为其和，X 为全县平均".formatted(of.zh()),
          "√[Σ(pᵢ ÷ P)(xᵢ − X)²] ÷ X: xᵢ a school’s «%s», pᵢ its pupils, P their sum, X the mean of the county"
              .formatted(of.en()));
    } else if (formula instanceof Formula.Growth growth) {
      Text of = title(growth.of());
      return new Text(
          "「%1$s」(本期 − 上期) ÷ 上期 × 100".formatted(of.zh()),
          "«%s»: (now − before) ÷ before × 100".formatted(of.en()));
    } else if (formula instanceof Formula.Derived) {
      return new Text("由下列指标按表达式计算", "worked out from the indicators below");
    } else if (formula instanceof Formula.MeasureValue value) {
      return title(value.of());
    }
    throw new IllegalStateException("no words for formula " + formula);
  }

  private Text quotient(String of, String per, BigDecimal times) {
    String factor =
        times.compareTo(BigDecimal.ONE) == 0
            ? ""
            : " × " + times.stripTrailingZeros().toPlainString();
    return new Text(
        "「%s」 ÷ 「%s」%s".formatted(title(of).zh(), title(per).zh(), factor),
        "«%s» ÷ «%s»%s".formatted(title(of).en(), title(per).en(), factor));
  }

  private Text title(String id) {
    return measures.containsKey(id) ? measures.get(id).title() : indicators.get(id).title();
  }

  /** The expression of {@code conf/}, where the formula has one. */
  Optional<String> expression() {
    return written().map(Expression::sql);
  }

  private Optional<Expression> written() {
    if (formula instanceof Formula.ShareOfSchools share) {
      return Optional.of(share.where());
    }
    return formula instanceof Formula.Derived derived
        ? Optional.of(derived.value())
        : Optional.empty();
  }

  /** The schools that count; empty: all. */
  Optional<Text> among() {
    Optional<String> scope = Optional.empty();
    if (formula instanceof Formula.Ratio ratio) {
      scope = ratio.among();
    } else if (formula instanceof Formula.ShareOfSchools share) {
      scope = share.among();
    } else if (formula instanceof Formula.Dispersion spread) {
      scope = Optional.of(spread.among());
    }
    return scope.map(id -> catalogue.scope(id).title());
  }

  List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    Stream<String> names =
        Stream.concat(
            formula instanceof Formula.Dispersion spread
                ? Stream.concat(
                    Stream.of(spread.of()),
                    indicators.get(spread.of()).formula().measures().stream())
                : formula.measures().stream(),
            written().stream().flatMap(expression -> expression.names().stream().sorted()));
    names
        .distinct()
        .forEach(
            id -> {
              if (indicators.containsKey(id)) {
                Indicator indicator = indicators.get(id);
                inputs.add(new Input(id, indicator.title(), indicator.unit(), true));
              } else if (measures.containsKey(id)) {
                Measure measure = measures.get(id);
                inputs.add(new Input(id, measure.title(), measure.unit(), false));
              }
            });
    return inputs;
  }
}
