package io.junheng.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads parts so that a wrong one does not keep the others from being looked at. */
final class Attempt {
  private final Problems problems;

  Attempt(Problems problems) {
    this.problems = problems;
  }

  /**
   * The part, or empty if something in it is wrong. What a definition itself refuses is told at the
   * place of the value.
   */
  <T> Optional<T> at(Value value, Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (Value.Unreadable e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      problems.add(
          value.place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of("取值无效:" + e.getMessage(), e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * The parts that could be read; if there are none though some are given, their owner is
   * unreadable as well.
   */
  <T> List<T> some(List<Value> values, Function<Value, T> reading) {
    List<T> parts = each(values, reading);
    if (parts.isEmpty() && !values.isEmpty()) {
      throw new Value.Unreadable();
    }
    return parts;
  }

  /** The parts that could be read. */
  <T> List<T> each(List<Value> values, Function<Value, T> reading) {
    List<T> parts = new ArrayList<>();
    for (Value value : values) {
      at(value, () -> reading.apply(value)).ifPresent(parts::add);
    }
    return parts;
  }
}
