package io.junheng.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
