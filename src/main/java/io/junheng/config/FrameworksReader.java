package io.junheng.config;

import io.junheng.definition.Framework;
import io.junheng.definition.Framework.Head;
import io.junheng.definition.Origin;
import io.junheng.definition.PeriodType;
import java.util.List;
import java.util.Optional;

/** Reads frameworks of all kinds. */
final class FrameworksReader {
  private final Problems problems;
  private final Attempt attempt;
  private final Names names;
  private final ConjunctiveReader conjunctive;
  private final WeightedReader weighted;
  private final SeparateReader separate;
  private final PeriodMapping mapping;

  FrameworksReader(
      Problems problems,
      Names names,
      SqlCheck sql,
      Vocabulary schools,
      IndicatorChecks indicators) {
    this.problems = problems;
    this.attempt = new Attempt(problems);
    this.names = names;
    RankingReader ranking = new RankingReader(problems, names, indicators);
    this.conjunctive =
        new ConjunctiveReader(
            problems, names, new ItemReader(problems, names, sql, schools, indicators), ranking);
    this.weighted = new WeightedReader(problems, names, indicators, ranking);
    this.separate = new SeparateReader(problems, names, indicators);
    this.mapping = new PeriodMapping(problems, indicators);
  }

  /** The shape of a framework by its kind; an unknown kind is told here. */
  static Optional<Keys> shapeOf(Value document, Problems problems) {
    Optional<Value> kind =
        document.isMapping() ? document.find("kind").filter(Value::isScalar) : Optional.empty();
    String word = kind.map(Value::text).orElse("conjunctive");
    if (word.equals("weighted")) {
      return Optional.of(WeightedKind.WEIGHTED);
    } else if (word.equals("conjunctive")) {
      return Optional.of(FrameworkKind.CONJUNCTIVE);
    } else if (word.equals("separate")) {
      return Optional.of(SeparateKind.SEPARATE);
    }
    List<String> known = List.of("conjunctive", "weighted", "separate");
    problems.add(
        kind.get().place(), ProblemCode.UNKNOWN_WORD, Cure.nearest(word, known), "kind", word);
    return Optional.empty();
  }

  List<Framework> read(List<Value> documents) {
    return attempt.each(documents, this::framework);
  }

  private Framework framework(Value value) {
    Framework framework = read(value);
    mapping.check(value, framework);
    return framework;
  }

  private Framework read(Value value) {
    String kind = value.require("kind").text();
    Optional<Head> head = attempt.at(value, () -> head(value));
    if (kind.equals("weighted")) {
      return weighted.read(value, head);
    } else if (kind.equals("conjunctive")) {
      return conjunctive.read(value, head);
    } else if (kind.equals("separate")) {
      return separate.read(value, head);
    }
    throw new Value.Unreadable();
  }

  private Head head(Value value) {
    String id = value.require("framework").text();
    Optional<String> areas =
        attempt.at(value, () -> names.resolve(Names.Kind.AREA_SET, value.require("areas"), id));
    List<String> peers =
        attempt.each(value.each("peer_groups"), set -> names.resolve(Names.Kind.AREA_SET, set, id));
    return new Head(
        id,
        value.require("title").bilingual(),
        value.find("legal").map(IndicatorsReader::legal),
        origin(value),
        value.find("edition").map(Value::text).orElse(id),
        value.require("period_type").word(PeriodType.class),
        areas.orElseThrow(Value.Unreadable::new),
        peers,
        new DisclosureReader(attempt).read(value),
        mapping.read(value));
  }

  private Origin origin(Value value) {
    boolean demonstration = value.find("demonstration").map(Value::flag).orElse(false);
    Optional<Origin> origin = value.find("origin").map(o -> o.word(Origin.class));
    if (demonstration && origin.filter(o -> o != Origin.DEMO).isPresent()) {
      problems.add(
          value.require("origin").place(),
          ProblemCode.BAD_VALUE,
          Cure.NONE,
          Cure.of(
              "demonstration: true 的框架 origin 只能为 demo",
              "a framework with demonstration: true has the origin demo"));
    }
    return demonstration ? Origin.DEMO : origin.orElse(Origin.OFFICIAL);
  }
}
