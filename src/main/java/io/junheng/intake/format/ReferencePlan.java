package io.junheng.intake.format;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a column may refer to.
 *
 * @param dataset id of the contract whose keys these are
 * @param level what happens to a value that is none of them
 * @param keys the keys of each period and county, by {@link ReferenceKeys#place}
 */
record ReferencePlan(String dataset, Level level, Map<String, Set<String>> keys)
    implements Serializable {
  /** The keys that the rows of a file may name; empty where none are known. */
  Optional<Set<String>> keysFor(FilePlan file) {
    return Optional.ofNullable(keys.get(ReferenceKeys.place(file.period(), file.county())));
  }
}
