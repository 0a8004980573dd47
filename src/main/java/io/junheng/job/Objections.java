package io.junheng.job;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.table.Objection;
import io.junheng.table.TableColumn;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** Objections of counties and their decisions. Needs no Spark session. */
public final class Objections {
  private final SmallTables tables;
  private final Clock clock;

  public Objections(SparkStart start, String lake) {
    this(LakeReport.tables(start, lake), Clock.systemUTC());
  }

  Objections(SmallTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** What may become of an objection. */
  public enum Decision {
    ACCEPTED,
    REJECTED,
    WITHDRAWN;

    private String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An objection.
   *
   * @param status open, accepted, rejected, withdrawn
   * @param decision why; empty while it is open
   */
  public record Line(
      String id,
      Period period,
      String county,
      String subject,
      String claim,
      String evidence,
      String status,
      String openedBy,
      Instant openedAt,
      Optional<String> decision,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt) {}

  /** Opens one and tells its number. */
  public String open(Period period, String county, String subject, String evidence, Signer signer) {
    return new UnderLease(tables, clock)
        .run(
            "objection-open",
            () -> {
              int no = tables.read(Objection.TABLE, List.of(period)).size() + 1;
              String id = "O-%s-%03d".formatted(period, no);
              Map<TableColumn, Object> row = new HashMap<>();
              row.put(Objection.OBJECTION_ID, id);
              row.put(Objection.PERIOD, period.number());
              row.put(Objection.COUNTY_CODE, county);
              row.put(Objection.SUBJECT, subject);
              row.put(Objection.CLAIM, signer.withReason().reason());
              row.put(Objection.EVIDENCE, evidence);
              row.put(Objection.STATUS, "open");
              row.put(Objection.OPENED_BY, signer.name());
              row.put(Objection.OPENED_AT, now());
              tables.append(Objection.TABLE, List.of(TableRow.of(Objection.TABLE, row)));
              return id;
            });
  }

  /** Decides one that is open. */
  public void decide(String id, Decision decision, Signer signer) {
    new UnderLease(tables, clock)
        .run(
            "objection-decide",
            () -> {
              List<Row> rows = new ArrayList<>();
              boolean isFound = false;
              for (Row row : tables.read(Objection.TABLE)) {
                boolean isIt = row.getString(Objection.OBJECTION_ID.ordinal()).equals(id);
                isFound |= isIt;
                rows.add(isIt ? decided(row, decision, signer.withReason()) : row);
              }
              if (!isFound) {
                throw new JobException(
                    Outcome.CONFIGURATION,
                    JobWords.unknown(
                        "申诉",
                        "objection",
                        id,
                        rows.stream()
                            .map(row -> row.getString(Objection.OBJECTION_ID.ordinal()))
                            .toList()));
              }
              tables.replaceAll(Objection.TABLE, rows);
              return rows.size();
            });
  }

  private Row decided(Row row, Decision decision, Signer signer) {
    if (!row.getString(Objection.STATUS.ordinal()).equals("open")) {
      String id = row.getString(Objection.OBJECTION_ID.ordinal());
      throw new JobException(
          Outcome.REFUSED,
          new Text("申诉 %s 已裁定。".formatted(id), "Objection %s is decided already.".formatted(id)));
    }
    Map<TableColumn, Object> values = new HashMap<>();
    for (Objection column : Objection.values()) {
      values.put(column, row.get(column.ordinal()));
    }
    values.put(Objection.STATUS, decision.code());
    values.put(Objection.DECISION, signer.reason());
    values.put(Objection.DECIDED_BY, signer.name());
    values.put(Objection.DECIDED_AT, now());
    return TableRow.of(Objection.TABLE, values);
  }

  /** All, or those of some periods, in the order of their numbers. */
  public List<Line> list(List<Period> periods) {
    return SparkFailures.told(
        () ->
            tables.read(Objection.TABLE).stream()
                .map(Objections::line)
                .filter(line -> periods.isEmpty() || periods.contains(line.period()))
                .sorted(Comparator.comparing(Line::id))
                .toList());
  }

  private static Line line(Row row) {
    return new Line(
        row.getString(Objection.OBJECTION_ID.ordinal()),
        new Period(row.getInt(Objection.PERIOD.ordinal())),
        row.getString(Objection.COUNTY_CODE.ordinal()),
        row.getString(Objection.SUBJECT.ordinal()),
        row.getString(Objection.CLAIM.ordinal()),
        row.getString(Objection.EVIDENCE.ordinal()),
        row.getString(Objection.STATUS.ordinal()),
        row.getString(Objection.OPENED_BY.ordinal()),
        row.getTimestamp(Objection.OPENED_AT.ordinal()).toInstant(),
        Optional.ofNullable(row.getString(Objection.DECISION.ordinal())),
        Optional.ofNullable(row.getString(Objection.DECIDED_BY.ordinal())),
        Optional.ofNullable(row.getTimestamp(Objection.DECIDED_AT.ordinal()))
            .map(Timestamp::toInstant));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
