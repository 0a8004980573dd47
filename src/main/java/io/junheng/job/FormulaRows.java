package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.UnitBasis;
import io.junheng.explain.Lineage;
import io.junheng.table.DimMeasure;
import io.junheng.table.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What figures are made of: measures, and the inputs of indicators. */
final class FormulaRows {
  private final Catalogue catalogue;
  private final Lineage lineage;

  FormulaRows(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.lineage = new Lineage(catalogue);
  }

  /** The measures and indicators that an indicator reads. */
  Optional<String> inputs(io.junheng.definition.Indicator indicator) {
    return ids(
        lineage.inputs(indicator).stream()
            .filter(node -> node.kind() != Lineage.Kind.SCOPE)
            .toList());
  }

  private static Optional<String> ids(Collection<Lineage.Node> nodes) {
    return Optional.of(nodes.stream().map(Lineage.Node::id).collect(Collectors.joining(",")))
        .filter(ids -> !ids.isEmpty());
  }

  /** Rows of {@code dim_measure}. */
  List<Map<TableColumn, Object>> measures() {
    List<Map<TableColumn, Object>> rows = new ArrayList<>();
    for (MeasureSet set : catalogue.measureSets()) {
      for (Measure measure : set.measures()) {
        Map<TableColumn, Object> row = new HashMap<>();
        row.put(DimMeasure.MEASURE, measure.id());
        row.put(DimMeasure.TITLE_ZH, measure.title().zh());
        row.put(DimMeasure.TITLE_EN, measure.title().en());
        row.put(DimMeasure.UNIT, measure.unit());
        row.put(DimMeasure.DATASET, set.contract());
        row.put(DimMeasure.GRAIN, word(set.per()));
        row.put(DimMeasure.FORMULA, FormulaWords.of(measure));
        row.put(DimMeasure.INPUTS, ids(lineage.inputs(set, measure)).orElse(null));
        row.put(DimMeasure.SPLIT, word(measure.split()));
        row.put(DimMeasure.UNIT_BASIS, measure.unitBasis().map(UnitBasis::code).orElse(null));
        row.put(
            DimMeasure.SOURCE_OF_RECORD,
            measure.sourceOfRecord().map(FormulaRows::word).orElse(null));
        row.put(DimMeasure.DECIDED_BY, measure.decidedBy().orElse(null));
        row.put(
            DimMeasure.REFERENCE_DATE, measure.referenceDate().map(FormulaRows::word).orElse(null));
        row.put(DimMeasure.SORT_ORDER, rows.size() + 1);
        rows.add(row);
      }
    }
    return rows;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
