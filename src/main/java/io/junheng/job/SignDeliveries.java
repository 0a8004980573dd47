package io.junheng.job;

import io.junheng.definition.Calendar.Term;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Department;
import io.junheng.definition.Period;
import io.junheng.definition.SignatureStep;
import io.junheng.definition.Text;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.table.Signoff;
import io.junheng.table.TableColumn;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Signs deliveries, step after step: reviewed, confirmed by the county, countersigned by
 * departments, sealed. Needs no Spark session.
 */
public final class SignDeliveries {
  private final SmallTables tables;
  private final Catalogue catalogue;
  private final Clock clock;

  public SignDeliveries(SparkStart start, String lake, Catalogue catalogue) {
    this(LakeReport.tables(start, lake), catalogue, Clock.systemUTC());
  }

  SignDeliveries(SmallTables tables, Catalogue catalogue, Clock clock) {
    this.tables = tables;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * What is signed.
   *
   * @param counties all that delivered if empty
   * @param datasets all that were delivered if empty
   * @param department who countersigns; given for that step alone
   */
  public record Order(
      SignatureStep step,
      List<Period> periods,
      List<String> counties,
      List<String> datasets,
      Optional<Department> department,
      Signer signer) {
    public Order {
      if (department.isPresent() != (step == SignatureStep.COUNTERSIGNED)) {
        throw new JobException(
            Outcome.CONFIGURATION,
            new Text(
                "--department 用于且只用于 countersigned。",
                "--department goes with countersigned, and only with it."));
      }
    }
  }

  /**
   * How far a delivery is signed.
   *
   * @param steps done, in their order
   * @param departments that countersigned
   */
  public record Standing(
      Period period,
      String county,
      String dataset,
      List<SignatureStep> steps,
      List<Department> departments) {}

  /** Signs all of them or none; tells how many were not signed before. */
  public int sign(Order order) {
    return new UnderLease(tables, clock).run("signoff", () -> signed(order));
  }

  private int signed(Order order) {
    Signatures signatures = new Signatures(tables, order.periods());
    List<Signatures.Delivery> chosen = chosen(order, signatures);
    List<String> early =
        chosen.stream()
            .filter(delivery -> !isReady(signatures, delivery, order.step()))
            .map(Signatures.Delivery::place)
            .toList();
    if (!early.isEmpty()) {
      throw early(order.step(), early);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Row> rows = new ArrayList<>();
    for (Signatures.Delivery delivery : chosen) {
      if (!signatures.isSigned(delivery, order.step(), order.department())) {
        rows.add(TableRow.of(Signoff.TABLE, row(order, signatures, delivery, now)));
      }
    }
    if (!rows.isEmpty()) {
      tables.append(Signoff.TABLE, rows);
    }
    return rows.size();
  }

  private static List<Signatures.Delivery> chosen(Order order, Signatures signatures) {
    List<Signatures.Delivery> chosen =
        signatures.deliveries().stream()
            .filter(d -> order.counties().isEmpty() || order.counties().contains(d.county()))
            .filter(d -> order.datasets().isEmpty() || order.datasets().contains(d.dataset()))
            .toList();
    if (chosen.isEmpty()) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "没有可签认的已接收报送。junheng submissions 可查看登记。",
              "No accepted delivery to sign. junheng submissions shows the register."));
    }
    return chosen;
  }

  private boolean isReady(Signatures signatures, Signatures.Delivery delivery, SignatureStep step) {
    List<Department> departments =
        catalogue
            .calendar()
            .find(delivery.dataset(), delivery.period())
            .map(Term::countersignedBy)
            .orElse(List.of());
    return Arrays.stream(SignatureStep.values())
        .filter(earlier -> earlier.compareTo(step) < 0)
        .allMatch(earlier -> signatures.isDone(delivery, earlier, departments));
  }

  private static JobException early(SignatureStep step, List<String> places) {
    String first = String.join(", ", places.subList(0, Math.min(places.size(), 8)));
    return new JobException(
        Outcome.REFUSED,
        new Text(
            "%d 份报送的前序环节未完成,不能签 %s:%s。更正后的报送须重新签认。".formatted(places.size(), step.code(), first),
            "%d deliveries lack an earlier step and cannot be %s: %s. A corrected delivery is signed anew."
                .formatted(places.size(), step.code(), first)));
  }

  private static Map<TableColumn, Object> row(
      Order order, Signatures signatures, Signatures.Delivery delivery, Instant now) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(Signoff.PERIOD, delivery.period().number());
    row.put(Signoff.COUNTY_CODE, delivery.county());
    row.put(Signoff.DATASET, delivery.dataset());
    row.put(Signoff.STEP, order.step().code());
    row.put(Signoff.DEPARTMENT, Signatures.word(order.department()));
    row.put(Signoff.DELIVERY_SHA256, signatures.digest(delivery));
    row.put(Signoff.SIGNED_AT, now);
    row.put(Signoff.SIGNED_BY, order.signer().name());
    row.put(Signoff.NOTE, order.signer().reason());
    return row;
  }

  /**
   * How far the accepted deliveries of some periods are signed; of all periods if none is given.
   */
  public List<Standing> standing(List<Period> periods, List<String> counties) {
    return SparkFailures.told(
        () -> {
          Signatures signatures = new Signatures(tables, periods.isEmpty() ? delivered() : periods);
          return signatures.deliveries().stream()
              .filter(d -> counties.isEmpty() || counties.contains(d.county()))
              .map(delivery -> standing(signatures, delivery))
              .toList();
        });
  }

  private List<Period> delivered() {
    return List.copyOf(new DeliveredPeriods(tables).all());
  }

  private static Standing standing(Signatures signatures, Signatures.Delivery delivery) {
    List<Department> departments =
        Arrays.stream(Department.values())
            .filter(d -> signatures.isSigned(delivery, SignatureStep.COUNTERSIGNED, Optional.of(d)))
            .toList();
    List<SignatureStep> steps =
        Arrays.stream(SignatureStep.values())
            .filter(
                step ->
                    step == SignatureStep.COUNTERSIGNED
                        ? !departments.isEmpty()
                        : signatures.isSigned(delivery, step, Optional.empty()))
            .toList();
    return new Standing(
        delivery.period(), delivery.county(), delivery.dataset(), steps, departments);
  }
}
