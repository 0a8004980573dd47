package io.junheng.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Building projects of the year: those that were to begin in it, and those carried on. */
final class ProjectRows implements DatasetRows {
  private static final List<String> STAGES = List.of("kindergarten", "primary", "junior", "senior");
  private static final int LEAST_NEW = 3;
  private static final int MORE_NEW = 8;
  private static final double YUAN_FOR_A_PLACE = 62_000;

  private final CountyPlan county;
  private final Labels labels;
  private final Chance chance;
  private final List<String[]> rows = new ArrayList<>();

  ProjectRows(CountyPlan county, Labels labels, Chance chance) {
    this.county = county;
    this.labels = labels;
    this.chance = chance;
    int begun = begunBy(county.year());
    for (int i = 0; i < begun; i++) {
      begin(i);
    }
    for (int i = 0; i < begunBy(county.year() - 1); i++) {
      carryOn(i);
    }
  }

  @Override
  public String dataset() {
    return "project";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "county_code",
        "project_code",
        "project_name",
        "stage",
        "kind",
        "planned_begin_on",
        "begun_on",
        "planned_finish_on",
        "finished_on",
        "places",
        "investment_yuan");
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public void write(Sheet sheet) {
    rows.forEach(sheet::row);
  }

  private int begunBy(int year) {
    return LEAST_NEW + (int) (chance.unit("projects", county.number(), year) * MORE_NEW);
  }

  private void begin(int place) {
    LocalDate planned = planned(county.year(), place);
    boolean isBegun = draw("begun", county.year(), place) < 0.93;
    add(
        place,
        county.year(),
        "new",
        Optional.of(planned.plusDays((long) (20 * draw("late", county.year(), place))))
            .filter(day -> isBegun),
        Optional.empty());
  }

  /** Begun the year before; most were to be finished in this one. */
  private void carryOn(int place) {
    LocalDate planned = planned(county.year() - 1, place).plusMonths(13);
    boolean isFinished = draw("finished", county.year(), place) < 0.9;
    add(
        place,
        county.year() - 1,
        "continued",
        Optional.of(planned(county.year() - 1, place)),
        Optional.of(planned.plusDays(10)).filter(day -> isFinished));
  }

  private LocalDate planned(int year, int place) {
    return LocalDate.of(year, 3, 1).plusDays((long) (200 * draw("planned", year, place)));
  }

  private void add(
      int place, int year, String kind, Optional<LocalDate> begun, Optional<LocalDate> finished) {
    String stage = STAGES.get((int) (draw("stage", year, place) * STAGES.size()));
    int places = 90 * (2 + (int) (draw("places", year, place) * 10));
    rows.add(
        new String[] {
          county.county().code(),
          "P%s%d%02d".formatted(county.county().code(), year, place + 1),
          "演示项目%d-%d".formatted(year, place + 1),
          labels.ofStage(stage),
          labels.of("project_kind", kind),
          planned(year, place).toString(),
          begun.map(LocalDate::toString).orElse(""),
          planned(year, place).plusMonths(13).toString(),
          finished.map(LocalDate::toString).orElse(""),
          Integer.toString(places),
          Long.toString(Math.round(places * YUAN_FOR_A_PLACE))
        });
  }

  private double draw(String topic, long year, long place) {
    return chance.unit("project-" + topic, county.number(), year, place);
  }
}
