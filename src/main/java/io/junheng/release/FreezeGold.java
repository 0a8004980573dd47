package io.junheng.release;

import io.junheng.definition.Period;
import io.junheng.lake.FileId;
import io.junheng.lake.FrozenTable;
import io.junheng.lake.FrozenTables;
import io.junheng.lake.ReleaseFolder;
import io.junheng.lake.SmallTables;
import io.junheng.table.Layer;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import io.junheng.table.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a release from gold as it stands.
 *
 * <p>Tables are copied first, one commit each, then the definitions; the manifest makes the release
 * and is written last. A run that is cut off leaves rows under a number that nobody knows, and the
 * next one, which takes the same number, puts its own in their place.
 */
public final class FreezeGold {
  private final SmallTables tables;
  private final ReleaseFolder folder;

  public FreezeGold(SmallTables tables) {
    this.tables = tables;
    this.folder = new ReleaseFolder(tables.hadoop(), tables.root());
  }

  /**
   * What only the caller knows of a new release.
   *
   * @param number empty: the next one of the latest period's year
   * @param versionsOfSilver what gold was worked out from
   */
  public record Order(
      List<Period> periods,
      Optional<Integer> number,
      Instant at,
      String by,
      String reason,
      String codeVersion,
      String confDigest,
      ReleaseFolder.Content confCopy,
      Optional<String> label,
      SortedMap<String, Long> versionsOfSilver,
      List<String> rounding,
      List<Manifest.PlaceRule> places,
      List<Waiver> waivers,
      Optional<ReleaseId> amends) {}

  /** The number that a new release gets. */
  public ReleaseId numberOf(List<Period> periods, Optional<Integer> number) throws IOException {
    int year = periods.stream().mapToInt(Period::year).max().orElseThrow();
    return number.isPresent()
        ? new ReleaseId(year, number.get())
        : ReleaseId.next(year, folder.releases().stream().map(ReleaseId::parse).toList());
  }

  /** Makes it, as a draft. */
  public Release apply(Order order) throws IOException {
    ReleaseId id = numberOf(order.periods(), order.number());
    FrozenTables frozen = new FrozenTables(tables.hadoop(), tables.root());
    List<FrozenTable> copies = new ArrayList<>();
    for (Table table : Tables.all()) {
      if (table.layer() == Layer.GOLD) {
        frozen.freeze(table, id.toString(), order.periods()).ifPresent(copies::add);
      }
    }
    frozen.freeze(Submission.TABLE, id.toString()).ifPresent(copies::add);
    FileId conf = folder.write(id.toString(), Manifest.CONF_COPY, order.confCopy());
    Manifest manifest =
        new Manifest(
            id,
            order.periods(),
            order.at(),
            order.by(),
            order.reason(),
            order.codeVersion(),
            order.confDigest(),
            conf,
            order.label(),
            versions(order, copies),
            order.rounding(),
            order.places(),
            copies,
            order.waivers(),
            order.amends());
    folder.writeManifest(id.toString(), ManifestText.write(manifest));
    return new Release(manifest, List.of());
  }

  private static SortedMap<String, Long> versions(Order order, List<FrozenTable> copies) {
    SortedMap<String, Long> versions = new TreeMap<>(order.versionsOfSilver());
    copies.forEach(
        copy -> versions.put(Tables.require(copy.table()).qualifiedName(), copy.versionRead()));
    return versions;
  }
}
