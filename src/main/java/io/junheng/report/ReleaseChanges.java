package io.junheng.report;

import io.junheng.definition.Text;
import io.junheng.release.Cause;
import io.junheng.release.Difference;
import io.junheng.release.Difference.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What differs between two releases, with the names of what differs.
 *
 * @param marks what must stand on every sheet and page: that data are made up, that a release is a
 *     draft
 * @param note what readers of an amended release are told; empty where the later one amends nothing
 */
public record ReleaseChanges(
    String before, String after, List<Text> marks, Optional<Text> note, List<Change> changes) {
  public ReleaseChanges {
    marks = List.copyOf(marks);
    changes = List.copyOf(changes);
  }

  /**
   * One figure that differs.
   *
   * @param area name of the area; its code where it has none
   * @param framework title; empty text for an indicator
   * @param thing title of what differs
   */
  public record Change(Difference difference, Text area, Text framework, Text thing) {
    /** Why it differs, in words. */
    Text causes() {
      return new Text(
          difference.causes().stream().map(c -> c.title().zh()).collect(Collectors.joining(" + ")),
          difference.causes().stream().map(c -> c.title().en()).collect(Collectors.joining(" + ")));
    }
  }

  /** Title of a page or workbook. */
  Text title() {
    return new Text(
        "%s 与 %s 的差异".formatted(before, after),
        "What differs between %s and %s".formatted(before, after));
  }

  /** The figures of each kind of which there are some. */
  Map<Kind, List<Change>> byKind() {
    return changes.stream()
        .collect(
            Collectors.groupingBy(
                change -> change.difference().kind(), TreeMap::new, Collectors.toList()));
  }

  /** How many figures have each cause, in the order of {@link Cause}; one may have several. */
  static List<Long> byCause(List<Change> changes) {
    return Arrays.stream(Cause.values())
        .map(
            cause ->
                changes.stream()
                    .filter(change -> change.difference().causes().contains(cause))
                    .count())
        .toList();
  }
}
