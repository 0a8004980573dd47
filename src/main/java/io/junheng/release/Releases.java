package io.junheng.release;

import io.junheng.definition.Period;
import io.junheng.lake.ReleaseFolder;
import io.junheng.lake.SmallTables;
import io.junheng.lake.TableRow;
import io.junheng.table.ReleaseEvent;
import io.junheng.table.TableColumn;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The releases of a lake: their manifests, and the lines of {@code ops.release_event}. */
public final class Releases {
  private final SmallTables tables;
  private final ReleaseFolder folder;

  public Releases(SmallTables tables) {
    this.tables = tables;
    this.folder = new ReleaseFolder(tables.hadoop(), tables.root());
  }

  /** All, in the order of their numbers. */
  public List<Release> all() throws IOException {
    Map<String, List<StateChange>> changes = changes();
    List<Release> releases = new ArrayList<>();
    for (String id : folder.releases()) {
      String manifest = folder.manifest(id).orElseThrow();
      releases.add(new Release(ManifestText.read(manifest), changes.getOrDefault(id, List.of())));
    }
    return releases.stream().sorted(Comparator.comparing(Release::id)).toList();
  }

  public Optional<Release> find(ReleaseId id) throws IOException {
    Optional<String> manifest = folder.manifest(id.toString());
    return manifest.map(
        text ->
            new Release(ManifestText.read(text), changes().getOrDefault(id.toString(), List.of())));
  }

  /** The manifest as it was written. */
  public String manifest(ReleaseId id) throws IOException {
    return folder.manifest(id.toString()).orElseThrow();
  }

  /** What readers see by default: of those published and standing, the last one of a period. */
  public Optional<Release> latestPublished(Period period, Instant now) throws IOException {
    return all().stream()
        .filter(release -> release.state(now) == ReleaseState.PUBLISHED)
        .filter(release -> release.manifest().periods().contains(period))
        .max(Comparator.comparing(Release::id));
  }

  /** Adds a line; its number is the next of its release. */
  public Release add(Release release, StateChange change) {
    tables.append(
        ReleaseEvent.TABLE, List.of(TableRow.of(ReleaseEvent.TABLE, row(release.id(), change))));
    List<StateChange> changes = new ArrayList<>(release.changes());
    changes.add(change);
    return new Release(release.manifest(), changes);
  }

  private static Map<TableColumn, Object> row(ReleaseId id, StateChange change) {
    Map<TableColumn, Object> row = new HashMap<>();
    row.put(ReleaseEvent.RELEASE_ID, id.toString());
    row.put(ReleaseEvent.EVENT_NO, change.no());
    row.put(ReleaseEvent.STATE, change.state().code());
    row.put(ReleaseEvent.SIGNED_BY, change.by());
    row.put(ReleaseEvent.SIGNED_AT, change.at());
    row.put(ReleaseEvent.REASON, change.reason());
    row.put(ReleaseEvent.EMBARGO_UNTIL, change.until().orElse(null));
    row.put(ReleaseEvent.ROLES, String.join(",", change.roles()));
    row.put(ReleaseEvent.AMENDED_BY, change.amendedBy().map(ReleaseId::toString).orElse(null));
    row.put(ReleaseEvent.WAIVERS, ManifestText.waivers(change.waivers()).toString());
    row.put(ReleaseEvent.IS_REPRODUCIBLE, change.isReproducible());
    return row;
  }

  private Map<String, List<StateChange>> changes() {
    return tables.read(ReleaseEvent.TABLE).stream()
        .sorted(Comparator.comparing(row -> row.getInt(ReleaseEvent.EVENT_NO.ordinal())))
        .collect(
            Collectors.groupingBy(
                row -> row.getString(ReleaseEvent.RELEASE_ID.ordinal()),
                Collectors.mapping(Releases::change, Collectors.toList())));
  }

  private static StateChange change(Row row) {
    return new StateChange(
        row.getInt(ReleaseEvent.EVENT_NO.ordinal()),
        ReleaseState.of(row.getString(ReleaseEvent.STATE.ordinal())),
        row.getString(ReleaseEvent.SIGNED_BY.ordinal()),
        row.getTimestamp(ReleaseEvent.SIGNED_AT.ordinal()).toInstant(),
        row.getString(ReleaseEvent.REASON.ordinal()),
        Optional.ofNullable(row.getTimestamp(ReleaseEvent.EMBARGO_UNTIL.ordinal()))
            .map(java.sql.Timestamp::toInstant),
        roles(row.getString(ReleaseEvent.ROLES.ordinal())),
        Optional.ofNullable(row.getString(ReleaseEvent.AMENDED_BY.ordinal())).map(ReleaseId::parse),
        ManifestText.waivers(row.getString(ReleaseEvent.WAIVERS.ordinal())),
        row.getBoolean(ReleaseEvent.IS_REPRODUCIBLE.ordinal()));
  }

  private static List<String> roles(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }
}
