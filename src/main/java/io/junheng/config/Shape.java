package io.junheng.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a value in {@code conf/} may look like. The shapes of {@link ConfKinds} are the one
 * description of the language: files are checked against them and the JSON Schemas are made from
 * them.
 */
sealed interface Shape
    permits Shape.Scalar, Shape.Words, Shape.Each, Shape.Named, Shape.Either, Shape.Again, Keys {

  /** A single value. */
  enum Scalar implements Shape {
    /** Words for people. */
    TEXT,
    /**
     * A short name that may look like a number (an edition, a clause, a code); kept as it is
     * written.
     */
    CODE,
    /** ASCII snake_case: what becomes a column, a measure, an indicator. */
    NAME,
    /** Letters, digits, dots, hyphens and underscores: items, checks, frameworks, area sets. */
    ID,
    WHOLE,
    NUMBER,
    FLAG,
    /** A day as YYYY-MM-DD. */
    DATE,
    /** A scalar SQL expression. */
    SQL,
    /** A text in Chinese and in English: {@code {zh: …, en: …}}. */
    BILINGUAL
  }

  /** One of a closed list of words. */
  record Words(List<String> words) implements Shape {
    public Words {
      words = List.copyOf(words);
    }

    static Words of(String... words) {
      return new Words(List.of(words));
    }

    /** The names of an enum's constants in lower case. */
    static Words of(Class<? extends Enum<?>> type) {
      return new Words(
          Arrays.stream(type.getEnumConstants())
              .map(constant -> constant.name().toLowerCase(Locale.ROOT))
              .toList());
    }
  }

  /** A list. */
  record Each(Shape element) implements Shape {}

  /** A mapping with free keys. */
  record Named(Shape key, Shape value) implements Shape {}

  /**
   * One of several, told apart by the form of the YAML node, or, for mappings, by a key that only
   * one of them has.
   */
  record Either(List<Shape> shapes) implements Shape {
    public Either {
      shapes = List.copyOf(shapes);
    }

    static Either of(Shape... shapes) {
      return new Either(List.of(shapes));
    }
  }

  /** A shape that stands within itself. */
  enum Again implements Shape {
    /** The nodes of a score tree. */
    NODES
  }
}
