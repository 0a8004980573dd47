package io.junheng.intake.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header that ends in a unit, {@code 面积(平方米)}, or in a note on whether it must be filled.
 *
 * @param name what stands before it
 * @param unit the unit as contracts write it; empty: a note
 */
record HeaderUnit(String name, String unit) {
  private static final Pattern IN_BRACKETS = Pattern.compile("(.+)[(\\[]([^()\\[\\]]+)[)\\]]");
  private static final Set<String> NOTES = Set.of("必填", "选填", "必填项", "required", "optional");

  /** Spellings after {@link HeaderName#normal}, which has made {@code ㎡} to {@code m2}. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("平方米", "m²"),
          Map.entry("m2", "m²"),
          Map.entry("亩", "亩"),
          Map.entry("公顷", "ha"),
          Map.entry("万平方米", "万m²"),
          Map.entry("元", "yuan"),
          Map.entry("yuan", "yuan"),
          Map.entry("千元", "千元"),
          Map.entry("万元", "万元"),
          Map.entry("亿元", "亿元"),
          Map.entry("人", "person"),
          Map.entry("名", "person"),
          Map.entry("person", "person"),
          Map.entry("万人", "万人"),
          Map.entry("间", "room"),
          Map.entry("room", "room"),
          Map.entry("台", "set"),
          Map.entry("套", "set"),
          Map.entry("台套", "set"),
          Map.entry("台/套", "set"),
          Map.entry("set", "set"),
          Map.entry("册", "volume"),
          Map.entry("volume", "volume"),
          Map.entry("万册", "万册"),
          Map.entry("小时", "h"),
          Map.entry("学时", "h"),
          Map.entry("h", "h"),
          Map.entry("班", "class"),
          Map.entry("个", "1"),
          Map.entry("%", "%"));

  /** The parts of a normalised header; empty where it ends in nothing of the kind. */
  static Optional<HeaderUnit> of(String normal) {
    Matcher matcher = IN_BRACKETS.matcher(normal);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String inside = matcher.group(2);
    if (NOTES.contains(inside)) {
      return Optional.of(new HeaderUnit(matcher.group(1), ""));
    }
    return Optional.ofNullable(UNITS.get(inside))
        .map(unit -> new HeaderUnit(matcher.group(1), unit));
  }

  /** Whether figures would have to be converted. */
  boolean isOtherThan(String wanted) {
    return !unit.isEmpty() && !unit.equals(wanted);
  }
}
