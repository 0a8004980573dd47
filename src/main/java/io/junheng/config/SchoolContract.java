package io.junheng.config;

import java.util.List;
import java.util.Optional;

/** Finds the one contract whose rows describe schools. */
final class SchoolContract {
  private final Problems problems;

  SchoolContract(Problems problems) {
    this.problems = problems;
  }

  Optional<Value> find(List<Value> contracts) {
    List<Value> found =
        contracts.stream()
            .filter(Value::isMapping)
            .filter(contract -> contract.find("describes").isPresent())
            .toList();
    found.stream().skip(1).forEach(second -> tell(second, found.get(0)));
    return found.stream().findFirst();
  }

  private void tell(Value second, Value first) {
    problems.add(
        second.require("describes").place(),
        ProblemCode.TWO_SCHOOL_CONTRACTS,
        Cure.of("只能有一个数据集描述学校", "Only one contract can describe schools"),
        nameOf(second),
        nameOf(first),
        first.require("describes").place());
  }

  private static String nameOf(Value contract) {
    return contract.find("contract").filter(Value::isScalar).map(Value::text).orElse("");
  }
}
