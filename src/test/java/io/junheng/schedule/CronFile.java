package io.junheng.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A user's crontab, read as cron reads it: comments, variables, entries. What cron would understand
 * differently than it looks is an error here.
 */
record CronFile(Map<String, String> variables, List<Entry> entries) {
  private static final Pattern VARIABLE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
  private static final Pattern ENTRY = Pattern.compile("((?:\\S+\\s+){5})(\\S.*)");
  private static final Pattern USED = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

  /** The five fields of time: what they are called, and their bounds. */
  private enum Field {
    MINUTE(0, 59),
    HOUR(0, 23),
    DAY(1, 31),
    MONTH(1, 12),
    WEEKDAY(0, 7);

    private static final Pattern PART =
        Pattern.compile("(?:\\*|(\\d+)(?:-(\\d+))?)(?:/([1-9]\\d*))?");
    private final int first;
    private final int last;

    Field(int first, int last) {
      this.first = first;
      this.last = last;
    }

    void check(String text) {
      for (String part : text.split(",", -1)) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches() || !isInBounds(matcher.group(1), matcher.group(2))) {
          throw new IllegalArgumentException("%s cannot be '%s'".formatted(this, text));
        }
      }
    }

    /** Whether a value is among those that a text names; on Sundays 0 and 7 are the same. */
    boolean holds(String text, int value) {
      for (String part : text.split(",")) {
        Matcher matcher = PART.matcher(part);
        matcher.matches();
        int low = matcher.group(1) == null ? first : Integer.parseInt(matcher.group(1));
        int high = matcher.group(1) == null ? last : low;
        high = matcher.group(2) == null ? high : Integer.parseInt(matcher.group(2));
        int every = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        if (low <= value && value <= high && (value - low) % every == 0) {
          return true;
        }
      }
      return this == WEEKDAY && value == 0 && holds(text, last);
    }

    private boolean isInBounds(String from, String to) {
      int low = from == null ? first : Integer.parseInt(from);
      int high = to == null ? low : Integer.parseInt(to);
      return first <= low && low <= high && high <= last;
    }
  }

  /** What is started, and when. */
  record Entry(List<String> times, String command) {
    Entry {
      times = List.copyOf(times);
      for (Field field : Field.values()) {
        field.check(times.get(field.ordinal()));
      }
      if (Pattern.compile("(?<!\\\\)%").matcher(command).find()) {
        throw new IllegalArgumentException("cron takes % for the end of the line: " + command);
      }
    }

    /** The first minute from a time on at which cron starts it. */
    LocalDateTime next(LocalDateTime from) {
      LocalDateTime minute = from.truncatedTo(ChronoUnit.MINUTES);
      while (!isAt(minute)) {
        minute = minute.plusMinutes(1);
      }
      return minute;
    }

    private boolean isAt(LocalDateTime minute) {
      boolean isDay = Field.DAY.holds(times.get(2), minute.getDayOfMonth());
      boolean isWeekday = Field.WEEKDAY.holds(times.get(4), minute.getDayOfWeek().getValue() % 7);
      // Where both are given, cron takes either.
      boolean isEither = !times.get(2).startsWith("*") && !times.get(4).startsWith("*");
      return Field.MINUTE.holds(times.get(0), minute.getMinute())
          && Field.HOUR.holds(times.get(1), minute.getHour())
          && Field.MONTH.holds(times.get(3), minute.getMonthValue())
          && (isEither ? isDay || isWeekday : isDay && isWeekday);
    }

    /** Names of the variables that the command leans on. */
    Set<String> used() {
      return USED.matcher(command)
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    }
  }

  CronFile {
    variables = Map.copyOf(variables);
    entries = List.copyOf(entries);
  }

  static CronFile read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static CronFile parse(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("cron passes over a last line without an end");
    }
    Map<String, String> variables = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher variable = VARIABLE.matcher(line);
      if (variable.matches()) {
        variables.put(variable.group(1), plain(line, variable.group(2)));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        entries.add(entry(line));
      }
    }
    return new CronFile(variables, entries);
  }

  private static String plain(String line, String value) {
    if (value.contains("$")) {
      throw new IllegalArgumentException("cron expands no variables in values: " + line);
    }
    return value;
  }

  private static Entry entry(String line) {
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches()) {
      throw new IllegalArgumentException("neither comment, variable nor entry: " + line);
    }
    return new Entry(List.of(entry.group(1).strip().split("\\s+")), entry.group(2));
  }
}
