package io.junheng.intake.format;

import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is found in one file: for each rule and column how often, with the first three
 * places.
 */
final class FileFindings {
  private static final int EXAMPLES = 3;

  /** One finding. */
  static final class Entry {
    final String rule;
    final String column;
    final Level level;
    final Text message;
    final List<String> examples = new ArrayList<>();
    long failed;

    Entry(Problem problem) {
      rule = problem.rule();
      column = problem.column();
      level = problem.level();
      message = problem.message();
    }
  }

  private record Place(String rule, String column) {}

  private final Map<Place, Entry> entries = new LinkedHashMap<>();
  private String sheet = "";

  /** Counts a problem of a row. */
  void add(Problem problem, long row) {
    Entry entry =
        entries.computeIfAbsent(
            new Place(problem.rule(), problem.column()), place -> new Entry(problem));
    entry.failed++;
    if (entry.examples.size() < EXAMPLES) {
      String shown = problem.shown().isEmpty() ? "" : ": " + problem.shown();
      entry.examples.add(sheet + row + shown);
    }
  }

  /** Counts a row that is no data, or not as it seems. */
  void addForRow(Rule rule, long row) {
    add(new Problem(rule.code(), "", rule.level(), "", rule.message()), row);
  }

  /** Notes how the file was read; the encoding goes to {@code ops.submission} as well. */
  void addReadAs(String encoding, Rule rule, Object... arguments) {
    Problem problem = new Problem(Rule.READ_AS, "", rule.level(), "", rule.message(arguments));
    Entry entry = new Entry(problem);
    entry.examples.add(encoding);
    entries.put(new Place(Rule.READ_AS, ""), entry);
  }

  /** The rows that follow stand on this sheet; examples name it. */
  void onSheet(String name) {
    sheet = name + "!";
  }

  /** Notes what concerns the file as a whole. */
  void addForFile(Rule rule, String column, Object... arguments) {
    Problem problem = new Problem(rule.code(), column, rule.level(), "", rule.message(arguments));
    entries.computeIfAbsent(new Place(rule.code(), column), place -> new Entry(problem)).failed++;
  }

  List<Entry> entries() {
    return List.copyOf(entries.values());
  }
}
