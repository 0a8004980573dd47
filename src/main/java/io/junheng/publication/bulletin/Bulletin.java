package io.junheng.publication.bulletin;

import io.junheng.definition.Period;
import io.junheng.definition.Text;
import io.junheng.publication.Cells;
import io.junheng.publication.Gold;
import io.junheng.publication.workbook.Names;
import io.junheng.table.CountyIndicator;
import io.junheng.table.LeagueTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bulletin (监测通报) of one period. Where gold holds nothing of the period itself, the latest period
 * that had begun by its end serves, and the first section says so.
 *
 * @param gold of all periods
 * @param datasets what they are called, by id
 * @param asked a quarter, a year or a school year
 */
public record Bulletin(Gold gold, Names names, Map<String, Text> datasets, Period asked) {
  private static final Comparator<Period> BY_DAY = Comparator.comparing(Period::startsOn);

  /** Writes the draft. */
  public void writeTo(OutputStream out) throws IOException {
    try (Draft draft = new Draft(title())) {
      draft.title(title());
      draft.label(in("(草稿,待审)", "(draft, to be reviewed)"));
      label().ifPresent(draft::label);
      Optional<Period> period = period();
      dataAtHand(draft, period);
      if (period.isPresent()) {
        new ResultSections(this, period.get()).write(draft);
        new DeliverySection(this, period.get()).write(draft);
        new ProjectSection(this, period.get()).write(draft);
        new TargetSection(this, period.get()).write(draft);
      }
      draft.heading(in("附:数字出处", "Sources of the numbers"));
      draft.sources();
      draft.writeTo(out);
    }
  }

  String in(String zh, String en) {
    return names.in(new Text(zh, en));
  }

  private String title() {
    return in("教育监测通报", "Bulletin on education") + " · " + names.period(asked);
  }

  /** The period itself if anything was worked out for it, else the latest that it can tell of. */
  private Optional<Period> period() {
    List<Period> worked =
        gold.rows(CountyIndicator.TABLE).stream().map(Cells::period).distinct().toList();
    if (worked.contains(asked)) {
      return Optional.of(asked);
    }
    return worked.stream()
        .filter(one -> !one.startsOn().isAfter(asked.endsOn()))
        .max(BY_DAY.thenComparing(Comparator.naturalOrder()));
  }

  private Optional<String> label() {
    return gold.rows(LeagueTable.TABLE).stream()
        .flatMap(row -> Cells.text(row, LeagueTable.DATA_LABEL).stream())
        .findFirst();
  }

  private void dataAtHand(Draft draft, Optional<Period> period) {
    draft.heading(in("一、数据情况", "1. Data at hand"));
    if (period.equals(Optional.of(asked))) {
      draft.paragraph(
          in("本通报依据", "This bulletin rests on ") + names.period(asked) + in("的数据。", "."));
      return;
    }
    draft.paragraph(
        in(
                "数据湖中没有周期 %s 的指标数据。".formatted(asked),
                "The lake holds no indicators of period %s. ".formatted(asked))
            + period
                .map(
                    one ->
                        in(
                            "以下数字均为最近一期 %s(%s)的数据,不代表本季度。".formatted(names.period(one), one),
                            "The numbers below are those of %s (%s), not of the quarter."
                                .formatted(names.period(one), one)))
                .orElse(in("更早的周期也没有数据。", "Nor is there an earlier one.")));
  }
}
