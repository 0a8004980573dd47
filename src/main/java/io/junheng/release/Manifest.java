package io.junheng.release;

import io.junheng.definition.Period;
import io.junheng.lake.FileId;
import io.junheng.lake.FrozenTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release is made of. It is written last and never again; what happens to the release
 * afterwards stands in {@code ops.release_event}. Holds no figure and nothing from a delivered row.
 *
 * @param by who made it
 * @param codeVersion the code that worked gold out
 * @param confDigest the definitions that worked gold out
 * @param confCopy the same definitions as {@code conf.zip}
 * @param label what sample data must carry
 * @param versionsRead version of each table behind it, by full name: silver, from which gold was
 *     worked out, and what was copied
 * @param rounding how values are compared and shown
 * @param places how each framework ranks
 * @param tables in the order of their making
 * @param waivers what the gate was passed with
 * @param amends the release that it is to stand in place of
 */
public record Manifest(
    ReleaseId id,
    List<Period> periods,
    Instant at,
    String by,
    String reason,
    String codeVersion,
    String confDigest,
    FileId confCopy,
    Optional<String> label,
    SortedMap<String, Long> versionsRead,
    List<String> rounding,
    List<PlaceRule> places,
    List<FrozenTable> tables,
    List<Waiver> waivers,
    Optional<ReleaseId> amends) {
  /** The name of the copy of the definitions, beside the manifest. */
  public static final String CONF_COPY = "conf.zip";

  public Manifest {
    periods = periods.stream().sorted().toList();
    versionsRead = new TreeMap<>(Map.copyOf(versionsRead));
    rounding = List.copyOf(rounding);
    places = List.copyOf(places);
    tables = List.copyOf(tables);
    waivers = List.copyOf(waivers);
  }

  /** Rows of all tables together. */
  public long rows() {
    return tables.stream().mapToLong(FrozenTable::rows).sum();
  }

  /**
   * How a framework ranks.
   *
   * @param ties what equals get, as {@code conf/} says it
   * @param decimals places to which values are rounded half-up before they are compared
   */
  public record PlaceRule(
      String framework,
      String edition,
      String scope,
      String ties,
      int decimals,
      boolean official) {}
}
