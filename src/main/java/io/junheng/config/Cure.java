package io.junheng.config;

import io.junheng.definition.Text;
import java.util.Collection;
import java.util.Map;

/** What to do about a problem, in both languages. */
final class Cure {
  static final Text NONE = new Text("", "");

  private Cure() {}

  static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** The nearest known name if there is one near, else all that are known. */
  static Text nearest(String name, Collection<String> known) {
    return NearestName.of(name, known)
        .map(near -> of("是否指“%s”?".formatted(near), "Did you mean '%s'?".formatted(near)))
        .orElseGet(() -> known(known));
  }

  /** As {@link #nearest(String, Collection)}, with the place where the nearest name is defined. */
  static Text nearest(String name, Map<String, Place> known) {
    return NearestName.of(name, known.keySet())
        .map(
            near ->
                of(
                    "是否指“%s”(%s)?".formatted(near, known.get(near)),
                    "Did you mean '%s' (%s)?".formatted(near, known.get(near))))
        .orElseGet(() -> known(known.keySet()));
  }

  private static Text known(Collection<String> known) {
    if (known.isEmpty()) {
      return of("目前没有任何定义", "None is defined");
    }
    String some = String.join(", ", known.stream().sorted().limit(SHOWN).toList());
    String more = known.size() > SHOWN ? ", …" : "";
    return of("可用:" + some + more, "Known here: " + some + more);
  }

  private static final int SHOWN = 12;
}
