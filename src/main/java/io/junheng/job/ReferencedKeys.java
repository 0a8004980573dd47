package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Column;
import io.junheng.definition.Column.Reference;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredKeys;
import io.junheng.intake.format.ReferenceKeys;
import io.junheng.lake.CountyRows;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StoredTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

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
      Map<Period, Set<String>> elsewhere =
          files.stream()
              .filter(file -> refersTo(dataset, file) && !known.containsKey(place(file)))
              .collect(
                  Collectors.groupingBy(
                      file -> file.delivered().period().orElseThrow(),
                      TreeMap::new,
                      Collectors.mapping(
                          file -> file.delivered().county().orElseThrow(),
                          Collectors.toCollection(TreeSet::new))));
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

  /** Those of some counties; only their files are read, without a plan of Spark. */
  private Map<String, Set<String>> stored(Contract contract, Map<Period, Set<String>> counties) {
    StoredTable table = SilverTable.of(contract);
    Map<String, Set<String>> keys = new TreeMap<>();
    if (counties.isEmpty() || !lake.exists(table)) {
      return keys;
    }
    CountyRows rows =
        new CountyRows(
            table,
            counties.keySet().stream().collect(Collectors.toMap(period -> period, p -> p)),
            List.of(contract.referenceKey().orElseThrow(), "county_code", "period"));
    lake.sideBySide(List.of(rows), counties)
        .flatMap(tables -> keys(tables.get(0)))
        .collect()
        .forEach(key -> keys.computeIfAbsent(key._1(), any -> new HashSet<>()).add(key._2()));
    return keys;
  }

  /** Of each row the place and the key. */
  private static Iterator<Tuple2<String, String>> keys(Iterator<InternalRow> rows) {
    List<Tuple2<String, String>> keys = new ArrayList<>();
    rows.forEachRemaining(
        row ->
            keys.add(
                new Tuple2<>(
                    ReferenceKeys.place(row.getInt(2), row.getUTF8String(1).toString()),
                    Objects.toString(row.getUTF8String(0), null))));
    return keys.iterator();
  }
}
