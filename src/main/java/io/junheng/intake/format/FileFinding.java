package io.junheng.intake.format;

import io.junheng.definition.Text;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a check found in a file (or, by {@code Landing}, about a path). Holds no values of people.
 *
 * @param rule code of a rule or id of a contract's check
 * @param file its path below the landing folder
 * @param column delivered column; empty where a row or the file as a whole is meant
 * @param checked rows looked at; 0 where the file as a whole is meant
 * @param failed rows that broke the rule
 * @param examples up to three rows, each with its value as far as it may be shown: {@code 17: 3.x}
 */
public record FileFinding(
    String rule,
    String file,
    String column,
    Level level,
    long checked,
    long failed,
    List<String> examples,
    Text message)
    implements Serializable {
  public FileFinding {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(message, "message");
    examples = List.copyOf(examples);
  }

  /** A finding of a rule on a file as a whole. */
  public static FileFinding of(Rule rule, String file, Object... arguments) {
    return new FileFinding(
        rule.code(), file, "", rule.level(), 0, 0, List.of(), rule.message(arguments));
  }

  /** What the check looked at: the file, or a column of it. */
  public String scope() {
    return column.isEmpty() ? file : file + "#" + column;
  }
}
