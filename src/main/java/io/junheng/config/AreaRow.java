package io.junheng.config;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** One line of an area file. */
record AreaRow(NamedCsvRecord row, String file, Problems problems) {
  Place place() {
    return new Place(file, (int) row.getStartingLineNumber(), 1);
  }

  List<String> header() {
    return row.getHeader();
  }

  /** The trimmed value; an empty text where the column or the value is not given. */
  String text(String column) {
    return row.findField(column).map(String::strip).orElse("");
  }

  /** The words of a value, divided by blanks. */
  List<String> words(String column) {
    String text = text(column);
    return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
  }

  Optional<LocalDate> day(String column) {
    String text = text(column);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      bad(
          "%s“%s”不是日期(YYYY-MM-DD)".formatted(column, text),
          "%s '%s' is not a day (YYYY-MM-DD)".formatted(column, text));
      return Optional.empty();
    }
  }

  int whole(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return 0;
    }
    if (!text.matches("-?\\d{1,9}")) {
      bad(
          "%s“%s”不是整数".formatted(column, text),
          "%s '%s' is not a whole number".formatted(column, text));
      return 0;
    }
    return Integer.parseInt(text);
  }

  boolean flag(String column) {
    String text = text(column);
    if (!List.of("", "true", "false").contains(text)) {
      bad(
          "%s“%s”不是 true 或 false".formatted(column, text),
          "%s '%s' is not true or false".formatted(column, text));
    }
    return text.equals("true");
  }

  void bad(String zh, String en) {
    problems.add(place(), ProblemCode.BAD_VALUE, Cure.NONE, Cure.of(zh, en));
  }
}
