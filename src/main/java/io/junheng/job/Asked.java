package io.junheng.job;

import io.junheng.definition.Period;
import java.util.Optional;

/**
 * A question in the words of whoever asks.
 *
 * @param area code or name
 * @param subject id or title of a framework, an item or an indicator
 * @param period the latest of the lake if not given
 * @param framework in which an item stands, where several have one of that name
 * @param school code or name
 */
public record Asked(
    String area,
    String subject,
    Optional<Period> period,
    Optional<String> framework,
    Optional<String> school,
    Optional<String> stage) {
  private static final int LEAST_PARTS = 4;

  /**
   * Reads the number of a cell of an official form: {@code framework/period/county/item[/stage]};
   * empty for any other text.
   */
  public static Optional<Asked> ofCell(String id) {
    String[] parts = id.split("/", -1);
    if (parts.length < LEAST_PARTS
        || parts.length > LEAST_PARTS + 1
        || !parts[1].matches("\\d{6}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Asked(
            parts[2],
            parts[3],
            Optional.of(Period.parse(parts[1])),
            Optional.of(parts[0]),
            Optional.empty(),
            parts.length > LEAST_PARTS ? Optional.of(parts[4]) : Optional.empty()));
  }
}
