package io.junheng.config;

import io.junheng.config.ConfFiles.Kind;
import io.junheng.definition.Stages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notes every id that the documents define before anything is looked up. Areas and their sets note
 * their own.
 */
final class Definitions {
  private final Names names;

  Definitions(Names names) {
    this.names = names;
  }

  void note(Map<Kind, List<Value>> documents, Set<Kind> broken) {
    broken.forEach(kind -> namesOf(kind).forEach(names::lacksSome));
    names.define(Names.Kind.STAGE, Stages.TOTAL, new Place("stages.yaml", 1, 1));
    each(documents.get(Kind.STAGES), "stages", "id", Names.Kind.STAGE);
    each(documents.get(Kind.STAGES), "groups", "id", Names.Kind.STAGE);
    each(documents.get(Kind.CODES), "codes", "list", Names.Kind.CODE_LIST);
    each(documents.get(Kind.MEASURES), "measures", "id", Names.Kind.MEASURE);
    each(documents.get(Kind.INDICATORS), "indicators", "id", Names.Kind.INDICATOR);
    each(documents.get(Kind.INDICATORS), "scopes", "id", Names.Kind.SCOPE);
    documents.get(Kind.CONTRACTS).forEach(d -> one(d, "contract", Names.Kind.CONTRACT));
    documents.get(Kind.FRAMEWORKS).forEach(d -> one(d, "framework", Names.Kind.FRAMEWORK));
  }

  private static List<Names.Kind> namesOf(Kind kind) {
    return switch (kind) {
      case STAGES -> List.of(Names.Kind.STAGE);
      case CODES -> List.of(Names.Kind.CODE_LIST);
      case CONTRACTS -> List.of(Names.Kind.CONTRACT);
      case MEASURES -> List.of(Names.Kind.MEASURE);
      case INDICATORS -> List.of(Names.Kind.INDICATOR, Names.Kind.SCOPE);
      case AREAS -> List.of(Names.Kind.AREA, Names.Kind.AREA_SET);
      case FRAMEWORKS, CALENDAR, DIALECTS, ENV -> List.of();
    };
  }

  private void each(List<Value> documents, String list, String key, Names.Kind kind) {
    for (Value document : documents) {
      Optional<Value> values = document.isMapping() ? document.find(list) : Optional.empty();
      values
          .filter(value -> !value.isMapping() && !value.isScalar())
          .ifPresent(value -> value.list().forEach(element -> one(element, key, kind)));
    }
  }

  private void one(Value value, String key, Names.Kind kind) {
    Optional<Value> id = value.isMapping() ? value.find(key) : Optional.empty();
    id.filter(Value::isScalar).ifPresent(name -> names.define(kind, name.text(), name.place()));
  }
}
