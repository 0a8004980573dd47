package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.SetCheck;
import io.junheng.definition.SetCheck.Span;
import io.junheng.definition.Text;
import io.junheng.intake.check.CheckAcross;
import io.junheng.intake.check.CheckSets;
import io.junheng.intake.check.GroupHashes;
import io.junheng.lake.CountyRows;
import io.junheng.lake.Lake;
import io.junheng.lake.RowHashes;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StoredTable;
import io.junheng.lake.TableRow;
import io.junheng.table.Finding;
import io.junheng.table.TableColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What set checks find in silver once deliveries have landed: rows of {@code ops.finding}. Checks
 * within counties look at the counties that delivered; checks across counties at their periods, and
 * only those of datasets that were delivered: others would find what they found before.
 *
 * @param delivered the counties whose rows changed, by period
 * @param datasets the contracts whose rows changed
 */
record SetFindings(
    Catalogue catalogue,
    Lake lake,
    SortedMap<Period, Collection<String>> delivered,
    Set<String> datasets,
    String runId,
    LocalDate today) {
  private static final int EXAMPLES = 3;

  private static final int FEW = 1 << 20;
  private static final String SCOPE = "county";

  /**
   * Findings as they are now: these take the place of earlier ones, and tell since when they stand.
   *
   * @param findings what else is found
   * @param standing what is stored
   */
  List<Row> renewed(List<Row> findings, List<Row> standing) {
    Map<List<Object>, Object> since =
        standing.stream()
            .collect(
                Collectors.toMap(
                    SetFindings::key,
                    row -> row.get(Finding.FIRST_SEEN.ordinal()),
                    (one, other) -> one));
    List<Row> renewed = new ArrayList<>(withoutEarlier(findings));
    for (Map<TableColumn, Object> finding : find()) {
      Object earlier = since.get(key(TableRow.of(Finding.TABLE, finding)));
      if (earlier != null) {
        finding.put(Finding.FIRST_SEEN, earlier);
      }
      renewed.add(TableRow.of(Finding.TABLE, finding));
    }
    return renewed;
  }

  private static List<Object> key(Row finding) {
    return Stream.of(
            Finding.PERIOD, Finding.COUNTY_CODE, Finding.DATASET, Finding.RULE, Finding.CHECK_SCOPE)
        .map(column -> finding.get(column.ordinal()))
        .toList();
  }

  private List<Row> withoutEarlier(List<Row> findings) {
    Set<String> places = Set.copyOf(places());
    Set<String> within = ids(Span.COUNTY);
    Set<String> across = ids(Span.PERIOD);
    return findings.stream()
        .filter(
            row -> {
              String rule = row.getString(Finding.RULE.ordinal());
              String place =
                  row.getInt(Finding.PERIOD.ordinal())
                      + "|"
                      + row.getString(Finding.COUNTY_CODE.ordinal());
              return !across.contains(rule) && !(within.contains(rule) && places.contains(place));
            })
        .toList();
  }

  private Set<String> ids(Span span) {
    return checks(span).stream().map(SetCheck::id).collect(Collectors.toSet());
  }

  private List<String> places() {
    return delivered.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(county -> entry.getKey() + "|" + county))
        .toList();
  }

  private List<SetCheck> checks(Span span) {
    return catalogue.setChecks().stream()
        .filter(check -> check.span() == span && isStored(check.contract()))
        .filter(check -> span == Span.COUNTY || datasets.contains(check.contract()))
        .toList();
  }

  private boolean isStored(String contract) {
    return lake.exists(SilverTable.of(catalogue.contract(contract)));
  }

  private List<Map<TableColumn, Object>> find() {
    List<Map<TableColumn, Object>> findings = new ArrayList<>();
    if (!delivered.isEmpty()) {
      findings.addAll(withinCounties());
      acrossCounties().forEach((source, checks) -> findings.addAll(across(source, checks)));
    }
    return findings;
  }

  private List<Map<TableColumn, Object>> withinCounties() {
    List<SetCheck> checks =
        checks(Span.COUNTY).stream()
            .filter(check -> check.figures().stream().allMatch(f -> isStored(f.contract())))
            .toList();
    if (checks.isEmpty()) {
      return List.of();
    }
    CheckSets sets =
        new CheckSets(checks, contract -> lake.none(SilverTable.of(catalogue.contract(contract))));
    return lake
        .sideBySide(sets.sources().stream().map(this::rows).toList(), delivered)
        .flatMap(rows -> broken(sets, rows).iterator())
        .collect()
        .stream()
        .map(
            one ->
                finding(
                    check(one.check()),
                    one.period(),
                    one.county(),
                    one.checked(),
                    one.failed(),
                    one.examples()))
        .toList();
  }

  private static List<CheckSets.Broken> broken(CheckSets sets, List<Iterator<InternalRow>> rows) {
    CheckSets.Counties counties = sets.counties();
    for (int i = 0; i < rows.size(); i++) {
      counties.add(i, rows.get(i));
    }
    return counties.broken();
  }

  /** The year before is told as the year that it is held against. */
  private CountyRows rows(CheckSets.Source source) {
    boolean isThis = source.year() == SetCheck.Year.THIS;
    return new CountyRows(
        SilverTable.of(catalogue.contract(source.contract())),
        delivered.keySet().stream()
            .collect(
                Collectors.toMap(period -> isThis ? period : period.previous(), period -> period)),
        source.columns());
  }

  /** A dataset, and the columns that make its groups. */
  private record Source(String contract, List<String> by) {}

  private Map<Source, List<SetCheck>> acrossCounties() {
    return checks(Span.PERIOD).stream()
        .collect(
            Collectors.groupingBy(
                check -> new Source(check.contract(), check.by()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private List<Map<TableColumn, Object>> across(Source source, List<SetCheck> checks) {
    StoredTable table = SilverTable.of(catalogue.contract(source.contract()));
    CheckAcross across = new CheckAcross(source.by(), checks);
    Optional<long[]> suspects = suspects(table, across);
    if (suspects.isPresent() && suspects.get().length == 0) {
      return List.of();
    }
    Dataset<Row> all = lake.read(table, delivered.keySet());
    Dataset<Row> rows =
        suspects
            .filter(hashes -> hashes.length < FEW)
            .map(hashes -> across.within(all, dataset(all.sparkSession(), hashes)))
            .orElse(all);
    Dataset<Row> broken = across.apply(rows);
    List<Row> found = broken.collectAsList();
    if (found.isEmpty()) {
      return List.of();
    }
    Dataset<Row> few = rows.sparkSession().createDataFrame(found, broken.schema());
    return perCounty(across.rowsOf(rows, few).collectAsList());
  }

  /** Hashes of the groups that can break a check at all; empty where that cannot be told. */
  private Optional<long[]> suspects(StoredTable table, CheckAcross across) {
    GroupHashes hashes = across.hashes(lake.none(table));
    return lake.repeated(
            table, delivered.keySet(), new RowHashes(hashes.name(), hashes.columns(), hashes::of))
        .map(found -> found.collect().stream().flatMapToLong(LongStream::of).toArray());
  }

  private static Dataset<Long> dataset(SparkSession spark, long[] hashes) {
    return spark.createDataset(LongStream.of(hashes).boxed().toList(), Encoders.LONG());
  }

  /** The rows of one check, period and county. */
  private record Place(String check, int period, String county) {}

  private List<Map<TableColumn, Object>> perCounty(List<Row> rows) {
    Map<Place, List<Row>> byPlace = new LinkedHashMap<>();
    Map<Long, TreeSet<String>> rowsOfGroup = new TreeMap<>();
    for (Row row : rows) {
      Place place =
          new Place(row.getAs(CheckAcross.CHECK), row.getAs("period"), row.getAs("county_code"));
      byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
      rowsOfGroup
          .computeIfAbsent(row.getAs(CheckAcross.GROUP), any -> new TreeSet<>())
          .add(nameOf(row));
    }
    List<Map<TableColumn, Object>> findings = new ArrayList<>();
    byPlace.forEach(
        (place, ofPlace) -> {
          List<Long> groups =
              ofPlace.stream().map(r -> r.<Long>getAs(CheckAcross.GROUP)).distinct().toList();
          String examples =
              groups.stream()
                  .map(group -> String.join(" = ", rowsOfGroup.get(group)))
                  .sorted()
                  .limit(EXAMPLES)
                  .collect(Collectors.joining("; "));
          findings.add(
              finding(
                  check(place.check()),
                  place.period(),
                  place.county(),
                  null,
                  groups.size(),
                  examples));
        });
    return findings;
  }

  private static String nameOf(Row row) {
    return row.<String>getAs("county_code") + "#" + row.<Long>getAs("_row");
  }

  private SetCheck check(String id) {
    return Stream.of(Span.values())
        .flatMap(span -> checks(span).stream())
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Map<TableColumn, Object> finding(
      SetCheck check, int period, String county, Long checked, long failed, String examples) {
    Text message = check.message();
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(Finding.PERIOD, period);
    row.put(Finding.COUNTY_CODE, county);
    row.put(Finding.DATASET, check.contract());
    row.put(Finding.RULE, check.id());
    row.put(Finding.CHECK_SCOPE, SCOPE);
    row.put(Finding.SEVERITY, "warning");
    row.put(Finding.STATUS, "open");
    row.put(Finding.CHECKED, checked);
    row.put(Finding.FAILED, failed);
    row.put(Finding.EXAMPLES, examples);
    row.put(Finding.MESSAGE_ZH, message.zh());
    row.put(Finding.MESSAGE_EN, message.en());
    row.put(Finding.FIRST_SEEN, today);
    row.put(Finding.RUN_ID, runId);
    return row;
  }
}
