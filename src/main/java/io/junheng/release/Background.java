package io.junheng.release;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What differs behind the figures of two releases.
 *
 * @param datasets datasets whose accepted files differ, by period and area: of a county its own, of
 *     a city or province those of all below it
 * @param sources datasets that an indicator is worked out from; one that is not named may lean on
 *     any
 * @param indicators those whose definition differs, or that of anything that they are made of
 * @param frameworks those whose definition differs, or that of an indicator of theirs
 * @param isCodeOther whether another version of the code worked them out
 */
public record Background(
    Map<Integer, Map<String, Set<String>>> datasets,
    Map<String, Set<String>> sources,
    Set<String> indicators,
    Set<String> frameworks,
    boolean isCodeOther) {

  /** Whether an area delivered something else, as far as a thing leans on it. */
  boolean isOwnDataOther(int period, String area, String thing) {
    Set<String> changed = datasets.getOrDefault(period, Map.of()).getOrDefault(area, Set.of());
    Set<String> needed = sources.get(thing);
    return needed == null ? !changed.isEmpty() : changed.stream().anyMatch(needed::contains);
  }

  /** Whether anybody delivered something else, for any period. */
  boolean isAnyDataOther() {
    return datasets.values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .anyMatch(changed -> !changed.isEmpty());
  }

  boolean isDefinedOtherwise(String thing) {
    return indicators.contains(thing) || frameworks.contains(thing);
  }
}
