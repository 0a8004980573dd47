package io.junheng.config;

import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value of {@code conf/} with its place. The typed readings throw {@link Unreadable} where {@link
 * ShapeCheck} has already told what is wrong, so that readers need not ask twice.
 */
record Value(Node node, String file) {
  /** The place of what was typed and stands in no file. */
  static final Mark START = new Mark("", 0, 0, 0, new int[0], 0);

  /**
   * Thrown for a part that is wrong and has been told; whoever can go on without the part catches
   * it.
   */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  Place place() {
    var mark = node.getStartMark();
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The place of the first character within quotes, or of the value itself. */
  Place textPlace() {
    boolean quoted =
        node instanceof ScalarNode scalar
            && switch (scalar.getScalarStyle()) {
              case SINGLE_QUOTED, DOUBLE_QUOTED -> true;
              default -> false;
            };
    return quoted ? place().right(1) : place();
  }

  /** Whether the text stands on one line, so that places within it can be counted. */
  boolean isOnOneLine() {
    return node.getStartMark().getLine() == node.getEndMark().getLine();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  String text() {
    if (node instanceof ScalarNode scalar && !isNull()) {
      return scalar.getValue();
    }
    throw new Unreadable();
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  BigDecimal number() {
    return asNumber().orElseThrow(Unreadable::new);
  }

  int whole() {
    try {
      return number().intValueExact();
    } catch (ArithmeticException e) {
      throw new Unreadable();
    }
  }

  /** The number, with the digits as written; empty for anything else. */
  Optional<BigDecimal> asNumber() {
    boolean plain =
        node instanceof ScalarNode scalar
            && (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT))
            && scalar.getValue().matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
    return plain ? Optional.of(new BigDecimal(text())) : Optional.empty();
  }

  /** The day, written as YYYY-MM-DD; empty for anything else. */
  Optional<LocalDate> asDay() {
    try {
      return isScalar() && !isNull() ? Optional.of(LocalDate.parse(text())) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Unreadable();
    };
  }

  <E extends Enum<E>> E word(Class<E> type) {
    String word = text();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
        return constant;
      }
    }
    throw new Unreadable();
  }

  /** Both languages; an empty text where one is missing, which has been told. */
  Text bilingual() {
    return new Text(
        find("zh").filter(Value::isScalar).map(Value::textOrEmpty).orElse(""),
        find("en").filter(Value::isScalar).map(Value::textOrEmpty).orElse(""));
  }

  private String textOrEmpty() {
    return isNull() ? "" : text();
  }

  List<Value> list() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(element -> new Value(element, file)).toList();
    }
    throw new Unreadable();
  }

  /** A list's elements, or the one value that stands in place of a list. */
  List<Value> oneOrMore() {
    return node instanceof SequenceNode ? list() : List.of(this);
  }

  /** The entries of a mapping by their key, in order; of a repeated key the first. */
  Map<String, Value> entries() {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        entries.putIfAbsent(key.getValue(), new Value(tuple.getValueNode(), file));
      }
    }
    return entries;
  }

  /** The keys of a mapping as values with their own places. */
  List<Value> keys() {
    List<Value> keys = new ArrayList<>();
    tuples().forEach(tuple -> keys.add(new Value(tuple.getKeyNode(), file)));
    return keys;
  }

  private List<NodeTuple> tuples() {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw new Unreadable();
  }

  /** The value of a key; empty if it is not given. */
  Optional<Value> find(String key) {
    return Optional.ofNullable(entries().get(key)).filter(value -> !value.isNull());
  }

  Value require(String key) {
    return find(key).orElseThrow(Unreadable::new);
  }

  /** The values of a list under a key; none if it is not given. */
  List<Value> each(String key) {
    return find(key).map(Value::list).orElse(List.of());
  }
}
