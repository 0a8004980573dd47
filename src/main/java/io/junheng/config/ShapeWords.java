package io.junheng.config;

import io.junheng.config.Shape.Scalar;
import io.junheng.definition.Text;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Tag;

/** How messages call shapes and values. */
final class ShapeWords {
  private ShapeWords() {}

  static Text of(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return of(scalar);
    } else if (shape instanceof Shape.Words words) {
      String all = String.join(", ", words.words());
      return new Text("以下之一:" + all, "one of " + all);
    } else if (shape instanceof Shape.Each || shape instanceof Shape.Again) {
      return new Text("列表", "a list");
    } else if (shape instanceof Shape.Named) {
      return new Text("键值映射", "a mapping");
    } else if (shape instanceof Shape.Either either) {
      return new Text(
          either.shapes().stream().map(s -> of(s).zh()).distinct().collect(Collectors.joining("或")),
          either.shapes().stream()
              .map(s -> of(s).en())
              .distinct()
              .collect(Collectors.joining(" or ")));
    } else if (shape instanceof Keys keys) {
      return new Text(keys.what(), keys.what());
    }
    throw new IllegalStateException("no words for " + shape);
  }

  private static Text of(Scalar scalar) {
    return switch (scalar) {
      case TEXT, CODE, NAME, ID -> new Text("文本", "a text");
      case WHOLE -> new Text("整数", "a whole number");
      case NUMBER -> new Text("数", "a number");
      case DATE -> new Text("日期(YYYY-MM-DD)", "a day (YYYY-MM-DD)");
      case FLAG -> new Text("true 或 false", "true or false");
      case SQL -> new Text("SQL 表达式", "an SQL expression");
      case BILINGUAL -> new Text("双语文本 {zh: …, en: …}", "a text in both languages {zh: …, en: …}");
    };
  }

  static Text of(Value value) {
    if (value.isNull()) {
      return new Text("空", "nothing");
    } else if (value.isMapping()) {
      return new Text("键值映射", "a mapping");
    } else if (!value.isScalar()) {
      return new Text("列表", "a list");
    }
    Tag tag = value.node().getTag();
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return quoted("数", "the number", value);
    } else if (tag.equals(Tag.BOOL)) {
      return quoted("布尔值", "the truth value", value);
    } else if (tag.equals(Tag.TIMESTAMP)) {
      return quoted("日期", "the date", value);
    }
    return quoted("文本", "the text", value);
  }

  private static Text quoted(String zh, String en, Value value) {
    return new Text("%s“%s”".formatted(zh, value.text()), "%s '%s'".formatted(en, value.text()));
  }
}
