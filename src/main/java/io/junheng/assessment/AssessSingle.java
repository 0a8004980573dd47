package io.junheng.assessment;

import io.junheng.assessment.CountyVerdict.Veto;
import io.junheng.assessment.TestResult.Figures;
import io.junheng.assessment.TestResult.Subject;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.Indicator;
import io.junheng.definition.ItemTest;
import io.junheng.definition.Legal;
import io.junheng.definition.SingleItem;
import io.junheng.definition.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Watches one indicator by itself: each county's value beside its target, and what it brings to the
 * ranking.
 */
record AssessSingle(Framework.Single framework, Catalogue catalogue) {
  private static final Text NO_TARGET = new Text("未设目标", "no target is set");

  /** Both in the order of the codes of the counties. */
  record Result(List<ItemResult> items, List<RankingEntry> entries) {}

  Result apply(Panels panels, Collection<String> counties) {
    HoldTests hold = new HoldTests(framework.id(), catalogue, panels);
    List<ItemResult> items = new ArrayList<>();
    List<RankingEntry> entries = new ArrayList<>();
    for (String county : counties.stream().distinct().sorted().toList()) {
      items.add(row(county, result(hold, county)));
      entries.add(new RankingEntry(county, Veto.NONE, List.of(key(panels.now(), county))));
    }
    return new Result(items, entries);
  }

  private SingleItem item() {
    return framework.item();
  }

  private Indicator indicator() {
    return catalogue.indicator(item().indicator());
  }

  private TestResult result(HoldTests hold, String county) {
    return item()
        .target()
        .map(
            target ->
                hold.apply(
                        county,
                        item().id(),
                        new ItemTest.OfCounty(ItemResult.WHOLE, item().indicator(), target))
                    .get(0))
        .orElseGet(() -> withoutTarget(hold.panels().now(), county));
  }

  /** A value that nothing is asked of is shown and not graded. */
  private TestResult withoutTarget(Panel panel, String county) {
    Subject subject = Subject.stage(ItemResult.WHOLE, item().stage(), item().indicator());
    Optional<IndicatorValue> figure = panel.findValue(county, item().stage(), item().indicator());
    Optional<Quotient> value = figure.flatMap(f -> Quotient.of(f, indicator()));
    if (value.isEmpty()) {
      return TestResult.withoutValue(
          subject,
          applies(panel, county) ? Grade.UNKNOWN : Grade.NOT_APPLICABLE,
          Optional.empty(),
          applies(panel, county) ? HoldTests.NOT_DELIVERED : HoldTests.NOT_APPLICABLE);
    }
    return new TestResult(
        subject,
        Grade.NOT_APPLICABLE,
        Optional.of(
            new Figures(
                figure.get().value().orElseThrow(),
                value.get().rounded(indicator().decimals()),
                BigDecimal.ZERO)),
        Optional.empty(),
        List.of(),
        false,
        figure.get().note().or(() -> Optional.of(NO_TARGET)));
  }

  private boolean applies(Panel panel, String county) {
    return panel.applies(county, item().stage(), item().indicator(), catalogue.stages());
  }

  private RankingEntry.Key key(Panel panel, String county) {
    Optional<IndicatorValue> figure = panel.findValue(county, item().stage(), item().indicator());
    Optional<Quotient> value = figure.flatMap(f -> Quotient.of(f, indicator()));
    if (value.isEmpty()) {
      return RankingEntry.Key.absent(applies(panel, county) ? ObsStatus.X : ObsStatus.Z);
    }
    return figure.get().status() == ObsStatus.U
        ? RankingEntry.Key.open(value.get().decimal())
        : RankingEntry.Key.certain(value.get().decimal());
  }

  private ItemResult row(String county, TestResult result) {
    return new ItemResult(
        county,
        item().id(),
        ItemResult.WHOLE,
        result.subject().stage(),
        result.subject().indicator(),
        result.grade(),
        result.figures().map(Figures::value),
        result.figures().map(Figures::displayed),
        result.standard(),
        item().target().flatMap(target -> result.figures().map(Figures::gap)),
        item().source().legal().flatMap(Legal::clause),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        result.decidedByRounding(),
        item().source().origin(),
        result.note());
  }
}
