package io.junheng.job;

import io.junheng.definition.Calendar.Term;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.SignatureStep;
import io.junheng.definition.Text;
import io.junheng.intake.format.Level;
import io.junheng.lake.SmallTables;
import io.junheng.release.GateItem;
import io.junheng.release.GateItem.Rule;
import io.junheng.release.ReleaseState;
import io.junheng.table.Finding;
import io.junheng.table.Objection;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What stands against a release of some periods: findings, counties without a delivery, signatures,
 * objections, verified values. Needs no Spark session.
 *
 * @param today on which something is late or not
 */
record GateOfLake(Catalogue catalogue, SmallTables tables, LocalDate today) {
  private static final Set<String> BLOCKING = Set.of(Level.REFUSED.code(), Level.UNREADABLE.code());
  private static final String OPEN = "open";

  /**
   * All of it, in the order of rule and place.
   *
   * @param towards a draft may be made while counties may still object
   */
  List<GateItem> items(Collection<Period> periods, ReleaseState towards) {
    List<GateItem> items = new ArrayList<>();
    for (Row row : tables.read(Finding.TABLE, periods)) {
      if (row.getString(Finding.STATUS.ordinal()).equals(OPEN)) {
        finding(row).ifPresent(items::add);
      }
    }
    items.addAll(missing(periods));
    items.addAll(unsigned(periods));
    items.addAll(objections(periods));
    items.addAll(new VerifiedFigures(tables).unsettled(periods));
    if (towards != ReleaseState.DRAFT) {
      items.addAll(appeals(periods));
    }
    return items.stream()
        .sorted(Comparator.comparing(GateItem::rule).thenComparing(GateItem::place))
        .toList();
  }

  private Optional<GateItem> finding(Row row) {
    String severity = row.getString(Finding.SEVERITY.ordinal());
    boolean isBlocking = BLOCKING.contains(severity);
    if (!isBlocking && (severity.equals(Level.NOTE.code()) || !isOverdue(row))) {
      return Optional.empty();
    }
    String place =
        "%d/%s/%s/%s"
            .formatted(
                row.getInt(Finding.PERIOD.ordinal()),
                row.getString(Finding.COUNTY_CODE.ordinal()),
                row.getString(Finding.DATASET.ordinal()),
                row.getString(Finding.RULE.ordinal()));
    Text message =
        new Text(
            row.getString(Finding.MESSAGE_ZH.ordinal()),
            row.getString(Finding.MESSAGE_EN.ordinal()));
    return Optional.of(
        new GateItem(isBlocking ? Rule.BLOCKING_FINDING : Rule.OVERDUE_WARNING, place, message));
  }

  /** By its own day, else by the cut-off of its dataset. */
  private boolean isOverdue(Row row) {
    Optional<LocalDate> due =
        Optional.ofNullable(row.getDate(Finding.DUE_ON.ordinal()))
            .map(Date::toLocalDate)
            .or(
                () ->
                    term(
                            row.getString(Finding.DATASET.ordinal()),
                            new Period(row.getInt(Finding.PERIOD.ordinal())))
                        .flatMap(Term::cutOff));
    return due.filter(today::isAfter).isPresent();
  }

  private Optional<Term> term(String dataset, Period period) {
    return catalogue.calendar().find(dataset, period);
  }

  /** A dataset is expected if the calendar says so, or if somebody delivered it. */
  private List<GateItem> missing(Collection<Period> periods) {
    List<GateItem> items = new ArrayList<>();
    for (SubmissionOverview overview :
        new ReadSubmissions(catalogue, tables, today).read(periods)) {
      for (SubmissionOverview.OfDataset dataset : overview.datasets()) {
        Optional<Term> term = term(dataset.dataset(), overview.period());
        if (term.map(Term::isRequired).orElse(dataset.delivered() > 0)) {
          dataset
              .missing()
              .forEach(county -> items.add(missing(overview.period(), county, dataset)));
        }
      }
    }
    return items;
  }

  private static GateItem missing(
      Period period, SubmissionOverview.County county, SubmissionOverview.OfDataset dataset) {
    return new GateItem(
        Rule.MISSING_COUNTY,
        "%s/%s/%s".formatted(period, county.code(), dataset.dataset()),
        new Text(
            "%s 未报送%s".formatted(county.name().zh(), dataset.title().zh()),
            "%s has delivered no %s".formatted(county.name().en(), dataset.dataset())));
  }

  private List<GateItem> unsigned(Collection<Period> periods) {
    Signatures signatures = new Signatures(tables, periods);
    return signatures.deliveries().stream()
        .flatMap(delivery -> unsigned(signatures, delivery).stream())
        .toList();
  }

  private Optional<GateItem> unsigned(Signatures signatures, Signatures.Delivery delivery) {
    Optional<Term> term = term(delivery.dataset(), delivery.period());
    Optional<SignatureStep> needed = term.flatMap(Term::signed);
    return needed
        .filter(step -> !signatures.isDone(delivery, step, term.orElseThrow().countersignedBy()))
        .map(
            step ->
                new GateItem(
                    Rule.MISSING_SIGNATURE,
                    delivery.place(),
                    new Text(
                        "报送尚未完成签认(%s)".formatted(step.code()),
                        "the delivery is not %s yet".formatted(step.code()))));
  }

  private List<GateItem> objections(Collection<Period> periods) {
    return tables.read(Objection.TABLE, periods).stream()
        .filter(row -> row.getString(Objection.STATUS.ordinal()).equals(OPEN))
        .map(
            row ->
                new GateItem(
                    Rule.OPEN_OBJECTION,
                    "%d/%s/%s"
                        .formatted(
                            row.getInt(Objection.PERIOD.ordinal()),
                            row.getString(Objection.COUNTY_CODE.ordinal()),
                            row.getString(Objection.OBJECTION_ID.ordinal())),
                    new Text(
                        "申诉未裁定:" + row.getString(Objection.SUBJECT.ordinal()),
                        "no decision yet on " + row.getString(Objection.SUBJECT.ordinal()))))
        .toList();
  }

  private List<GateItem> appeals(Collection<Period> periods) {
    return periods.stream()
        .flatMap(period -> catalogue.calendar().terms().stream().flatMap(t -> appeal(t, period)))
        .distinct()
        .toList();
  }

  private Stream<GateItem> appeal(Term term, Period period) {
    return term.appeal().stream()
        .filter(days -> term.periods().contains(period) && !today.isAfter(days.to()))
        .map(
            days ->
                new GateItem(
                    Rule.OPEN_APPEAL,
                    period + "/" + days.to(),
                    new Text(
                        "%s 前各县可申诉".formatted(days.to()),
                        "counties may object until %s".formatted(days.to()))));
  }
}
