package io.junheng.definition;

import java.util.List;
import java.util.Objects;

/** Several stages under one name, such as compulsory education: primary and junior secondary. */
public record StageGroup(String id, Text title, List<String> members) {
  public StageGroup {
    Objects.requireNonNull(title, "title");
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("stage group '%s' needs at least one stage".formatted(id));
    }
  }
}
