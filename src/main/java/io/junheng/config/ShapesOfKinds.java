package io.junheng.config;

import io.junheng.config.ConfFiles.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which shape the documents of a kind have. */
final class ShapesOfKinds {
  private final Problems problems;

  ShapesOfKinds(Problems problems) {
    this.problems = problems;
  }

  void check(Map<Kind, List<Value>> documents) {
    ShapeCheck check = new ShapeCheck(problems);
    documents.forEach(
        (kind, values) ->
            values.forEach(
                value ->
                    shapeOf(kind, value)
                        .ifPresent(shape -> check.check(value, shape, kind.folder()))));
  }

  private Optional<Keys> shapeOf(Kind kind, Value document) {
    return switch (kind) {
      case STAGES -> Optional.of(ConfKinds.STAGES);
      case CODES -> Optional.of(ConfKinds.CODES);
      case CONTRACTS -> Optional.of(ConfKinds.CONTRACT);
      case MEASURES -> Optional.of(ConfKinds.MEASURES);
      case INDICATORS -> Optional.of(ConfKinds.INDICATORS);
      case FRAMEWORKS -> FrameworksReader.shapeOf(document, problems);
      case CALENDAR -> Optional.of(CalendarKind.CALENDAR);
      case DIALECTS -> Optional.of(DialectKind.DIALECT);
      case ENV -> Optional.of(ConfKinds.ENVIRONMENT);
      case AREAS -> throw new IllegalArgumentException("areas are CSV");
    };
  }
}
