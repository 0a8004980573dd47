package io.junheng.measure;

import io.junheng.definition.Aggregate;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.MeasureSet.Grain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All measures of one source and grain; each plan costs one scan. */
public record SourcePlan(Contract contract, Grain grain, List<Measure> measures) {
  public SourcePlan {
    measures = List.copyOf(measures);
  }

  /** The plans of a catalogue for one grain, in the order of its contracts. */
  public static List<SourcePlan> of(Catalogue catalogue, Grain grain) {
    Map<String, List<Measure>> bySource = new LinkedHashMap<>();
    for (MeasureSet set : catalogue.measureSets()) {
      if (set.per() == grain) {
        bySource.computeIfAbsent(set.contract(), any -> new ArrayList<>()).addAll(set.measures());
      }
    }
    return bySource.entrySet().stream()
        .map(
            source -> new SourcePlan(catalogue.contract(source.getKey()), grain, source.getValue()))
        .toList();
  }

  /** The ids of the measures, in their order. */
  List<String> measureIds() {
    return measures.stream().map(Measure::id).toList();
  }

  /** Whether the rows say themselves which stage they belong to. */
  boolean hasStage() {
    return contract.column(FigureColumns.STAGE).isPresent();
  }

  /** The columns that make a group (a class) for the measures that need one; empty if none does. */
  List<String> groupedBy() {
    for (Measure measure : measures) {
      if (measure.aggregate() instanceof Aggregate.CountGroups groups) {
        return groups.by();
      }
      if (measure.aggregate() instanceof Aggregate.MaxOfGroups groups) {
        return groups.by();
      }
    }
    return List.of();
  }
}
