package io.junheng.config;

import io.junheng.config.ConfFiles.Kind;
import io.junheng.definition.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Figures that the law forbids to compile, such as results of entrance examinations by county: what
 * is named under {@code forbidden} may be no column, code, measure, scope or indicator, so that no
 * table can come to hold it.
 */
final class ForbiddenFigures {
  private static final List<Kind> CHECKED =
      List.of(Kind.CONTRACTS, Kind.CODES, Kind.MEASURES, Kind.INDICATORS);

  /** Words about a definition, which may say that something is not counted. */
  private static final Set<String> TOLD = Set.of("forbidden", "note", "legal", "message");

  private final Problems problems;

  ForbiddenFigures(Problems problems) {
    this.problems = problems;
  }

  /** A name that may not stand anywhere. */
  private record Name(String word, Text figure) {}

  void check(Map<Kind, List<Value>> documents) {
    List<Name> names =
        documents.get(Kind.INDICATORS).stream()
            .filter(Value::isMapping)
            .flatMap(document -> listed(document, "forbidden").stream())
            .flatMap(figure -> names(figure).stream())
            .toList();
    if (!names.isEmpty()) {
      CHECKED.forEach(kind -> documents.get(kind).forEach(value -> check(value, names)));
    }
  }

  private static List<Value> listed(Value value, String key) {
    return value
        .find(key)
        .filter(list -> !list.isMapping() && !list.isScalar())
        .map(Value::list)
        .orElse(List.of());
  }

  private static List<Name> names(Value figure) {
    List<Name> names = new ArrayList<>();
    if (figure.isMapping() && figure.find("title").filter(Value::isMapping).isPresent()) {
      Text title = figure.require("title").bilingual();
      listed(figure, "names").stream()
          .filter(name -> name.isScalar() && !name.isNull())
          .forEach(name -> names.add(new Name(name.text().toLowerCase(Locale.ROOT), title)));
    }
    return names;
  }

  private void check(Value value, List<Name> names) {
    if (value.isMapping()) {
      value
          .entries()
          .forEach(
              (key, entry) -> {
                if (!TOLD.contains(key)) {
                  check(entry, names);
                }
              });
    } else if (!value.isScalar()) {
      value.list().forEach(element -> check(element, names));
    } else if (!value.isNull()) {
      String text = value.text().toLowerCase(Locale.ROOT);
      names.stream()
          .filter(name -> text.contains(name.word()))
          .findFirst()
          .ifPresent(name -> tell(value, name));
    }
  }

  private void tell(Value value, Name name) {
    problems.add(
        value.place(),
        ProblemCode.FORBIDDEN_FIGURE,
        Cure.of("请删去该项", "Take it out"),
        value.text(),
        name.figure());
  }
}
