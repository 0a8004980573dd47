package io.junheng.job;

import io.junheng.config.ConfReader;
import io.junheng.config.ConfResult;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Text;
import io.junheng.lake.ReleaseFolder;
import io.junheng.lake.SmallTables;
import io.junheng.release.Background;
import io.junheng.release.CompareReleases;
import io.junheng.release.Difference;
import io.junheng.release.Manifest;
import io.junheng.release.ReleaseId;
import io.junheng.table.DimArea;
import io.junheng.table.Submission;
import io.junheng.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Tells what differs between two releases, and why. Needs no Spark session. */
public final class DiffReleases {
  private final ReadReleases releases;
  private final SmallTables tables;

  public DiffReleases(ReadReleases releases) {
    this.releases = releases;
    this.tables = releases.tables();
  }

  /**
   * The differences from one to the other.
   *
   * @param role needed for one that is not published
   */
  public List<Difference> diff(ReleaseId before, ReleaseId after, Optional<String> role) {
    Manifest earlier = releases.requireReadable(before, role).manifest();
    Manifest later = releases.requireReadable(after, role).manifest();
    return SparkFailures.told(
        () -> new CompareReleases(tables, background(earlier, later)).apply(earlier, later));
  }

  private Background background(Manifest before, Manifest after) throws IOException {
    Catalogue later = catalogue(tables, after);
    boolean isDefinedSame = before.confDigest().equals(after.confDigest());
    DefinitionChanges changes =
        new DefinitionChanges(isDefinedSame ? later : catalogue(tables, before), later);
    return new Background(
        datasets(before, after),
        DefinitionChanges.sources(later),
        isDefinedSame ? Set.of() : changes.indicators(),
        isDefinedSame ? Set.of() : changes.frameworks(),
        !before.codeVersion().equals(after.codeVersion()));
  }

  /** The definitions that a release was worked out with, from the copy beside its manifest. */
  static Catalogue catalogue(SmallTables tables, Manifest manifest) throws IOException {
    Path folder = Files.createTempDirectory("junheng-conf-");
    try (InputStream zip =
        new ReleaseFolder(tables.hadoop(), tables.root())
            .open(manifest.id().toString(), Manifest.CONF_COPY)) {
      ConfCopy.read(zip, folder);
      ConfResult result = new ConfReader(folder).read();
      return result
          .catalogue()
          .orElseThrow(
              () ->
                  new JobException(
                      Outcome.CONFIGURATION,
                      new Text(
                          "%s 的口径副本已不能被当前程序读取。".formatted(manifest.id()),
                          "This version of the code can no longer read the definitions of %s."
                              .formatted(manifest.id()))));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * Datasets whose accepted files differ, by period and area; those above a county know of all
   * below.
   */
  private Map<Integer, Map<String, Set<String>>> datasets(Manifest before, Manifest after) {
    Map<Delivered, Set<String>> earlier = files(before);
    Map<Delivered, Set<String>> later = files(after);
    Set<Delivered> all = new TreeSet<>(earlier.keySet());
    all.addAll(later.keySet());
    Map<String, List<String>> above = above(after);
    Map<Integer, Map<String, Set<String>>> changed = new HashMap<>();
    for (Delivered delivered : all) {
      if (!earlier
          .getOrDefault(delivered, Set.of())
          .equals(later.getOrDefault(delivered, Set.of()))) {
        Map<String, Set<String>> ofPeriod =
            changed.computeIfAbsent(delivered.period(), any -> new HashMap<>());
        Stream.concat(
                Stream.of(delivered.county(), Table.TOTAL),
                above.getOrDefault(delivered.county(), List.of()).stream())
            .forEach(
                area ->
                    ofPeriod
                        .computeIfAbsent(area, any -> new TreeSet<>())
                        .add(delivered.dataset()));
      }
    }
    return changed;
  }

  private record Delivered(int period, String county, String dataset)
      implements Comparable<Delivered> {
    @Override
    public int compareTo(Delivered other) {
      return toString().compareTo(other.toString());
    }
  }

  private Map<Delivered, Set<String>> files(Manifest of) {
    Map<Delivered, Set<String>> files = new TreeMap<>();
    for (Row row : RegisterOfRelease.accepted(tables, of.id())) {
      files
          .computeIfAbsent(
              new Delivered(
                  row.getInt(Submission.PERIOD.ordinal()),
                  row.getString(Submission.COUNTY_CODE.ordinal()),
                  row.getString(Submission.DATASET.ordinal())),
              any -> new TreeSet<>())
          .add(row.getString(Submission.SHA256.ordinal()));
    }
    return files;
  }

  private Map<String, List<String>> above(Manifest of) {
    Map<String, List<String>> above = new HashMap<>();
    for (Row area : tables.ofRelease(of.id().toString()).read(DimArea.TABLE)) {
      above.put(
          area.getString(DimArea.AREA_CODE.ordinal()),
          Stream.of(DimArea.CITY_CODE, DimArea.PROVINCE_CODE)
              .map(column -> Optional.ofNullable(area.getString(column.ordinal())))
              .flatMap(Optional::stream)
              .toList());
    }
    return above;
  }
}
