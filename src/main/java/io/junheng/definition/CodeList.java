package io.junheng.definition;

import java.util.List;
import java.util.Objects;

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
   */
  public record Code(String code, Text title, List<String> aliases) {
    public Code {
      aliases = List.copyOf(aliases);
    }
  }
}
