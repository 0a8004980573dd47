package io.junheng.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How far the county has come in each programme of recognition, step by step, up to the year. */
final class CertificationRows implements DatasetRows {
  private static final List<String> STEPS =
      List.of("self_review", "city_review", "province_review", "recognised");
  private static final LocalDate OPENED = LocalDate.of(2012, 1, 1);
  private static final int MONTHS_APART = 5;

  private final CountyPlan county;
  private final Labels labels;
  private final Chance chance;
  private final List<String[]> rows = new ArrayList<>();

  CertificationRows(CountyPlan county, Labels labels, Chance chance) {
    this.county = county;
    this.labels = labels;
    this.chance = chance;
    boolean isLate = county.has(Defect.BASIC_BALANCE_NOT_RECOGNISED);
    int basic = isLate ? county.year() - 2 : 2013 + (int) (5 * draw("basic_balance"));
    programme("basic_balance", LocalDate.of(basic, 1, 10), STEPS.size());
    monitor(basic + 2);
    boolean isSound = county.character().kind() != CountyCharacter.Kind.FAILING;
    int reached = (int) (draw("quality_steps") * (isSound ? 5 : 3));
    programme("quality_balance", began(2019, "quality_balance"), reached);
    programme("preschool_universal", began(2020, "preschool"), (int) (draw("preschool_steps") * 5));
    programme("modernization", began(2013, "modernization"), draw("modern") < 0.85 ? 4 : 2);
    programme("learning_excellence", began(2022, "learning"), (int) (draw("learning_steps") * 5));
  }

  @Override
  public String dataset() {
    return "certification";
  }

  @Override
  public List<String> columns() {
    return List.of("county_code", "programme", "state", "decided_on", "document");
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public void write(Sheet sheet) {
    rows.forEach(sheet::row);
  }

  private LocalDate began(int year, String topic) {
    return LocalDate.of(year, 2, 15).plusDays((long) (900 * draw(topic)));
  }

  private void programme(String programme, LocalDate began, int steps) {
    add(programme, "not_applied", OPENED);
    for (int i = 0; i < steps && i < STEPS.size(); i++) {
      add(programme, STEPS.get(i), began.plusMonths((long) i * MONTHS_APART));
    }
  }

  /** Recognised counties are looked at each year; one in twelve was warned once. */
  private void monitor(int from) {
    for (int year = from; year <= county.year(); year++) {
      add("basic_balance", "yearly_monitoring", LocalDate.of(year, 6, 20));
    }
    if (draw("warned") < 1 / 12.0) {
      add("basic_balance", "warning", LocalDate.of(2020 + (int) (3 * draw("warned_in")), 7, 5));
    }
  }

  private void add(String programme, String state, LocalDate day) {
    if (day.isBefore(county.period().referenceDate())) {
      rows.add(
          new String[] {
            county.county().code(),
            labels.of("certification_programme", programme),
            labels.of("certification_state", state),
            day.toString(),
            state.equals("not_applied")
                ? ""
                : "演示督〔%d〕%d号".formatted(day.getYear(), 1 + rows.size())
          });
    }
  }

  private double draw(String topic) {
    return chance.unit("certification-" + topic, county.number());
  }
}
