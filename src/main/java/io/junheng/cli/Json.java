package io.junheng.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One JSON object, its members in the order in which they were added. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** A member; nothing where the value is an empty {@link Optional}: null says it. */
  Json with(String name, Object value) {
    members.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
    return this;
  }

  /** For an array of objects or an object within another. */
  Map<String, Object> members() {
    return members;
  }

  void print(PrintStream out) {
    try {
      out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(members));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + members.keySet(), e);
    }
  }
}
