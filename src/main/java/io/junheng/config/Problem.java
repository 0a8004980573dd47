package io.junheng.config;

import io.junheng.definition.Language;
import io.junheng.definition.Text;
import java.util.Comparator;
import java.util.List;

/**
 * One mistake in {@code conf/}: where it stands, what is wrong, and what to do. Ordered by place.
 *
 * @param cure an empty text where the message says it all
 */
public record Problem(Place place, ProblemCode code, Text message, Text cure)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place)
          .thenComparing(Problem::code)
          .thenComparing(problem -> problem.message().en());

  /** The line that is printed. */
  public String in(Language language) {
    String end = language == Language.ZH ? "。" : ". ";
    String help = cure.in(language);
    return place + " " + code + ": " + message.in(language) + (help.isEmpty() ? "" : end + help);
  }

  /** Headline and one line for each problem, in order. */
  public static String list(List<Problem> problems, String conf, Language language) {
    String headline =
        language == Language.ZH
            ? "%s 中有 %d 个问题".formatted(conf, problems.size())
            : "%d %s in %s"
                .formatted(problems.size(), problems.size() == 1 ? "problem" : "problems", conf);
    StringBuilder lines = new StringBuilder(headline);
    problems.stream().sorted().forEach(p -> lines.append("\n  ").append(p.in(language)));
    return lines.toString();
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return in(Language.EN);
  }
}
