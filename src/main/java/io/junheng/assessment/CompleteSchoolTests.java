package io.junheng.assessment;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Framework;
import io.junheng.definition.FrameworkItem;
import io.junheng.definition.ItemTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Adds a count of zero schools wherever a county that delivered its schools has none in a test's
 * scope. What a group-by over schools leaves out is so told apart from what nobody counted, which
 * stays unknown.
 */
public record CompleteSchoolTests(Framework.Conjunctive framework, Catalogue catalogue) {

  /**
   * The counts and the zeros, in the order of their keys.
   *
   * @param counts rows of this framework
   * @param delivered codes of the counties that delivered their schools
   * @throws IllegalArgumentException if a row names a test or stage that the framework does not
   *     have, or stands twice
   */
  public List<SchoolTestCount> apply(
      Collection<SchoolTestCount> counts, Collection<String> delivered) {
    TreeMap<String, SchoolTestCount> complete = new TreeMap<>();
    delivered.forEach(county -> zeros(county).forEach(zero -> complete.put(key(zero), zero)));
    for (SchoolTestCount count : counts) {
      SchoolTestCount replaced = complete.put(key(count), count);
      if (replaced == null || replaced.schools() != 0) {
        throw new IllegalArgumentException(
            "no place for %s: an unknown test or stage, a county that delivered no schools, or a second row"
                .formatted(count));
      }
    }
    return List.copyOf(complete.values());
  }

  private List<SchoolTestCount> zeros(String county) {
    List<SchoolTestCount> zeros = new ArrayList<>();
    for (FrameworkItem item : framework.items()) {
      for (ItemTest test : item.tests()) {
        if (test instanceof ItemTest.OfSchools ofSchools) {
          HoldTests.stagesOf(ofSchools, catalogue)
              .forEach(
                  stage ->
                      zeros.add(
                          new SchoolTestCount(
                              framework.id(), county, item.id(), test.id(), stage, 0, 0, 0, 0)));
        }
      }
    }
    return zeros;
  }

  private static String key(SchoolTestCount count) {
    return String.join(
        "\t", count.framework(), count.county(), count.item(), count.test(), count.stage());
  }
}
