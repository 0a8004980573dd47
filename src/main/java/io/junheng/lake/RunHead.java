package io.junheng.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is known of a run when it begins.
 *
 * @param arguments as given on the command line; secrets are masked here
 * @param confDigest SHA-256 of {@code conf/}; empty text where none is read
 */
public record RunHead(
    String runId, String command, List<String> arguments, String codeVersion, String confDigest) {
  private static final String NAME =
      "[\\w.-]*(?:password|passwd|pwd|secret|token|credentials?|key)";

  /** {@code mart.password=…}, {@code hash_key=…}; not {@code key_file=…}, which is a path. */
  private static final Pattern SECRET_VALUE = Pattern.compile("(?i)(" + NAME + ")=[^\\s&;]+");

  private static final Pattern SECRET_OPTION = Pattern.compile("(?i)--?" + NAME);

  /** {@code user:password} in a URL. */
  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s:@]+:[^/\\s@]+(?=@)");

  public RunHead {
    Objects.requireNonNull(codeVersion, "codeVersion");
    if (!runId.matches("[\\w.-]+")) {
      throw new IllegalArgumentException("'%s' is no run id".formatted(runId));
    }
    arguments = masked(arguments);
  }

  private static List<String> masked(List<String> arguments) {
    List<String> masked = new ArrayList<>();
    String before = "";
    for (String argument : arguments) {
      masked.add(SECRET_OPTION.matcher(before).matches() ? "***" : masked(argument));
      before = argument;
    }
    return List.copyOf(masked);
  }

  private static String masked(String argument) {
    String withoutValues = SECRET_VALUE.matcher(argument).replaceAll("$1=***");
    return USER_INFO.matcher(withoutValues).replaceAll("***");
  }
}
