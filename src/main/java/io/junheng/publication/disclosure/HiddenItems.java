package io.junheng.publication.disclosure;

import static io.junheng.publication.Cells.code;
import static io.junheng.publication.Cells.text;

import io.junheng.definition.Adjustment;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.ScoreNode;
import io.junheng.publication.disclosure.HiddenFigures.Key;
import io.junheng.table.FrameworkItemResult;
import io.junheng.table.LeagueTable;
import io.junheng.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Where hidden figures of other counties show again in the results of frameworks. */
final class HiddenItems {
  /** An indicator at a stage, as a framework looks at it. */
  private record Look(String indicator, String stage) {}

  private final HiddenFigures figures;
  private final Map<String, Set<Look>> looks = new HashMap<>();
  private final Map<String, String> composites = new HashMap<>();
  private final Map<String, String> singles = new HashMap<>();

  HiddenItems(Catalogue catalogue, HiddenFigures figures) {
    this.figures = figures;
    for (Framework framework : catalogue.frameworks()) {
      if (framework instanceof Framework.Weighted weighted) {
        looks.put(weighted.id(), looks(weighted));
      } else if (framework instanceof Framework.Conjunctive conjunctive) {
        conjunctive.compositeCv().ifPresent(id -> composites.put(conjunctive.id(), id));
      } else if (framework instanceof Framework.Separate separate) {
        separate.parts().forEach(part -> singles.put(part.subject(), onlyIndicator(part)));
      }
    }
  }

  private static String onlyIndicator(Framework single) {
    return single.indicators().iterator().next();
  }

  private static Set<Look> looks(Framework.Weighted framework) {
    Set<Look> looks = new HashSet<>();
    for (ScoreNode.Leaf leaf : Framework.Weighted.leaves(framework.tree())) {
      looks.add(new Look(leaf.indicator(), leaf.stage()));
    }
    framework.adjustments().stream()
        .map(Adjustment::events)
        .flatMap(List::stream)
        .forEach(event -> looks.add(new Look(event.indicator(), event.stage())));
    return looks;
  }

  /**
   * Whether points of a county's items would give a hidden figure away: all points together are the
   * score, so that one hidden item hides the others' points.
   */
  boolean hidesPoints(Row row) {
    int period = row.<Integer>getAs("period");
    String county = row.getAs("county_code");
    return looks.getOrDefault(row.<String>getAs("framework"), Set.of()).stream()
        .anyMatch(
            look -> figures.isHidden(new Key(period, county, look.stage(), look.indicator())));
  }

  /** Whether an item's value is a hidden figure, or rests on a handful of schools. */
  boolean hidesValue(Row row) {
    int period = row.<Integer>getAs("period");
    String county = code(row, FrameworkItemResult.COUNTY_CODE);
    String stage = text(row, FrameworkItemResult.STAGE).orElse(Table.TOTAL);
    return text(row, FrameworkItemResult.INDICATOR)
        .filter(
            indicator ->
                figures.isHidden(new Key(period, county, stage, indicator))
                    || (!figures.knows(new Key(period, county, stage, indicator))
                        && figures.restsOnFewSchools(period, county, stage)))
        .isPresent();
  }

  /** Whether a county's spread in a stage is hidden: the composite or the largest single one. */
  boolean hidesSpread(Row league, String stage, LeagueTable worst) {
    int period = league.<Integer>getAs("period");
    String county = code(league, LeagueTable.COUNTY_CODE);
    Optional<String> composite =
        Optional.ofNullable(composites.get(code(league, LeagueTable.FRAMEWORK)));
    return Stream.concat(composite.stream(), text(league, worst).stream())
        .anyMatch(indicator -> figures.isHidden(new Key(period, county, stage, indicator)));
  }

  /** Whether a value that a county is ranked by, or that breaks its ties, is hidden. */
  boolean hidesRankedValue(int period, String subject, String county) {
    String indicator = singles.getOrDefault(subject, composites.getOrDefault(subject, subject));
    return figures.stages().stream()
        .anyMatch(stage -> figures.isHidden(new Key(period, county, stage, indicator)));
  }
}
