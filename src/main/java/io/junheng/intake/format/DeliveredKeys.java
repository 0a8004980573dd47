package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the keys out of delivered files of a small dataset, without Spark.
 *
 * <p>A row counts once its key can be read, whatever else is wrong with it: a school whose floor
 * area is mistyped is there, and its pupils are not to be set aside for it.
 */
public record DeliveredKeys(Catalogue catalogue, KeyLocation key, Configuration hadoop) {
  /**
   * The keys of each period and county, by {@link ReferenceKeys#place}; none for a file that cannot
   * be read.
   *
   * @param contract whose key is one open text column, and whose folders say period and county
   */
  public Map<String, Set<String>> of(Contract contract, List<ArchivedFile> files)
      throws IOException {
    List<FilePlan> plans =
        IntStream.range(0, files.size()).mapToObj(i -> FilePlan.of(i, files.get(i))).toList();
    RowPlan rows = new RowPlans(catalogue, ReferenceKeys.NONE, plans).of(contract, key);
    StructType all = RawColumns.of(contract);
    StructType wanted =
        new StructType()
            .add(all.apply(contract.referenceKey().orElseThrow()))
            .add(all.apply(RawColumns.FOLDER_PERIOD))
            .add(all.apply(RawColumns.FOLDER_AREA));
    Map<String, Set<String>> keys = new TreeMap<>();
    try (GroupRows reading = new GroupRows(plans, rows, wanted, hadoop)) {
      while (reading.next()) {
        add(reading.get(), keys);
      }
    }
    return keys;
  }

  private static void add(InternalRow row, Map<String, Set<String>> keys) {
    if (!row.isNullAt(0)) {
      String place = ReferenceKeys.place(row.getInt(1), row.getUTF8String(2).toString());
      keys.computeIfAbsent(place, any -> new HashSet<>()).add(row.getUTF8String(0).toString());
    }
  }
}
