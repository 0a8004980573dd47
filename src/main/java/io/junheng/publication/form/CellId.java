package io.junheng.publication.form;

import io.junheng.definition.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which figure stands in a cell: {@code FRAMEWORK/PERIOD/COUNTY/SUBJECT/PART}, with the school
 * before the subject where it is a school's.
 *
 * @param subject an item, indicator or measure
 * @param part the stage, or the test of an item
 */
public record CellId(
    String framework,
    Period period,
    String county,
    Optional<String> school,
    String subject,
    String part) {
  private static final Pattern TEXT =
      Pattern.compile("([^/\\s]+)/(\\d{6})/([^/\\s]+)(?:/([^/\\s]+))?/([^/\\s]+)/([^/\\s]+)");

  /** Reads an id; empty if the text is none. */
  public static Optional<CellId> find(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CellId(
              parts.group(1),
              Period.parse(parts.group(2)),
              parts.group(3),
              Optional.ofNullable(parts.group(4)),
              parts.group(5),
              parts.group(6)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>(List.of(framework, period.toString(), county));
    school.ifPresent(parts::add);
    parts.add(subject);
    parts.add(part);
    return String.join("/", parts);
  }
}
