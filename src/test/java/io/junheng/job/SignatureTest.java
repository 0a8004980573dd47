package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.junheng.definition.Calendar;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Department;
import io.junheng.definition.Origin;
import io.junheng.definition.Period;
import io.junheng.definition.SignatureStep;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.release.DrawSchools;
import io.junheng.release.GateItem;
import io.junheng.release.GateItem.Rule;
import io.junheng.release.ReleaseState;
import io.junheng.table.Submission;
import io.junheng.table.TableColumn;
import io.junheng.table.Verification;
import io.junheng.testing.LakeCopy;
import io.junheng.testing.SampleLake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Signatures, visits and objections over a copy of the sample lake, and the gate that reads them.
 */
class SignatureTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Period PERIOD = Period.parse("202310");
  private static final List<Period> PERIODS = List.of(PERIOD);
  private static final Signer OFFICE = new Signer("Office", "as agreed");

  private final SmallTables tables;

  SignatureTest(@TempDir Path folder) {
    this.tables = new SmallTables(new Configuration(), LakeCopy.in(folder).toString());
  }

  @Test
  void aDeliveryIsSignedStepByStepAndACorrectionIsSignedAnew() {
    Catalogue catalogue = with(term(List.of("school"), LocalDate.of(2030, 1, 1)));
    SignDeliveries sign = new SignDeliveries(tables, catalogue, CLOCK);
    String county = tables.read(Submission.TABLE, PERIODS).get(0).getAs("county_code");

    assertThatThrownBy(() -> sign.sign(order(SignatureStep.SEALED, county, Optional.empty())))
        .hasMessageContaining("lack an earlier step");
    assertThat(sign.sign(order(SignatureStep.REVIEWED, county, Optional.empty()))).isEqualTo(1);
    assertThat(sign.sign(order(SignatureStep.REVIEWED, county, Optional.empty()))).isZero();
    sign.sign(order(SignatureStep.CONFIRMED, county, Optional.empty()));
    assertThatThrownBy(() -> sign.sign(order(SignatureStep.SEALED, county, Optional.empty())))
        .hasMessageContaining("lack an earlier step");
    sign.sign(order(SignatureStep.COUNTERSIGNED, county, Optional.of(Department.FINANCE)));
    sign.sign(order(SignatureStep.SEALED, county, Optional.empty()));
    assertThat(items(catalogue, Rule.MISSING_SIGNATURE))
        .isNotEmpty()
        .noneMatch(item -> item.place().contains("/" + county + "/"));

    correct(county);

    assertThat(items(catalogue, Rule.MISSING_SIGNATURE))
        .anyMatch(item -> item.place().equals("202310/" + county + "/school"));
  }

  private static SignDeliveries.Order order(
      SignatureStep step, String county, Optional<Department> department) {
    return new SignDeliveries.Order(
        step, PERIODS, List.of(county), List.of("school"), department, OFFICE);
  }

  private void correct(String county) {
    List<Row> rows = new ArrayList<>();
    for (Row row : tables.read(Submission.TABLE)) {
      Map<TableColumn, Object> values = new HashMap<>();
      for (Submission column : Submission.values()) {
        values.put(column, row.get(column.ordinal()));
      }
      if (row.getAs("county_code").equals(county)) {
        values.put(Submission.SHA256, "f".repeat(64));
      }
      rows.add(TableRow.of(Submission.TABLE, values));
    }
    tables.replaceAll(Submission.TABLE, rows);
  }

  private static Calendar.Term term(List<String> datasets, LocalDate deadline) {
    return new Calendar.Term(
        datasets,
        PERIODS,
        Optional.empty(),
        deadline,
        3,
        Optional.empty(),
        Optional.of(new Calendar.Days(TODAY, TODAY)),
        true,
        Optional.of(SignatureStep.SEALED),
        List.of(Department.FINANCE),
        Origin.DEMO);
  }

  private static Catalogue with(Calendar.Term term) {
    Catalogue shipped = SampleLake.catalogue();
    return new Catalogue(
        shipped.digest(),
        shipped.figuresDigest(),
        shipped.stages(),
        shipped.areas(),
        shipped.areaSets(),
        shipped.codeLists(),
        shipped.contracts(),
        shipped.measureSets(),
        shipped.scopes(),
        shipped.indicators(),
        shipped.frameworks(),
        shipped.setChecks(),
        new Calendar(List.of(term)));
  }

  private List<GateItem> items(Catalogue catalogue, Rule rule) {
    return new GateOfLake(catalogue, tables, TODAY)
        .items(PERIODS, ReleaseState.APPROVED).stream()
            .filter(item -> item.rule() == rule)
            .toList();
  }

  @Test
  void whoDeliversAfterTheLastDayIsLateAndTheDaysOfAppealKeepTheGateClosed() {
    Catalogue catalogue = with(term(List.of("school"), LocalDate.of(2023, 10, 20)));
    SubmissionOverview overview =
        new ReadSubmissions(catalogue, tables, TODAY).read(PERIODS).get(0);

    assertThat(overview.datasets())
        .filteredOn(dataset -> dataset.dataset().equals("school"))
        .singleElement()
        .satisfies(
            school -> {
              assertThat(school.lastDay()).contains(LocalDate.of(2023, 10, 23));
              assertThat(school.late()).hasSameSizeAs(overview.expected());
              assertThat(school.missing()).isEmpty();
            });
    assertThat(items(catalogue, Rule.OPEN_APPEAL)).hasSize(1);
    assertThat(
            new GateOfLake(catalogue, tables, TODAY.plusDays(1))
                .items(PERIODS, ReleaseState.APPROVED))
        .noneMatch(item -> item.rule() == Rule.OPEN_APPEAL);
  }

  @Test
  void aVerifiedValueStandsBesideTheReportedOneAndClosesTheGateWhileTheyDiffer() {
    VerifySchools verify = new VerifySchools(tables, CLOCK);
    List<VerifySchools.Drawn> drawn =
        verify.sample(PERIOD, "sports_area_cv", "primary", List.of(), new DrawSchools(7, 1));
    VerifySchools.Drawn school = drawn.get(0);

    VerifySchools.Recorded confirmed = verify.record(visit(school, reported(school)));
    assertThat(confirmed.isConfirmed()).isTrue();
    assertThat(items(SampleLake.catalogue(), Rule.UNSETTLED_VERIFICATION)).isEmpty();

    VerifySchools.Recorded differing =
        verify.record(visit(school, reported(school).add(BigDecimal.ONE)));
    assertThat(differing.isConfirmed()).isFalse();
    assertThat(items(SampleLake.catalogue(), Rule.UNSETTLED_VERIFICATION))
        .extracting(GateItem::place)
        .containsExactly(
            "202310/%s/%s/_T/sports_area_m2".formatted(school.county(), school.school()));
    assertThat(tables.read(Verification.TABLE)).hasSize(2);
    assertThat(confirmed.reported()).isEqualTo(differing.reported());
  }

  private BigDecimal reported(VerifySchools.Drawn school) {
    return new VerifiedFigures(tables)
        .reported(
            new VerifiedFigures.Figure(
                PERIOD, school.county(), school.school(), "_T", "sports_area_m2"))
        .orElseThrow();
  }

  private static VerifySchools.Visit visit(VerifySchools.Drawn school, BigDecimal found) {
    return new VerifySchools.Visit(
        PERIOD,
        school.county(),
        school.school(),
        "_T",
        "sports_area_m2",
        found,
        List.of("Team 2"),
        "Protocol 12",
        TODAY,
        OFFICE);
  }

  @Test
  void anObjectionIsOpenUntilItIsDecidedOnce() {
    Objections objections = new Objections(tables, CLOCK);
    String id = objections.open(PERIOD, "990102", "sports_area_cv", "Plan 3", OFFICE);

    assertThat(id).isEqualTo("O-202310-001");
    assertThat(items(SampleLake.catalogue(), Rule.OPEN_OBJECTION)).hasSize(1);
    objections.decide(id, Objections.Decision.ACCEPTED, new Signer("Board", "evidence holds"));

    assertThat(items(SampleLake.catalogue(), Rule.OPEN_OBJECTION)).isEmpty();
    assertThat(objections.list(PERIODS))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.status()).isEqualTo("accepted");
              assertThat(line.decidedBy()).contains("Board");
              assertThat(line.claim()).isEqualTo("as agreed");
            });
    assertThatThrownBy(() -> objections.decide(id, Objections.Decision.REJECTED, OFFICE))
        .hasMessageContaining("decided already");
    assertThatThrownBy(() -> objections.decide("O-1", Objections.Decision.REJECTED, OFFICE))
        .hasMessageContaining("There is no objection");
  }
}
