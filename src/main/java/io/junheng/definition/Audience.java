package io.junheng.definition;

import java.util.Locale;

/**
 * For whom results are published. Who owns data sees all of it; whoever stands beside the owner, or
 * is nobody's superior, sees what the frameworks disclose.
 */
public sealed interface Audience {
  /** The province's own bureau: everything. */
  record Province() implements Audience {
    @Override
    public String toString() {
      return "province";
    }
  }

  /** A city's bureau, which owns what its counties report. */
  record City(String code) implements Audience {
    public City {
      requireCode(code);
    }

    @Override
    public String toString() {
      return "city:" + code;
    }
  }

  /** A county's bureau; the other counties are its peers. */
  record County(String code) implements Audience {
    public County {
      requireCode(code);
    }

    @Override
    public String toString() {
      return "county:" + code;
    }
  }

  /** Everybody. */
  record Public() implements Audience {
    @Override
    public String toString() {
      return "public";
    }
  }

  /**
   * Reads {@code province}, {@code city:CODE}, {@code county:CODE} or {@code public}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Audience parse(String text) {
    String[] parts = text.strip().split(":", 2);
    boolean hasCode = parts.length == 2 && !parts[1].isBlank();
    String word = parts[0].toLowerCase(Locale.ROOT) + (parts.length == 2 ? ":" : "");
    if (word.equals("province")) {
      return new Province();
    } else if (word.equals("public")) {
      return new Public();
    } else if (word.equals("city:") && hasCode) {
      return new City(parts[1].strip());
    } else if (word.equals("county:") && hasCode) {
      return new County(parts[1].strip());
    }
    throw new IllegalArgumentException(
        "'%s' is no audience; it is one of province, city:CODE, county:CODE, public"
            .formatted(text));
  }

  private static void requireCode(String code) {
    if (code.isBlank()) {
      throw new IllegalArgumentException("an audience needs the code of its area");
    }
  }
}
