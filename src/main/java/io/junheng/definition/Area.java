package io.junheng.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An area that reports or that is reported on. Key: code and validFrom.
 *
 * @param code any text; for Chinese divisions the six digits of GB/T 2260
 * @param type what kind of area it is, in the words of its country (市辖区, 县, …)
 * @param validFrom first day on which code and boundary stand; empty: always
 * @param validTo last day; empty: still
 * @param demonstration true for a made-up area
 * @param successors codes of the areas that its territory went to when it ended; none for one that
 *     still stands
 */
public record Area(
    String code,
    Optional<String> parent,
    AreaLevel level,
    Text name,
    String type,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    int sortOrder,
    boolean demonstration,
    List<String> successors) {
  public Area {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(name, "name");
    successors = List.copyOf(successors);
  }

  /** An area that nothing is known to have come after. */
  public Area(
      String code,
      Optional<String> parent,
      AreaLevel level,
      Text name,
      String type,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      int sortOrder,
      boolean demonstration) {
    this(code, parent, level, name, type, validFrom, validTo, sortOrder, demonstration, List.of());
  }
}
