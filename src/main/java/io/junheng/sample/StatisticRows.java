package io.junheng.sample;

import static io.junheng.sample.SchoolStage.JUNIOR;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the county reports as a whole. */
final class StatisticRows implements DatasetRows {
  private static final String ALL = "_T";
  private static final int BASE_YEARS = 3;
  private static final double BUDGET_CUTS = 0.12;
  private static final List<String> SUBJECTS =
      List.of("chinese", "math", "science", "pe", "art", "moral");

  private final CountyPlan county;
  private final Labels labels;
  private final Chance chance;
  private final List<String[]> rows = new ArrayList<>();

  StatisticRows(CountyPlan county, Labels labels, Chance chance) {
    this.county = county;
    this.labels = labels;
    this.chance = chance;
    pay();
    specialSchools();
    seniorQuota();
    retention();
    disabledChildren();
    budget();
    monitoring();
    boolean isLow = county.has(Defect.WORK_POINTS);
    add(
        "basic_balance_work_points",
        ALL,
        isLow ? yearly(76, 84, "work") : yearly(87, 98, "work"),
        "point");
    new MonitoredFigures(county, chance)
        .all(known())
        .forEach(f -> add(f.item(), f.stage(), f.value(), f.unit()));
  }

  @Override
  public String dataset() {
    return "county_statistic";
  }

  @Override
  public List<String> columns() {
    return List.of("county_code", "item", "stage", "value", "unit", "base_year");
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public void write(Sheet sheet) {
    rows.forEach(sheet::row);
  }

  private void pay() {
    double growth = Math.pow(1.05, county.year() - 2020);
    double civil = lasting(105_000, 150_000, "civil") * growth;
    boolean isLow = county.has(Defect.TEACHER_PAY);
    double ratio = isLow ? yearly(0.92, 0.985, "pay") : yearly(1.01, 1.09, "pay");
    add("civil_servant_mean_pay_yuan", ALL, Math.round(civil), "yuan");
    add("teacher_mean_pay_yuan", ALL, Math.round(civil * ratio) + 1, "yuan");
  }

  private void specialSchools() {
    int pupils = county.pupilsOf(SchoolStage.SPECIAL);
    boolean isLow = county.has(Defect.SPECIAL_SCHOOL_FUNDS);
    double each = isLow ? yearly(6200, 7800, "special") : yearly(8200, 12_500, "special");
    String stage = SchoolStage.SPECIAL.code();
    add("special_school_pupils", stage, pupils, "person");
    add("special_school_running_funds_yuan", stage, Math.round(pupils * each), "yuan");
  }

  private void seniorQuota() {
    if (county.has(Defect.STATISTICS_MISSING)) {
      return;
    }
    int plan = (int) lasting(240, 900, "plan");
    boolean isLow = county.has(Defect.SENIOR_QUOTA);
    double share = isLow ? yearly(0.38, 0.49, "quota") : yearly(0.51, 0.72, "quota");
    int allotted = (int) Math.ceil(plan * share);
    add("quality_senior_plan", ALL, plan, "place");
    add("quality_senior_allotted", ALL, allotted, "place");
    add("quality_senior_allotted_rural", ALL, (int) (allotted * 0.45), "place");
  }

  /**
   * The cohort that is in the last junior year now; a county without the stage has nothing to
   * report.
   */
  private void retention() {
    int leavers = leavers();
    if (leavers == 0) {
      return;
    }
    int in = (int) (leavers * yearly(0.01, 0.03, "in"));
    int out = (int) (leavers * yearly(0.01, 0.04, "out"));
    boolean isLow = county.has(Defect.RETENTION);
    double rate = isLow ? yearly(0.9, 0.94, "kept") : yearly(0.962, 0.998, "kept");
    int cohort = (int) ((leavers - in + out) / rate) + (isLow ? 1 : 0);
    int deaths = leavers > 2000 ? 1 : 0;
    String stage = JUNIOR.code();
    add("junior_cohort_entrants", stage, cohort + deaths, "person");
    add("junior_cohort_deaths", stage, deaths, "person");
    add("junior_leavers_year_students", stage, leavers, "person");
    add("transfers_in", stage, in, "person");
    add("transfers_out", stage, out, "person");
  }

  private int leavers() {
    return county.schools().stream()
        .flatMap(school -> school.stages().stream())
        .filter(plan -> plan.stage() == JUNIOR)
        .mapToInt(plan -> plan.pupilsOfGrade(JUNIOR.grades()))
        .sum();
  }

  /** What monitored figures are a part of. */
  private Map<String, Double> known() {
    Map<String, Double> known = new HashMap<>();
    for (SchoolStage stage : SchoolStage.values()) {
      known.put("pupils." + stage.code(), (double) county.pupilsOf(stage));
    }
    double compulsory = county.pupilsOf(SchoolStage.PRIMARY) + county.pupilsOf(JUNIOR);
    known.put("pupils.compulsory", compulsory);
    known.put("pupils.all", known.get("pupils.senior") + compulsory);
    known.put("pupils.junior_last", (double) leavers());
    known.put("disabled_children_enrolled", (double) new Inclusion(chance, county).enrolled());
    return known;
  }

  private void disabledChildren() {
    int enrolled = new Inclusion(chance, county).enrolled();
    boolean isLow = county.has(Defect.DISABLED_CHILDREN);
    int children =
        isLow
            ? (int) Math.ceil(enrolled / yearly(0.86, 0.93, "disabled")) + 1
            : (int) (enrolled / yearly(0.96, 1, "disabled"));
    add("disabled_children", ALL, children, "person");
    add("disabled_children_enrolled", ALL, enrolled, "person");
  }

  /** Spending of the year by stage, and as a whole in the base year three years before. */
  private void budget() {
    long all = 0;
    for (SchoolStage stage : SchoolStage.values()) {
      long yuan =
          Math.round(county.pupilsOf(stage) * stage.weight() * budgetForEach(county.year()));
      if (yuan > 0) {
        add("public_budget_yuan", stage.code(), yuan, "yuan");
        all += yuan;
      }
    }
    add("public_budget_yuan", ALL, all, "yuan");
    int base = county.year() - BASE_YEARS;
    double before = all / budgetForEach(county.year()) * budgetForEach(base);
    addWithBase("public_budget_base_yuan", Math.round(before), base);
  }

  /** A few counties spend less than the year before. */
  private double budgetForEach(int year) {
    boolean isCut = chance.unit("budget-cut", county.number(), year) < BUDGET_CUTS;
    return lasting(16_000, 24_000, "budget")
        * Math.pow(lasting(1.025, 1.085, "budget-growth"), year - 2020)
        * (isCut ? chance.between(0.88, 0.94, "budget-cut-to", county.number()) : 1);
  }

  private void monitoring() {
    int weak = county.has(Defect.MONITORING) ? county.number() % SUBJECTS.size() : -1;
    for (int i = 0; i < SUBJECTS.size(); i++) {
      String subject = SUBJECTS.get(i);
      boolean isLow =
          (i == weak && county.number() % 2 == 0)
              || chance.unit("low" + subject, county.number()) > county.character().means(chance);
      int level = isLow ? 2 : 3 + (int) lasting(0, 3, "level" + subject);
      double difference = i == weak ? yearly(0.155, 0.22, subject) : yearly(0.05, 0.145, subject);
      add("quality_monitoring_level_" + subject, ALL, level, "level");
      add("quality_monitoring_difference_" + subject, ALL, difference, "ratio");
    }
  }

  private void add(String item, String stage, double value, String unit) {
    add(item, stage, value, unit, "");
  }

  private void addWithBase(String item, double value, int baseYear) {
    add(item, ALL, value, "yuan", Integer.toString(baseYear));
  }

  private void add(String item, String stage, double value, String unit, String baseYear) {
    BigDecimal shown =
        BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    rows.add(
        new String[] {
          county.county().code(),
          labels.of("county_item", item),
          labels.ofStage(stage),
          shown.toPlainString(),
          labels.of("unit", unit),
          baseYear
        });
  }

  /** A figure of the county that stays much the same over the years. */
  private double lasting(double low, double high, String topic) {
    return chance.between(low, high, topic, county.number());
  }

  /** A figure that lies in the same part of its range each year and moves a little. */
  private double yearly(double low, double high, String topic) {
    double mean = chance.unit(topic, county.number());
    double now = chance.unit(topic, county.number(), county.year());
    return low + (high - low) * (0.75 * mean + 0.25 * now);
  }
}
