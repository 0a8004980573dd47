package io.junheng.job;

import static org.apache.spark.sql.functions.col;

import io.junheng.definition.Area;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.SmallTables;
import io.junheng.table.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Who has delivered what, as the lake knows it. */
final class Deliveries {
  private final SortedMap<Period, SortedSet<String>> counties = new TreeMap<>();
  private final SortedMap<Period, SortedMap<String, SortedSet<String>>> lines = new TreeMap<>();

  /** Reads {@code ops.submission}. */
  Deliveries(SmallTables tables) {
    for (Row row : tables.read(Submission.TABLE)) {
      if (SubmissionRegister.ACCEPTED.contains(row.getString(Submission.STATE.ordinal()))) {
        Period period = new Period(row.getInt(Submission.PERIOD.ordinal()));
        String county = row.getString(Submission.COUNTY_CODE.ordinal());
        counties.computeIfAbsent(period, any -> new TreeSet<>()).add(county);
        // The run belongs to it: a file may be read again by other definitions.
        lines
            .computeIfAbsent(period, any -> new TreeMap<>())
            .computeIfAbsent(county, any -> new TreeSet<>())
            .add(
                row.getString(Submission.SUBMISSION_ID.ordinal())
                    + " "
                    + row.getString(Submission.RUN_ID.ordinal()));
      }
    }
  }

  /** Changes whenever something of the period was taken in, again, or back. */
  String fingerprint(Period period) {
    return Fingerprint.of(
        lines.getOrDefault(period, new TreeMap<>()).values().stream()
            .flatMap(Set::stream)
            .sorted());
  }

  /** The same for each county by itself, by its code. */
  SortedMap<String, String> fingerprints(Period period) {
    SortedMap<String, String> fingerprints = new TreeMap<>();
    lines
        .getOrDefault(period, new TreeMap<>())
        .forEach((county, own) -> fingerprints.put(county, Fingerprint.of(own.stream())));
    return fingerprints;
  }

  /** Codes of the counties that delivered anything, by period. */
  SortedMap<Period, SortedSet<String>> counties() {
    return counties;
  }

  /** The areas that rows of silver name themselves, of contracts that say so. */
  static List<Area> namedAreas(Catalogue catalogue, Lake lake) {
    List<Area> areas = new ArrayList<>();
    for (Contract contract : catalogue.contracts()) {
      contract.areas().ifPresent(source -> areas.addAll(namedAreas(contract, source, lake)));
    }
    return areas;
  }

  private static List<Area> namedAreas(Contract contract, Contract.AreaSource source, Lake lake) {
    return lake
        .read(SilverTable.of(contract))
        .groupBy(col("county_code"))
        .agg(
            org.apache.spark.sql.functions.min(col(source.nameZh())),
            org.apache.spark.sql.functions.min(col(source.nameEn())))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Area(
                    row.getString(0),
                    Optional.empty(),
                    source.level(),
                    new Text(row.getString(1), row.getString(2)),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    false))
        .toList();
  }
}
