package io.junheng.config;

import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.ReferenceDate;
import io.junheng.definition.UnitBasis;
import java.util.List;
import java.util.Optional;

/**
 * The measures that could be read, as indicators ask for them. A measure that is itself wrong is
 * simply not known here.
 */
record Measures(List<MeasureSet> sets) {
  Measures {
    sets = List.copyOf(sets);
  }

  Optional<MeasureSet.Grain> grainOf(String id) {
    return setOf(id).map(MeasureSet::per);
  }

  boolean isReported(String id) {
    return grainOf(id).filter(grain -> grain == MeasureSet.Grain.AREA_STAGE).isPresent();
  }

  Optional<UnitBasis> basisOf(String id) {
    return find(id).flatMap(Measure::unitBasis);
  }

  Optional<ReferenceDate> referenceDateOf(String id) {
    return find(id).flatMap(Measure::referenceDate);
  }

  Optional<Measure> find(String id) {
    return setOf(id)
        .flatMap(set -> set.measures().stream().filter(m -> m.id().equals(id)).findFirst());
  }

  Optional<MeasureSet> setOf(String id) {
    return sets.stream()
        .filter(set -> set.measures().stream().anyMatch(m -> m.id().equals(id)))
        .findFirst();
  }
}
