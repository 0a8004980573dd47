package io.junheng.assessment;

import java.util.Objects;

/**
 * How the schools of a county and stage fare in one test of schools. Key: framework, county, item,
 * test, stage.
 *
 * <p>For an item that the school rule names, a school stands against the county where it is below
 * the standard <em>and</em> fails the rule; with {@code is_met} (the school on the item) and {@code
 * is_passed} (the school under the rule), both null while unknown: {@code against = count_if(NOT
 * is_met AND NOT is_passed)}, {@code open = count_if(NOT coalesce(is_met, false) AND NOT
 * coalesce(is_passed, false)) - against}. For any other test {@code against = count_if(NOT is_met)}
 * and {@code open = count_if(is_met IS NULL)}.
 *
 * @param test the test's id within the item, without the stage
 * @param schools in scope; 0 says that there is nothing to test, while a missing row says that
 *     nobody counted: unknown
 * @param against schools for which the test fails for certain
 * @param open schools for which it may fail once the unknown arrives
 * @param decidedByRounding schools whose displayed and unrounded values decide differently
 */
public record SchoolTestCount(
    String framework,
    String county,
    String item,
    String test,
    String stage,
    int schools,
    int against,
    int open,
    int decidedByRounding) {
  public SchoolTestCount {
    Objects.requireNonNull(framework, "framework");
    Objects.requireNonNull(county, "county");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(stage, "stage");
    if (against < 0 || open < 0 || against + open > schools) {
      throw new IllegalArgumentException(
          "%s %s %s.%s %s: %d against and %d open of %d schools"
              .formatted(framework, county, item, test, stage, against, open, schools));
    }
  }
}
