package io.junheng.definition;

import java.io.Serializable;
import java.util.Objects;

/** A text for people, in Chinese and in English; neither may be missing. */
public record Text(String zh, String en) implements Serializable {
  public Text {
    Objects.requireNonNull(zh, "zh");
    Objects.requireNonNull(en, "en");
  }

  /** The text in one language. */
  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }

  /** The same words for both languages, as for a name that has no translation. */
  public static Text same(String words) {
    return new Text(words, words);
  }
}
