package io.junheng.config;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Expression;
import io.junheng.definition.Measure;
import io.junheng.definition.Measure.Split;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.ReferenceDate;
import io.junheng.definition.SourceOfRecord;
import io.junheng.definition.Stages;
import io.junheng.definition.UnitBasis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads measures. Their expressions see the stored columns of their contract. */
final class MeasuresReader {
  private final Attempt attempt;
  private final Problems problems;
  private final Names names;
  private final SqlCheck sql;
  private final Map<String, Vocabulary> stored;
  private final Stages stages;
  private final Map<String, List<String>> groupings = new LinkedHashMap<>();
  private final Map<String, Value> decisions = new LinkedHashMap<>();

  MeasuresReader(
      Problems problems, Names names, SqlCheck sql, Map<String, Vocabulary> stored, Stages stages) {
    this.attempt = new Attempt(problems);
    this.problems = problems;
    this.names = names;
    this.sql = sql;
    this.stored = stored;
    this.stages = stages;
  }

  List<MeasureSet> read(List<Value> documents) {
    List<MeasureSet> sets = new ArrayList<>();
    documents.forEach(document -> attempt.at(document, () -> set(document)).ifPresent(sets::add));
    Measures known = new Measures(sets);
    decisions.forEach((id, form) -> attempt.at(form, () -> checkDecision(id, form, known)));
    return sets;
  }

  private MeasureSet set(Value value) {
    Value source = value.require("source");
    Grain per = grain(value);
    String contract =
        attempt.at(source, () -> names.resolve(Names.Kind.CONTRACT, source, "source")).orElse("");
    Vocabulary columns = stored.getOrDefault(contract, new Vocabulary(Map.of(), false));
    Source rows = new Source(contract, per, columns, value);
    if (per == Grain.SCHOOL_STAGE) {
      requireColumn(source, columns, "school_code", contract);
    }
    return new MeasureSet(contract, per, attempt.some(rows.measures(), m -> measure(m, rows)));
  }

  static Grain grain(Value set) {
    return set.find("per").map(p -> p.word(Grain.class)).orElse(Grain.SCHOOL_STAGE);
  }

  /** What all measures of a document have in common. */
  private record Source(String contract, Grain per, Vocabulary columns, Value set) {
    List<Value> measures() {
      return set.each("measures");
    }

    boolean hasStage() {
      return columns.types().containsKey("stage");
    }
  }

  private void requireColumn(Value place, Vocabulary columns, String column, String contract) {
    if (columns.complete() && !columns.types().containsKey(column)) {
      problems.add(
          place.place(),
          ProblemCode.UNKNOWN_COLUMN,
          Cure.of("按学校汇总的数据集须有该列", "Rows that are added up for schools need it"),
          Cure.of("“%s”".formatted(contract), "'%s'".formatted(contract)),
          column);
    }
  }

  private Measure measure(Value value, Source source) {
    String id = value.require("id").text();
    Optional<Value> condition = value.find("where");
    Optional<Expression> where =
        condition.flatMap(
            w -> attempt.at(w, () -> sql.read(w, source.columns(), Expected.CONDITION)));
    Split split = value.find("split").map(s -> s.word(Split.class)).orElse(Split.NONE);
    if (split != Split.NONE) {
      checkSplit(value.require("split"), id, source);
    }
    return new Measure(
        id,
        value.require("title").bilingual(),
        value.require("unit").text(),
        aggregate(value, id, source),
        where,
        split,
        value.find("unit_basis").map(u -> u.word(UnitBasis.class)),
        ofMeasureOrSet(value, source, "source_of_record", SourceOfRecord.class),
        ofMeasureOrSet(value, source, "reference_date", ReferenceDate.class),
        decidedBy(value, id));
  }

  /** Noted, and checked when all measures are known. */
  private Optional<String> decidedBy(Value measure, String id) {
    Optional<Value> form = measure.find("decided_by");
    form.ifPresent(f -> decisions.put(id, f));
    return form.map(Value::text);
  }

  /** A form decides figure by figure: both must be counted for the same place and add up alike. */
  private String checkDecision(String id, Value form, Measures known) {
    String by = names.resolve(Names.Kind.MEASURE, form, id);
    Optional<MeasureSet> decided = known.setOf(id);
    Optional<MeasureSet> deciding = known.setOf(by);
    if (decided.isPresent() && deciding.isPresent()) {
      if (decided.get().contract().equals(deciding.get().contract())) {
        wrongDecision(form, id, "二者出自同一数据集", "both are counted from the same dataset");
      }
      if (decisions.containsKey(by)) {
        wrongDecision(form, id, "后者又以他者为准", "it is decided by another itself");
      }
      for (String each : List.of(id, by)) {
        if (!isOfSchoolStages(known.setOf(each).orElseThrow())) {
          wrongDecision(
              form,
              id,
              "“%s”不是按学校分学段的数据".formatted(each),
              "'%s' is not counted for the stages of schools".formatted(each));
        } else if (!known.find(each).orElseThrow().aggregate().addsUp()) {
          wrongDecision(
              form, id, "“%s”不能相加".formatted(each), "'%s' does not add up".formatted(each));
        }
      }
    }
    return by;
  }

  private boolean isOfSchoolStages(MeasureSet set) {
    Vocabulary columns = stored.getOrDefault(set.contract(), new Vocabulary(Map.of(), false));
    return set.per() == Grain.SCHOOL_STAGE
        && (!columns.complete() || columns.types().containsKey("stage"));
  }

  private void wrongDecision(Value form, String id, String zh, String en) {
    problems.add(
        form.place(), ProblemCode.WRONG_DECISION, Cure.NONE, id, form.text(), Cure.of(zh, en));
  }

  private static <E extends Enum<E>> Optional<E> ofMeasureOrSet(
      Value measure, Source source, String key, Class<E> words) {
    return measure.find(key).or(() -> source.set().find(key)).map(word -> word.word(words));
  }

  private Aggregate aggregate(Value value, String id, Source source) {
    Vocabulary columns = source.columns();
    if (value.find("count").isPresent()) {
      return new Aggregate.Count(sql.read(value.require("count"), columns, Expected.CONDITION));
    } else if (value.find("sum").isPresent()) {
      return new Aggregate.Sum(sql.read(value.require("sum"), columns, Expected.NUMBER));
    } else if (value.find("min").isPresent()) {
      return new Aggregate.Min(sql.read(value.require("min"), columns, Expected.NUMBER));
    } else if (value.find("max").isPresent()) {
      return new Aggregate.Max(sql.read(value.require("max"), columns, Expected.NUMBER));
    } else if (value.find("count_distinct").isPresent()) {
      return new Aggregate.CountDistinct(
          sql.read(value.require("count_distinct"), columns, Expected.VALUE));
    } else if (value.find("count_groups").isPresent()) {
      return countGroups(value.require("count_groups"), id, source);
    }
    return maxOfGroups(value.require("max_of_groups"), id, source);
  }

  private Aggregate countGroups(Value groups, String id, Source source) {
    List<String> by = grouping(groups, id, source);
    Optional<Expression> having =
        groups.find("having").map(h -> sql.read(h, additive(source, id), Expected.CONDITION));
    return new Aggregate.CountGroups(by, having);
  }

  private Aggregate maxOfGroups(Value groups, String id, Source source) {
    List<String> by = grouping(groups, id, source);
    Value of = groups.require("of");
    if (!additive(source, id).types().containsKey(of.text())) {
      names.resolve(Names.Kind.MEASURE, of, id);
      problems.add(
          of.place(),
          ProblemCode.UNKNOWN_MEASURE,
          Cure.nearest(of.text(), additive(source, id).types().keySet()),
          Cure.of("“%s”的数据源中,".formatted(id), "'%s', within its source,".formatted(id)),
          of.text());
    }
    return new Aggregate.MaxOfGroups(by, of.text());
  }

  /** The measures of the source that can be worked out within a group. */
  private static Vocabulary additive(Source source, String without) {
    List<String> ids =
        source.measures().stream()
            .filter(
                m ->
                    List.of("count", "sum", "min", "max").stream()
                        .anyMatch(k -> m.find(k).isPresent()))
            .flatMap(m -> m.find("id").stream())
            .filter(Value::isScalar)
            .map(Value::text)
            .filter(id -> !id.equals(without))
            .toList();
    return Vocabulary.of(ids, Vocabulary.MEASURE);
  }

  /** All groups of a source are formed alike, so that they can be counted in one scan. */
  private List<String> grouping(Value groups, String id, Source source) {
    List<Value> by = groups.require("by").list();
    by.forEach(column -> requireColumnNamed(column, source.columns(), id));
    List<String> columns = by.stream().map(Value::text).toList();
    if (source.per() == Grain.AREA_STAGE) {
      problems.add(
          groups.place(),
          ProblemCode.WRONG_GRAIN,
          Cure.NONE,
          Cure.of("分组统计", "counting groups"),
          source.contract());
    }
    List<String> first = groupings.putIfAbsent(source.contract(), columns);
    if (first != null && !first.equals(columns)) {
      problems.add(
          groups.require("by").place(),
          ProblemCode.TWO_GROUPINGS,
          Cure.NONE,
          id,
          source.contract(),
          columns,
          first);
    }
    return columns;
  }

  private void requireColumnNamed(Value column, Vocabulary columns, String owner) {
    if (columns.complete() && !columns.types().containsKey(column.text())) {
      problems.add(
          column.place(),
          ProblemCode.UNKNOWN_COLUMN,
          Cure.nearest(column.text(), columns.types().keySet()),
          Cure.of("“%s”".formatted(owner), "'%s'".formatted(owner)),
          column.text());
      throw new Value.Unreadable();
    }
  }

  private void checkSplit(Value split, String id, Source source) {
    if (source.per() == Grain.AREA_STAGE) {
      wrongSplit(split, id, "该度量按区划上报", "it is reported for areas");
    } else if (source.hasStage()) {
      wrongSplit(
          split,
          id,
          "数据源“%s”已有学段列".formatted(source.contract()),
          "the rows of '%s' have a stage already".formatted(source.contract()));
    } else if (stages.stages().stream().noneMatch(stage -> stage.splitWeight().isPresent())) {
      wrongSplit(
          split,
          id,
          "stages.yaml 中没有学段设 split_weight",
          "no stage in stages.yaml has a split_weight");
    } else if (!names.knows(Names.Kind.MEASURE, "pupils") && names.isComplete(Names.Kind.MEASURE)) {
      wrongSplit(split, id, "没有度量“pupils”", "there is no measure 'pupils' to split by");
    }
  }

  private void wrongSplit(Value split, String id, String zh, String en) {
    problems.add(split.place(), ProblemCode.WRONG_SPLIT, Cure.NONE, id, Cure.of(zh, en));
  }
}
