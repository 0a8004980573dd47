package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.ReferenceDate;
import io.junheng.definition.ReferenceDates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts beside each other the figures that an edition takes together: those about a day or span that
 * stands some years before the assessed period come from that year's panel. A panel that is not
 * there leaves them missing.
 *
 * @param yearsBefore for each day or span; what is not named is of the period itself
 */
record MapPeriods(Map<ReferenceDate, Integer> yearsBefore, Catalogue catalogue) {

  Panels apply(Panels panels) {
    if (yearsBefore.values().stream().allMatch(years -> years == 0)) {
      return panels;
    }
    Map<String, Integer> years = byIndicator();
    List<Panel> mapped = panels.all().stream().map(panel -> mapped(panel, years, panels)).toList();
    return new Panels(mapped(panels.now(), years, panels), mapped);
  }

  private Map<String, Integer> byIndicator() {
    ReferenceDates dates = ReferenceDates.of(catalogue);
    Map<String, Integer> years = new TreeMap<>();
    catalogue
        .indicators()
        .forEach(
            indicator ->
                dates
                    .leading(indicator.id())
                    .map(date -> yearsBefore.getOrDefault(date, 0))
                    .filter(before -> before > 0)
                    .ifPresent(before -> years.put(indicator.id(), before)));
    return years;
  }

  private static Panel mapped(Panel panel, Map<String, Integer> years, Panels panels) {
    return panel.with(
        value -> !years.containsKey(value.indicator()),
        years.values().stream()
            .distinct()
            .flatMap(
                before ->
                    panels.find(panel.period().earlier(before)).stream()
                        .flatMap(Panel::values)
                        .filter(
                            value ->
                                Optional.ofNullable(years.get(value.indicator()))
                                    .filter(before::equals)
                                    .isPresent()))
            .toList());
  }
}
