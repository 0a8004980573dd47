package io.junheng.publication.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A cell of a form: a label, or a figure with its id.
 *
 * @param id empty for a label
 * @param text what stands there if it is no number; empty: the cell is to be filled in by hand
 * @param number rounded half-up to {@code decimals}, as the form prints it
 */
public record FormCell(
    Optional<CellId> id, Optional<String> text, Optional<BigDecimal> number, int decimals) {

  static FormCell label(String text) {
    return new FormCell(Optional.empty(), Optional.of(text), Optional.empty(), 0);
  }

  static FormCell of(CellId id, Optional<BigDecimal> number, int decimals) {
    return new FormCell(
        Optional.of(id),
        Optional.empty(),
        number.map(value -> value.setScale(decimals, RoundingMode.HALF_UP)),
        decimals);
  }

  static FormCell of(CellId id, String text) {
    return new FormCell(
        Optional.of(id), Optional.of(text).filter(t -> !t.isEmpty()), Optional.empty(), 0);
  }

  /** What a reader sees; empty where nothing is. */
  public String shown() {
    return number.map(BigDecimal::toPlainString).or(() -> text).orElse("");
  }
}
