package io.junheng.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping with known keys.
 *
 * @param what how messages call such a mapping: «an indicator»
 * @param exactlyOne key groups of which exactly one key must be given
 */
record Keys(String what, Map<String, Key> keys, List<List<String>> exactlyOne) implements Shape {
  /**
   * One key.
   *
   * @param description what it means; goes into the JSON Schema
   */
  record Key(Shape shape, boolean required, String description) {}

  static Builder of(String what) {
    return new Builder(what);
  }

  Optional<Shape> shapeOf(String key) {
    return Optional.ofNullable(keys.get(key)).map(Key::shape);
  }

  /** Gathers the keys of one mapping. */
  static final class Builder {
    private final String what;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final List<List<String>> exactlyOne = new ArrayList<>();

    private Builder(String what) {
      this.what = what;
    }

    Builder required(String name, Shape shape, String description) {
      keys.put(name, new Key(shape, true, description));
      return this;
    }

    Builder optional(String name, Shape shape, String description) {
      keys.put(name, new Key(shape, false, description));
      return this;
    }

    Builder exactlyOne(String... names) {
      exactlyOne.add(List.of(names));
      return this;
    }

    Keys build() {
      return new Keys(
          what, Collections.unmodifiableMap(new LinkedHashMap<>(keys)), List.copyOf(exactlyOne));
    }
  }
}
