package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.intake.check.FileVerdict;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * {@code ops.submission} in memory: one line for each file and county that it speaks of. Small:
 * files times counties, not rows.
 *
 * <p>A file that is delivered again keeps its line. A delivery that is replaced leaves the lines of
 * its files as {@code superseded}.
 */
final class SubmissionRegister {
  static final Set<String> ACCEPTED = Set.of("accepted", "accepted_with_warnings");
  private static final String SUPERSEDED = "superseded";
  private static final String RETRACTED = "retracted";
  private static final Set<String> REFUSED = Set.of("refused");
  private static final Set<String> FORMER = Set.of(SUPERSEDED, RETRACTED);

  private final SortedMap<String, Map<TableColumn, Object>> lines = new TreeMap<>();
  private final SortedSet<Period> touched = new TreeSet<>();

  private SubmissionRegister() {}

  /** Reads all lines. */
  static SubmissionRegister load(SmallTables tables) {
    return of(tables.read(Submission.TABLE));
  }

  /** The register of some lines. */
  static SubmissionRegister of(List<Row> rows) {
    SubmissionRegister register = new SubmissionRegister();
    for (Row row : rows) {
      Map<TableColumn, Object> line = new HashMap<>();
      for (Submission column : Submission.values()) {
        Object value = row.get(column.ordinal());
        line.put(column, value instanceof java.sql.Timestamp stamp ? stamp.toInstant() : value);
      }
      register.lines.put(row.getString(Submission.SUBMISSION_ID.ordinal()), line);
    }
    return register;
  }

  /** Whether just these files stand accepted for the delivery: then the lake holds it already. */
  boolean holds(DeliveryGroup delivery) {
    return delivery.fileIds().equals(acceptedFiles(delivery));
  }

  /**
   * Whether all its files are known for the delivery, and one of them was replaced or taken back
   * and does not stand: a set that was there before.
   */
  boolean isOlder(DeliveryGroup delivery) {
    Set<String> accepted = acceptedFiles(delivery);
    Set<String> former = files(delivery, FORMER);
    Set<String> files = delivery.fileIds();
    return files.stream().allMatch(file -> accepted.contains(file) || former.contains(file))
        && !accepted.containsAll(files);
  }

  /** Ids of the lines that stand accepted for a delivery. */
  Set<String> acceptedIds(RetractJob.Delivery delivery) {
    return accepted()
        .filter(line -> line.get(Submission.DATASET).equals(delivery.dataset()))
        .filter(line -> line.get(Submission.PERIOD).equals(delivery.period().number()))
        .filter(line -> line.get(Submission.COUNTY_CODE).equals(delivery.county()))
        .map(line -> (String) line.get(Submission.SUBMISSION_ID))
        .collect(Collectors.toSet());
  }

  /** Marks lines as taken back. */
  void retract(Collection<String> ids, Instant now, String runId) {
    for (String id : ids) {
      Map<TableColumn, Object> line = lines.get(id);
      line.put(Submission.STATE, RETRACTED);
      line.put(Submission.RECEIVED_AT, now);
      line.put(Submission.RUN_ID, runId);
      touched.add(new Period((Integer) line.get(Submission.PERIOD)));
    }
  }

  /** Whether other files stand accepted for the delivery. */
  boolean hasAccepted(DeliveryGroup delivery) {
    return !acceptedFiles(delivery).isEmpty();
  }

  /** Whether just these files were looked at before and refused. */
  boolean wasRefused(DeliveryGroup delivery) {
    return files(delivery, REFUSED).containsAll(delivery.fileIds());
  }

  /** Changes with every line. */
  String fingerprint() {
    return Fingerprint.of(
        lines.values().stream()
            .map(
                line ->
                    line.get(Submission.SUBMISSION_ID)
                        + " "
                        + line.get(Submission.STATE)
                        + " "
                        + line.get(Submission.RUN_ID)));
  }

  private Set<String> acceptedFiles(DeliveryGroup delivery) {
    return files(delivery, ACCEPTED);
  }

  private Set<String> files(DeliveryGroup delivery, Set<String> states) {
    return lines.values().stream()
        .filter(line -> states.contains((String) line.get(Submission.STATE)))
        .filter(line -> line.get(Submission.DATASET).equals(delivery.dataset()))
        .filter(
            line ->
                delivery
                    .period()
                    .map(period -> line.get(Submission.PERIOD).equals(period.number()))
                    .orElse(true))
        .filter(
            line ->
                delivery
                    .county()
                    .map(county -> line.get(Submission.COUNTY_CODE).equals(county))
                    .orElse(true))
        .map(line -> (String) line.get(Submission.SHA256))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * Notes what became of a file; of the lines of the same dataset, period and county, other files'
   * are superseded if it is taken.
   *
   * @param keyId of the key that pseudonyms are made with; empty where there are none
   */
  void note(
      FileVerdict verdict,
      Collection<String> filesOfDelivery,
      Optional<String> keyId,
      Instant now,
      String runId) {
    for (FileVerdict.AreaRows area : verdict.areas()) {
      String dataset = verdict.file().delivered().dataset();
      touched.add(area.period());
      if (!verdict.isRefused()) {
        supersede(dataset, area, filesOfDelivery);
      }
      String id = verdict.submissionId(area);
      Map<TableColumn, Object> line = new HashMap<>();
      line.put(Submission.SUBMISSION_ID, id);
      line.put(Submission.PERIOD, area.period().number());
      line.put(Submission.COUNTY_CODE, area.area());
      line.put(Submission.DATASET, dataset);
      line.put(Submission.FILE_NAME, verdict.file().delivered().name());
      line.put(Submission.SHA256, verdict.file().fileId());
      line.put(Submission.BYTES, verdict.file().delivered().bytes());
      line.put(Submission.ENCODING, verdict.encoding());
      line.put(Submission.ROWS_READ, area.read());
      line.put(Submission.ROWS_ACCEPTED, verdict.isRefused() ? 0L : area.read() - area.rejected());
      line.put(Submission.ROWS_REJECTED, area.rejected());
      line.put(Submission.STATE, verdict.state().code());
      line.put(Submission.KEY_ID, keyId.orElse(null));
      line.put(Submission.RECEIVED_AT, now);
      line.put(Submission.RUN_ID, runId);
      lines.put(id, line);
    }
  }

  private void supersede(
      String dataset, FileVerdict.AreaRows area, Collection<String> filesOfDelivery) {
    for (Map<TableColumn, Object> line : lines.values()) {
      boolean same =
          line.get(Submission.DATASET).equals(dataset)
              && line.get(Submission.PERIOD).equals(area.period().number())
              && line.get(Submission.COUNTY_CODE).equals(area.area());
      if (same && !filesOfDelivery.contains((String) line.get(Submission.SHA256))) {
        line.put(Submission.STATE, SUPERSEDED);
      }
    }
  }

  /** Periods whose lines changed. */
  SortedSet<Period> touched() {
    return touched;
  }

  /** The lines of the touched periods, as they are to stand. */
  List<Row> touchedLines() {
    Set<Integer> periods = touched.stream().map(Period::number).collect(Collectors.toSet());
    return lines.values().stream()
        .filter(line -> periods.contains((Integer) line.get(Submission.PERIOD)))
        .map(line -> TableRow.of(Submission.TABLE, line))
        .toList();
  }

  /**
   * Ids of the keys that pseudonyms of accepted files were made with; more than one, or one with an
   * arrow, where a change of keys was cut off.
   */
  SortedSet<String> keyIds() {
    return accepted()
        .map(line -> (String) line.get(Submission.KEY_ID))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines of accepted files. */
  Stream<Map<TableColumn, Object>> accepted() {
    return lines.values().stream()
        .filter(line -> ACCEPTED.contains((String) line.get(Submission.STATE)));
  }

  /** Notes another key for all accepted files with pseudonyms. */
  void noteKey(Set<String> datasets, String keyId) {
    accepted()
        .filter(line -> datasets.contains((String) line.get(Submission.DATASET)))
        .forEach(
            line -> {
              line.put(Submission.KEY_ID, keyId);
              touched.add(new Period((Integer) line.get(Submission.PERIOD)));
            });
  }
}
