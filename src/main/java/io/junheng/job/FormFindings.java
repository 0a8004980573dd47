package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Measure;
import io.junheng.definition.MeasureSet;
import io.junheng.definition.Text;
import io.junheng.measure.MeasuredCounty;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Tells where a signed form decided against records: one finding for each period, county and
 * dataset of records, over schools, single stages and measures.
 */
final class FormFindings implements Serializable {
  private static final long serialVersionUID = 1L;

  static final String RULE = "form_decides";

  private final HashSet<String> stages;

  /** The datasets whose records forms decide about, by measure. */
  private final HashMap<String, String> datasets = new HashMap<>();

  FormFindings(Catalogue catalogue) {
    stages = new HashSet<>(catalogue.stages().ids());
    for (MeasureSet set : catalogue.measureSets()) {
      for (Measure measure : set.measures()) {
        if (measure.decidedBy().isPresent()) {
          datasets.put(measure.id(), set.contract());
        }
      }
    }
  }

  /** What is to be told of a county. */
  List<ComputedFindings.Found> of(MeasuredCounty county) {
    TreeMap<String, List<MeasuredCounty.Of>> decided = new TreeMap<>();
    for (MeasuredCounty.Of figure : county.ofSchools()) {
      String dataset = datasets.get(figure.measure());
      if (figure.recorded() != null && dataset != null && stages.contains(figure.stage())) {
        decided.computeIfAbsent(dataset, any -> new ArrayList<>()).add(figure);
      }
    }
    List<ComputedFindings.Found> found = new ArrayList<>();
    decided.forEach(
        (dataset, figures) -> {
          List<String> differing =
              figures.stream()
                  .filter(figure -> figure.value().compareTo(figure.recorded()) != 0)
                  .map(FormFindings::example)
                  .sorted()
                  .toList();
          if (!differing.isEmpty()) {
            found.add(found(county, dataset, figures.size(), differing));
          }
        });
    return found;
  }

  private static String example(MeasuredCounty.Of figure) {
    return "%s|%s|%s: form %s, records %s"
        .formatted(
            figure.school(),
            figure.stage(),
            figure.measure(),
            plain(figure.value()),
            plain(figure.recorded()));
  }

  private static String plain(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }

  private static ComputedFindings.Found found(
      MeasuredCounty county, String dataset, int checked, List<String> differing) {
    return new ComputedFindings.Found(
        county.period(),
        county.code(),
        dataset,
        checked,
        differing.size(),
        ComputedFindings.examples(differing),
        new Text(
            "%d 项学校数据与统计报表不一致,以报表为准,请核实".formatted(differing.size()),
            "%d figures of schools differ from the signed form, which decides; please confirm"
                .formatted(differing.size())));
  }
}
