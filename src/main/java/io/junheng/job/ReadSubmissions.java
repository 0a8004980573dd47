package io.junheng.job;

import io.junheng.definition.Area;
import io.junheng.definition.Calendar;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.job.SubmissionOverview.County;
import io.junheng.job.SubmissionOverview.Line;
import io.junheng.job.SubmissionOverview.OfDataset;
import io.junheng.lake.SmallTables;
import io.junheng.table.Submission;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * Reads {@code ops.submission} for people. Needs no Spark session.
 *
 * @param today on which something is late or not
 */
record ReadSubmissions(Catalogue catalogue, SmallTables tables, LocalDate today) {
  private static final String REFUSED = "refused";

  /** One overview for each period asked for, or for each that something was delivered for. */
  List<SubmissionOverview> read(Collection<Period> asked) {
    SortedMap<Period, List<Row>> byPeriod =
        tables.read(Submission.TABLE).stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Period(row.getInt(Submission.PERIOD.ordinal())),
                    TreeMap::new,
                    Collectors.toList()));
    SortedSet<Period> periods = new TreeSet<>(asked.isEmpty() ? byPeriod.keySet() : asked);
    SortedMap<Period, SortedSet<String>> reporting = new TreeMap<>();
    byPeriod.forEach(
        (period, rows) ->
            reporting.put(
                period,
                rows.stream()
                    .filter(ReadSubmissions::isAccepted)
                    .map(row -> text(row, Submission.COUNTY_CODE))
                    .collect(Collectors.toCollection(TreeSet::new))));
    AreaRegister areas = new AreaRegister(catalogue, reporting, List.of());
    return periods.stream()
        .map(period -> overview(period, byPeriod.getOrDefault(period, List.of()), areas))
        .toList();
  }

  private SubmissionOverview overview(Period period, List<Row> rows, AreaRegister areas) {
    List<County> expected =
        areas.counties(period).stream().map(area -> new County(area.code(), area.name())).toList();
    Map<String, Text> names =
        areas.all(List.of(period)).stream()
            .collect(Collectors.toMap(Area::code, Area::name, (first, second) -> second));
    return new SubmissionOverview(
        period,
        expected,
        catalogue.contracts().stream()
            .sorted(Comparator.comparing(Contract::id))
            .map(contract -> ofDataset(period, contract, rows, expected))
            .toList(),
        rows.stream()
            .map(row -> line(row, names))
            .sorted(
                Comparator.comparing(Line::dataset)
                    .thenComparing(line -> line.county().code())
                    .thenComparing(Line::file)
                    .thenComparing(Line::receivedAt))
            .toList());
  }

  private OfDataset ofDataset(
      Period period, Contract contract, List<Row> rows, List<County> expected) {
    List<Row> own =
        rows.stream().filter(row -> text(row, Submission.DATASET).equals(contract.id())).toList();
    List<Row> accepted = own.stream().filter(ReadSubmissions::isAccepted).toList();
    Set<String> delivered =
        accepted.stream().map(row -> text(row, Submission.COUNTY_CODE)).collect(Collectors.toSet());
    Optional<LocalDate> lastDay =
        catalogue.calendar().find(contract.id(), period).map(Calendar.Term::lastDay);
    return new OfDataset(
        contract.id(),
        contract.title(),
        delivered.size(),
        expected.stream().filter(county -> !delivered.contains(county.code())).toList(),
        own.stream().filter(row -> text(row, Submission.STATE).equals(REFUSED)).count(),
        accepted.stream().mapToLong(row -> number(row, Submission.ROWS_ACCEPTED)).sum(),
        accepted.stream().mapToLong(row -> number(row, Submission.ROWS_REJECTED)).sum(),
        accepted.stream()
            .map(row -> row.getTimestamp(Submission.RECEIVED_AT.ordinal()).toInstant())
            .max(Comparator.naturalOrder()),
        lastDay,
        lastDay.map(day -> late(day, own, expected)).orElse(List.of()));
  }

  /** Counties of which nothing had come by the last day, whether something came since or not. */
  private List<County> late(LocalDate lastDay, List<Row> rows, List<County> expected) {
    if (!today.isAfter(lastDay)) {
      return List.of();
    }
    Set<String> inTime =
        rows.stream()
            .filter(row -> !received(row).isAfter(lastDay))
            .map(row -> text(row, Submission.COUNTY_CODE))
            .collect(Collectors.toSet());
    return expected.stream().filter(county -> !inTime.contains(county.code())).toList();
  }

  private static LocalDate received(Row row) {
    return row.getTimestamp(Submission.RECEIVED_AT.ordinal())
        .toInstant()
        .atZone(ZoneId.systemDefault())
        .toLocalDate();
  }

  private static Line line(Row row, Map<String, Text> names) {
    String county = text(row, Submission.COUNTY_CODE);
    return new Line(
        text(row, Submission.DATASET),
        new County(county, names.getOrDefault(county, Text.same(county))),
        text(row, Submission.FILE_NAME),
        text(row, Submission.SHA256),
        number(row, Submission.BYTES),
        number(row, Submission.ROWS_READ),
        number(row, Submission.ROWS_ACCEPTED),
        number(row, Submission.ROWS_REJECTED),
        text(row, Submission.STATE),
        row.getTimestamp(Submission.RECEIVED_AT.ordinal()).toInstant(),
        text(row, Submission.RUN_ID));
  }

  private static boolean isAccepted(Row row) {
    return SubmissionRegister.ACCEPTED.contains(text(row, Submission.STATE));
  }

  private static String text(Row row, Submission column) {
    return row.getString(column.ordinal());
  }

  private static long number(Row row, Submission column) {
    return row.getLong(column.ordinal());
  }
}
