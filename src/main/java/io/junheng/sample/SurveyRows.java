package io.junheng.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two surveys among five groups: how far the public approves of the county's schools, and how
 * content it is.
 */
final class SurveyRows implements DatasetRows {
  private static final List<String> GROUPS =
      List.of("student", "teacher", "parent", "public", "delegate");

  private final CountyPlan county;
  private final Labels labels;
  private final Chance chance;
  private final List<String[]> rows = new ArrayList<>();

  SurveyRows(CountyPlan county, Labels labels, Chance chance) {
    this.county = county;
    this.labels = labels;
    this.chance = chance;
    boolean isLow = county.has(Defect.APPROVAL);
    add("public_approval", isLow ? 0.75 : 0.865, isLow ? 0.835 : 0.97);
    add("public_satisfaction", 0.86, 0.97);
  }

  @Override
  public String dataset() {
    return "survey";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "county_code", "survey", "respondent_group", "satisfied", "valid_answers", "mean_score");
  }

  @Override
  public long count() {
    return rows.size();
  }

  @Override
  public void write(Sheet sheet) {
    rows.forEach(sheet::row);
  }

  private void add(String survey, double low, double high) {
    for (String group : GROUPS) {
      double mean = chance.unit(survey, county.number());
      double now = chance.unit(survey + group, county.number(), county.year());
      double means = Math.pow(county.character().means(chance), 0.25);
      double share = (low + (high - low) * (0.7 * mean + 0.3 * now)) * means;
      int valid = 200 + (int) (chance.unit(group, county.number(), county.year()) * 1200);
      rows.add(
          new String[] {
            county.county().code(),
            labels.of("survey_kind", survey),
            labels.of("respondent_group", group),
            Integer.toString((int) Math.round(valid * share)),
            Integer.toString(valid),
            String.format(Locale.ROOT, "%.2f", share * 10 - 0.3)
          });
    }
  }
}
