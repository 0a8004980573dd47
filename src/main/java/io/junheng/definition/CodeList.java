package io.junheng.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The permitted values of a column. Delivered labels and standard codes are mapped to one code by
 * their aliases.
 */
public record CodeList(String id, Text title, List<Code> codes) {
  public CodeList {
    Objects.requireNonNull(title, "title");
    codes = List.copyOf(codes);
  }

  /**
   * One permitted value.
   *
   * @param code what the tables keep
   * @param aliases other spellings that a delivery may use; the code itself and both titles always
   *     count
   * @param validFrom first day on which it may be used; empty: always
   * @param validTo last day; empty: still
   * @param successors codes to use instead after the last day
   */
  public record Code(
      String code,
      Text title,
      List<String> aliases,
      Optional<LocalDate> validFrom,
      Optional<LocalDate> validTo,
      List<String> successors) {
    public Code {
      aliases = List.copyOf(aliases);
      successors = List.copyOf(successors);
    }

    /** A code of all times. */
    public Code(String code, Text title, List<String> aliases) {
      this(code, title, aliases, Optional.empty(), Optional.empty(), List.of());
    }
  }
}
