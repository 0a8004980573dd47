package io.junheng.job;

import io.junheng.config.NearestName;
import io.junheng.definition.Text;
import java.util.Collection;
import java.util.stream.Collectors;

/** Sentences that several jobs say. */
final class JobWords {
  private static final int MOST_NAMES = 20;

  private JobWords() {}

  /** That a name is not known, and which known one comes nearest. */
  static Text unknown(String zh, String en, String name, Collection<String> known) {
    String all =
        known.stream().sorted().limit(MOST_NAMES).collect(Collectors.joining(", "))
            + (known.size() > MOST_NAMES ? " …" : "");
    return NearestName.of(name, known)
        .map(
            nearest ->
                new Text(
                    "没有%s“%s”。是否指“%s”?".formatted(zh, name, nearest),
                    "There is no %s '%s'. Did you mean '%s'?".formatted(en, name, nearest)))
        .orElse(
            new Text(
                "没有%s“%s”。已有:%s".formatted(zh, name, all),
                "There is no %s '%s'. Known: %s".formatted(en, name, all)));
  }
}
