package io.junheng.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a release: {@code 2023-r1} is the first of what was worked out for 2023.
 *
 * @param year of its latest period
 * @param number from 1 in each year
 */
public record ReleaseId(int year, int number) implements Comparable<ReleaseId> {
  private static final Pattern FORM = Pattern.compile("(\\d{4})-r([1-9]\\d{0,3})");

  /** Reads {@code 2023-r1}; an {@link IllegalArgumentException} for anything else. */
  public static ReleaseId parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "'%s' is not the number of a release, such as 2023-r1".formatted(text));
    }
    return new ReleaseId(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** The one after the last of a year. */
  static ReleaseId next(int year, Collection<ReleaseId> known) {
    int last =
        known.stream().filter(id -> id.year() == year).mapToInt(ReleaseId::number).max().orElse(0);
    return new ReleaseId(year, last + 1);
  }

  @Override
  public int compareTo(ReleaseId other) {
    return Comparator.comparingInt(ReleaseId::year)
        .thenComparingInt(ReleaseId::number)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return year + "-r" + number;
  }
}
