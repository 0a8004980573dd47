package io.junheng.config;

import io.junheng.definition.Text;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids that {@code conf/} defines, each with its place; whatever refers to one asks here. */
final class Names {
  /** What an id stands for. */
  enum Kind {
    STAGE(ProblemCode.UNKNOWN_STAGE, "学段", "the stage"),
    CODE_LIST(ProblemCode.UNKNOWN_CODE_LIST, "代码表", "the code list"),
    AREA(ProblemCode.UNKNOWN_AREA, "区划", "the area"),
    AREA_SET(ProblemCode.UNKNOWN_AREA_SET, "区划集合", "the area set"),
    CONTRACT(ProblemCode.UNKNOWN_CONTRACT, "数据集", "the contract"),
    MEASURE(ProblemCode.UNKNOWN_MEASURE, "度量", "the measure"),
    INDICATOR(ProblemCode.UNKNOWN_INDICATOR, "指标", "the indicator"),
    SCOPE(ProblemCode.UNKNOWN_SCOPE, "学校范围", "the scope"),
    /** Nothing refers to a framework; its id must only be its own. */
    FRAMEWORK(ProblemCode.UNKNOWN_WORD, "框架", "the framework");

    private final ProblemCode unknown;
    private final String zh;
    private final String en;

    Kind(ProblemCode unknown, String zh, String en) {
      this.unknown = unknown;
      this.zh = zh;
      this.en = en;
    }

    private Text title() {
      return new Text(zh, en);
    }
  }

  private final Problems problems;
  private final Set<Kind> incomplete = EnumSet.noneOf(Kind.class);
  private final Map<Kind, Map<String, Place>> places = new EnumMap<>(Kind.class);

  Names(Problems problems) {
    this.problems = problems;
    for (Kind kind : Kind.values()) {
      places.put(kind, new LinkedHashMap<>());
    }
  }

  /** Notes where an id is defined; a second time is a problem. */
  void define(Kind kind, String id, Place place) {
    Place first = places.get(kind).putIfAbsent(id, place);
    if (first != null) {
      problems.add(
          place,
          ProblemCode.DUPLICATE_ID,
          Cure.of("请另取标识或删去其一", "Rename one of them or take it out"),
          kind.title(),
          id,
          first);
    }
  }

  /**
   * Notes that a file with definitions of a kind could not be read: unknown ids of the kind are
   * then not told.
   */
  void lacksSome(Kind kind) {
    incomplete.add(kind);
  }

  boolean isComplete(Kind kind) {
    return !incomplete.contains(kind);
  }

  boolean knows(Kind kind, String id) {
    return places.get(kind).containsKey(id);
  }

  Map<String, Place> all(Kind kind) {
    return places.get(kind);
  }

  /**
   * The id that a value refers to; unknown is a problem, told once, and makes the owner unreadable.
   */
  String resolve(Kind kind, Value reference, String owner) {
    String id = reference.text();
    if (!knows(kind, id) && !isComplete(kind)) {
      throw new Value.Unreadable();
    }
    if (!knows(kind, id)) {
      problems.add(
          reference.place(),
          kind.unknown,
          Cure.nearest(id, places.get(kind)),
          Cure.of("“%s”".formatted(owner), "'%s'".formatted(owner)),
          id);
      throw new Value.Unreadable();
    }
    return id;
  }
}
