package io.junheng.intake.format;

import io.junheng.definition.Check;
import io.junheng.definition.Column.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that rows of other datasets may name (schools, above all), collected once for an intake
 * and handed to the reader: some thousand short texts, so that looking one up costs no second pass.
 *
 * @param byDataset for each dataset the keys of each period and county; a place without keys is one
 *     of which nothing is known
 */
public record ReferenceKeys(Map<String, Map<String, Set<String>>> byDataset) {
  /** Nothing is known. */
  public static final ReferenceKeys NONE = new ReferenceKeys(Map.of());

  public ReferenceKeys {
    byDataset = Map.copyOf(byDataset);
  }

  /** A period and county, as one text. */
  public static String place(int period, String county) {
    return period + "/" + county;
  }

  /** What a column of these files needs of them. */
  ReferencePlan planOf(Reference reference, List<FilePlan> files) {
    Map<String, Set<String>> known = byDataset.getOrDefault(reference.contract(), Map.of());
    Map<String, Set<String>> wanted = new HashMap<>();
    for (FilePlan file : files) {
      String place = place(file.period(), file.county());
      if (known.containsKey(place)) {
        wanted.put(place, new HashSet<>(known.get(place)));
      }
    }
    Level level = reference.level() == Check.Level.WARNING ? Level.WARNING : Level.ROW;
    return new ReferencePlan(reference.contract(), level, wanted);
  }
}
