package io.junheng.release;

import io.junheng.definition.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One figure that differs between two releases.
 *
 * @param area code of a county, city or province
 * @param framework empty for an indicator
 * @param thing indicator, item, or what is ranked
 * @param stage empty where the figure knows none
 * @param before as stored; empty where there was none
 * @param after as stored; empty where there is none
 * @param causes at least one, in the order of {@link Cause}
 */
public record Difference(
    Kind kind,
    int period,
    String area,
    Optional<String> framework,
    String thing,
    Optional<String> stage,
    Optional<String> before,
    Optional<String> after,
    List<Cause> causes) {
  public Difference {
    causes = List.copyOf(causes);
    if (causes.isEmpty()) {
      throw new IllegalArgumentException("a difference has a cause, if only an unknown one");
    }
  }

  /** What differs. */
  public enum Kind {
    VALUE("指标值", "value"),
    ITEM("条目", "item"),
    VERDICT("测算结果", "verdict"),
    SCORE("得分", "score"),
    PLACE("名次", "place");

    private final Text title;

    Kind(String zh, String en) {
      this.title = new Text(zh, en);
    }

    public Text title() {
      return title;
    }

    /** The word in tables and JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
