package io.junheng.config;

import io.junheng.definition.Column;
import io.junheng.definition.Contract;
import io.junheng.definition.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What must hold between a column and the dataset that it refers to. */
final class ReferenceChecks {
  private final Attempt attempt;
  private final Problems problems;

  ReferenceChecks(Problems problems) {
    this.attempt = new Attempt(problems);
    this.problems = problems;
  }

  void run(List<Value> documents, List<Contract> contracts) {
    Map<String, Contract> byId =
        contracts.stream()
            .collect(Collectors.toMap(Contract::id, Function.identity(), (first, second) -> first));
    for (Value document : documents) {
      attempt.at(
          document,
          () -> {
            Contract contract = byId.get(document.require("contract").text());
            if (contract != null) {
              document.each("columns").forEach(column -> check(column, contract, byId));
            }
            return document;
          });
    }
  }

  private void check(Value value, Contract contract, Map<String, Contract> byId) {
    Optional<Value> references = value.find("references");
    Optional<Column> column = contract.column(value.require("name").text());
    column
        .flatMap(Column::references)
        .map(reference -> byId.get(reference.contract()))
        .flatMap(target -> objection(column.get(), contract, target))
        .ifPresent(
            text ->
                problems.add(
                    references.orElse(value).place(),
                    ProblemCode.WRONG_REFERENCE,
                    Cure.NONE,
                    column.get().name(),
                    text));
  }

  private static Optional<Text> objection(Column column, Contract contract, Contract target) {
    if (column.type() != Column.ColumnType.TEXT || column.codes().isPresent()) {
      return Optional.of(Cure.of("只有不设代码表的文本列可引用其他数据集", "only a text without a code list can"));
    }
    if (contract.period().isPresent()) {
      return Optional.of(
          Cure.of(
              "数据集“%s”的周期由各行给出".formatted(contract.id()),
              "the rows of '%s' name their periods themselves".formatted(contract.id())));
    }
    if (target.referenceKey().isEmpty()) {
      return Optional.of(
          Cure.of(
              "数据集“%s”的主键不是单一的公开文本列,或其周期由各行给出".formatted(target.id()),
              "the key of '%s' is not one open text, or its rows name their periods"
                  .formatted(target.id())));
    }
    return Optional.empty();
  }
}
