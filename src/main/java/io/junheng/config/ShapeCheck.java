package io.junheng.config;

import static io.junheng.config.ProblemCode.BAD_ID;
import static io.junheng.config.ProblemCode.BAD_VALUE;
import static io.junheng.config.ProblemCode.DUPLICATE_KEY;
import static io.junheng.config.ProblemCode.MISSING_KEY;
import static io.junheng.config.ProblemCode.MISSING_LANGUAGE;
import static io.junheng.config.ProblemCode.ONE_OF_KEYS;
import static io.junheng.config.ProblemCode.UNKNOWN_KEY;
import static io.junheng.config.ProblemCode.UNKNOWN_WORD;
import static io.junheng.config.ProblemCode.WRONG_TYPE;

import io.junheng.config.Shape.Scalar;
import io.junheng.definition.Language;
import io.junheng.definition.Text;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;

/** Holds a value against its shape and tells everything that does not fit. */
final class ShapeCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.\\-]*");

  private final Problems problems;

  ShapeCheck(Problems problems) {
    this.problems = problems;
  }

  /**
   * Checks a value and all below it.
   *
   * @param name how messages call the value: the key it stands under
   */
  void check(Value value, Shape shape, String name) {
    if (shape instanceof Scalar scalar) {
      checkScalar(value, scalar, name);
    } else if (shape instanceof Shape.Words words) {
      checkWord(value, words, name);
    } else if (shape instanceof Shape.Each each) {
      checkEach(value, each, name);
    } else if (shape instanceof Shape.Named named) {
      checkNamed(value, named, name);
    } else if (shape instanceof Shape.Either either) {
      checkEither(value, either, name);
    } else if (shape instanceof Shape.Again) {
      check(value, WeightedKind.nodes(), name);
    } else if (shape instanceof Keys keys) {
      checkKeys(value, keys, name);
    } else {
      throw new IllegalStateException("no check for " + shape);
    }
  }

  private void checkScalar(Value value, Scalar scalar, String name) {
    if (scalar == Scalar.BILINGUAL) {
      checkBilingual(value, name);
    } else if (!fits(value, scalar)) {
      wrongType(value, scalar, name);
    } else if (scalar == Scalar.NAME && !NAME.matcher(value.text()).matches()) {
      badId(
          value,
          Cure.of(
              "须以小写字母开头,只含小写字母、数字和下划线", "Small letters, digits and underscores, a letter first"));
    } else if (scalar == Scalar.ID && !ID.matcher(value.text()).matches()) {
      badId(value, Cure.of("只含字母、数字、点、连字符和下划线", "Letters, digits, dots, hyphens and underscores"));
    } else if (value.text().isBlank()) {
      problems.add(
          value.place(),
          BAD_VALUE,
          Cure.NONE,
          Cure.of("“%s”为空".formatted(name), "'%s' is empty".formatted(name)));
    }
  }

  private static boolean fits(Value value, Scalar scalar) {
    if (!value.isScalar() || value.isNull()) {
      return false;
    }
    Tag tag = value.node().getTag();
    return switch (scalar) {
      case TEXT, NAME -> tag.equals(Tag.STR);
      case CODE, ID -> tag.equals(Tag.STR) || value.asNumber().isPresent();
      case SQL -> !tag.equals(Tag.TIMESTAMP);
      case NUMBER -> value.asNumber().isPresent();
      case WHOLE ->
          value
              .asNumber()
              .filter(n -> n.stripTrailingZeros().scale() <= 0 && n.precision() < 10)
              .isPresent();
      case DATE -> value.asDay().isPresent();
      case FLAG -> value.text().equals("true") || value.text().equals("false");
      case BILINGUAL -> false;
    };
  }

  private void badId(Value value, Text cure) {
    problems.add(value.place(), BAD_ID, cure, value.text());
  }

  private void wrongType(Value value, Shape shape, String name) {
    boolean quotesHelp =
        value.isScalar()
            && !value.isNull()
            && (shape == Scalar.TEXT
                || shape == Scalar.CODE
                || shape == Scalar.NAME
                || shape == Scalar.ID);
    problems.add(
        value.place(),
        WRONG_TYPE,
        quotesHelp ? Cure.of("请加引号", "Put it in quotes") : Cure.NONE,
        name,
        ShapeWords.of(shape),
        ShapeWords.of(value));
  }

  private void checkBilingual(Value value, String name) {
    if (!value.isMapping()) {
      problems.add(
          value.place(),
          WRONG_TYPE,
          Cure.NONE,
          name,
          ShapeWords.of(Scalar.BILINGUAL),
          ShapeWords.of(value));
      return;
    }
    Map<String, Value> texts = value.entries();
    duplicates(value);
    for (Language language : Language.values()) {
      String key = language.name().toLowerCase(Locale.ROOT);
      Value text = texts.get(key);
      if (text == null || text.isNull()) {
        problems.add(value.place(), MISSING_LANGUAGE, Cure.NONE, name, key);
      } else {
        checkScalar(text, Scalar.TEXT, key);
      }
    }
    unknown(value, Set.of("zh", "en"), Cure.of("文本", "a text"));
  }

  private void checkWord(Value value, Shape.Words words, String name) {
    if (!value.isScalar() || value.isNull()) {
      wrongType(value, words, name);
    } else if (!words.words().contains(value.text())) {
      problems.add(
          value.place(),
          UNKNOWN_WORD,
          Cure.nearest(value.text(), words.words()),
          name,
          value.text());
    }
  }

  private void checkEach(Value value, Shape.Each each, String name) {
    if (value.isMapping() || value.isScalar()) {
      wrongType(value, each, name);
      return;
    }
    value.list().forEach(element -> check(element, each.element(), name));
  }

  private void checkNamed(Value value, Shape.Named named, String name) {
    if (!value.isMapping()) {
      wrongType(value, named, name);
      return;
    }
    duplicates(value);
    value.keys().forEach(key -> check(key, named.key(), name));
    value.entries().forEach((key, entry) -> check(entry, named.value(), key));
  }

  private void checkEither(Value value, Shape.Either either, String name) {
    List<Shape> fitting = either.shapes().stream().filter(shape -> hasForm(value, shape)).toList();
    if (fitting.isEmpty() || value.isNull()) {
      wrongType(value, either, name);
      return;
    }
    Shape best =
        fitting.stream()
            .max(Comparator.comparingInt(shape -> knownKeys(value, shape)))
            .orElseThrow();
    check(value, best, name);
  }

  private static boolean hasForm(Value value, Shape shape) {
    if (shape instanceof Keys || shape instanceof Shape.Named || shape == Scalar.BILINGUAL) {
      return value.isMapping();
    }
    return shape instanceof Shape.Each ? !value.isMapping() && !value.isScalar() : value.isScalar();
  }

  /** How many keys of a mapping a shape knows; free keys count less than one known key. */
  private static int knownKeys(Value value, Shape shape) {
    if (!(shape instanceof Keys keys)) {
      return shape instanceof Shape.Named ? 1 : 0;
    }
    return 2 * (int) value.entries().keySet().stream().filter(keys.keys()::containsKey).count();
  }

  private void checkKeys(Value value, Keys keys, String name) {
    if (!value.isMapping()) {
      wrongType(value, keys, name);
      return;
    }
    duplicates(value);
    Text what = ShapeWords.of(keys);
    unknown(value, keys.keys().keySet(), what);
    keys.keys().forEach((key, rule) -> checkKey(value, keys, key, rule));
    for (List<String> choice : keys.exactlyOne()) {
      if (choice.stream().filter(key -> value.find(key).isPresent()).count() != 1) {
        problems.add(value.place(), ONE_OF_KEYS, Cure.NONE, what, String.join(", ", choice));
      }
    }
  }

  private void checkKey(Value value, Keys keys, String key, Keys.Key rule) {
    Value given = value.entries().get(key);
    if (given != null && !given.isNull()) {
      check(given, rule.shape(), key);
    } else if (rule.required()) {
      problems.add(value.place(), MISSING_KEY, Cure.NONE, ShapeWords.of(keys), key);
    }
  }

  private void unknown(Value value, Set<String> known, Text what) {
    for (Value key : value.keys()) {
      if (!key.isScalar()) {
        wrongType(key, Scalar.CODE, "key");
      } else if (!known.contains(key.isNull() ? "null" : key.text())) {
        String name = key.isNull() ? "null" : key.text();
        problems.add(key.place(), UNKNOWN_KEY, Cure.nearest(name, known), name, what);
      }
    }
  }

  private void duplicates(Value value) {
    Set<String> seen = new HashSet<>();
    for (Value key : value.keys()) {
      if (key.isScalar() && !key.isNull() && !seen.add(key.text())) {
        problems.add(key.place(), DUPLICATE_KEY, Cure.NONE, key.text());
      }
    }
  }
}
