package io.junheng.job;

import static org.apache.spark.sql.functions.col;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Column;
import io.junheng.definition.Column.Reference;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredKeys;
import io.junheng.intake.format.ReferenceKeys;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Collects the keys that delivered rows may name: those that come in the same intake, else those
 * that the lake holds of the same period and county. Spark is asked only for the second.
 */
record ReferencedKeys(Catalogue catalogue, Lake lake, DeliveredKeys reading) {
  /** The keys for these files; a place of which nothing is known has none. */
  ReferenceKeys of(List<ArchivedFile> files) {
    Map<String, Map<String, Set<String>>> keys = new TreeMap<>();
    for (String dataset : referenced(files)) {
      Contract contract = catalogue.contract(dataset);
      Map<String, Set<String>> known = delivered(contract, files);
      Set<Period> elsewhere =
          files.stream()
              .filter(file -> refersTo(dataset, file) && !known.containsKey(place(file)))
              .map(file -> file.delivered().period().orElseThrow())
              .collect(Collectors.toCollection(TreeSet::new));
      stored(contract, elsewhere).forEach(known::putIfAbsent);
      keys.put(dataset, known);
    }
    return new ReferenceKeys(keys);
  }

  private Set<String> referenced(List<ArchivedFile> files) {
    return files.stream()
        .map(file -> catalogue.contract(file.delivered().dataset()))
        .flatMap(contract -> contract.columns().stream())
        .flatMap(column -> column.references().stream())
        .map(Reference::contract)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean refersTo(String dataset, ArchivedFile file) {
    return catalogue.contract(file.delivered().dataset()).columns().stream()
        .map(Column::references)
        .anyMatch(reference -> reference.filter(r -> r.contract().equals(dataset)).isPresent());
  }

  private static String place(ArchivedFile file) {
    return ReferenceKeys.place(
        file.delivered().period().orElseThrow().number(), file.delivered().county().orElseThrow());
  }

  private Map<String, Set<String>> delivered(Contract contract, List<ArchivedFile> files) {
    try {
      return reading.of(
          contract,
          files.stream().filter(f -> f.delivered().dataset().equals(contract.id())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Set<String>> stored(Contract contract, Set<Period> periods) {
    Map<String, Set<String>> keys = new TreeMap<>();
    if (periods.isEmpty() || !lake.exists(SilverTable.of(contract))) {
      return keys;
    }
    List<Row> rows =
        lake.read(SilverTable.of(contract), periods)
            .select(col("period"), col("county_code"), col(contract.referenceKey().orElseThrow()))
            .collectAsList();
    for (Row row : rows) {
      keys.computeIfAbsent(
              ReferenceKeys.place(row.getInt(0), row.getString(1)), place -> new HashSet<>())
          .add(row.getString(2));
    }
    return keys;
  }
}
