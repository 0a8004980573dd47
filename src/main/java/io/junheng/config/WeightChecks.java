package io.junheng.config;

import io.junheng.definition.Aggregation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold of the weights of siblings. */
record WeightChecks(Problems problems) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What weights at the top may sum to. */
  static List<BigDecimal> ofWhole(Aggregation how, BigDecimal max) {
    return how == Aggregation.SUM ? List.of(max) : List.of(BigDecimal.ONE, HUNDRED);
  }

  /** What weights below a node may sum to; points that are summed must be the node's. */
  static List<BigDecimal> below(BigDecimal weight, Aggregation how) {
    return how == Aggregation.SUM ? List.of(weight) : List.of(BigDecimal.ONE, HUNDRED, weight);
  }

  /** Weights are above 0 and sum to one of these, or are all equal and not given. */
  void check(Value list, String owner, boolean isEqual, List<BigDecimal> sums) {
    List<Value> siblings = list.list().stream().filter(Value::isMapping).toList();
    List<Value> given = siblings.stream().flatMap(s -> s.find("weight").stream()).toList();
    if (isEqual) {
      given.forEach(
          weight ->
              bad(
                  weight,
                  "weights: equal 时不应给出 weight",
                  "with 'weights: equal' no weight is given"));
      return;
    }
    siblings.stream().filter(s -> s.find("weight").isEmpty()).forEach(this::lacksWeight);
    List<BigDecimal> numbers = given.stream().flatMap(w -> w.asNumber().stream()).toList();
    given.stream()
        .filter(weight -> weight.asNumber().filter(n -> n.signum() <= 0).isPresent())
        .forEach(weight -> bad(weight, "权重须大于 0", "a weight is above 0"));
    if (numbers.size() == list.list().size()) {
      checkSum(list, owner, numbers, sums);
    }
  }

  private void lacksWeight(Value sibling) {
    String name =
        Stream.of("node", "item")
            .flatMap(key -> sibling.find(key).stream())
            .map(Value::text)
            .findFirst()
            .orElse("");
    problems.add(
        sibling.place(),
        ProblemCode.MISSING_KEY,
        Cure.of("或在上级写 weights: equal", "Or write 'weights: equal' above"),
        IndicatorChecks.quoted(name),
        "weight");
  }

  private void bad(Value place, String zh, String en) {
    problems.add(place.place(), ProblemCode.BAD_VALUE, Cure.NONE, Cure.of(zh, en));
  }

  private void checkSum(
      Value list, String owner, List<BigDecimal> numbers, List<BigDecimal> allowed) {
    BigDecimal total = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Optional<BigDecimal> fitting =
        allowed.stream().filter(sum -> sum.compareTo(total) == 0).findFirst();
    if (fitting.isEmpty()) {
      List<String> sums =
          allowed.stream().map(a -> a.stripTrailingZeros().toPlainString()).distinct().toList();
      problems.add(
          list.place(),
          ProblemCode.WEIGHTS_DO_NOT_SUM,
          Cure.of(
              "应为 " + String.join(" 或 ", sums), "They must sum to " + String.join(" or ", sums)),
          IndicatorChecks.quoted(owner),
          total.toPlainString());
    }
  }
}
