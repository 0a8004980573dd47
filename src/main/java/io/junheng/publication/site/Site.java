package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.publication.Gold;
import io.junheng.publication.files.DictionaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * All files of a site, from the rows that its readers may see and the definitions that they were
 * worked out with. The same rows and definitions give the same bytes.
 *
 * <p>A reader's first page needs the index and one league table; each county, indicator and
 * framework has files of its own, which are loaded when they are looked at.
 */
public final class Site {
  /** What each page is made of; the order is that of loading. */
  private static final List<String> ASSETS =
      List.of(
          "index.html",
          "assets/site.css",
          "assets/words.js",
          "assets/core.js",
          "assets/parts.js",
          "assets/charts.js",
          "assets/overview.js",
          "assets/league.js",
          "assets/county.js",
          "assets/indicator.js",
          "assets/method.js",
          "assets/quality.js",
          "assets/main.js");

  private final Gold gold;
  private final Catalogue catalogue;
  private final PublishedAreas areas;
  private final Optional<BoundaryFile> file;
  private final Optional<BoundaryFile.Drawn> map;

  public Site(Gold gold, Catalogue catalogue) {
    this.gold = gold;
    this.catalogue = catalogue;
    this.areas = new PublishedAreas(gold);
    this.file = Optional.empty();
    this.map = Optional.empty();
  }

  /**
   * A site with a map.
   *
   * @throws BoundaryFile.Unusable if the file has no boundary of a published county
   */
  public Site(Gold gold, Catalogue catalogue, BoundaryFile boundaries)
      throws BoundaryFile.Unusable {
    this.gold = gold;
    this.catalogue = catalogue;
    this.areas = new PublishedAreas(gold);
    this.file = Optional.of(boundaries);
    this.map = Optional.of(boundaries.draw(areas.counties()));
  }

  /** What became of the boundaries; empty if there are none. */
  public Optional<BoundaryFile.Report> report() {
    return map.map(BoundaryFile.Drawn::report);
  }

  /** What the page of the map gets. */
  record MapData(Boundaries map, Optional<String> note) {}

  /** Hands out every file. */
  public void write(SiteFiles files) {
    ASSETS.forEach(path -> files.put(path, asset(path)));
    put(files, "index", new SiteIndex(gold, catalogue, areas).content(map.isPresent()));
    map.ifPresent(
        drawn ->
            put(files, "map", new MapData(drawn.boundaries(), file.flatMap(BoundaryFile::note))));
    LeagueData leagues = new LeagueData(gold);
    CountyData counties = new CountyData(gold, catalogue, areas);
    QualityData quality = new QualityData(gold);
    for (Period period : gold.periods()) {
      leagues.files(period).forEach((name, content) -> put(files, name, content));
      counties.files(period).forEach((name, content) -> put(files, name, content.get()));
      quality.content(period).ifPresent(content -> put(files, "quality-" + period, content));
    }
    counties.overPeriods().forEach((name, content) -> put(files, name, content.get()));
    new IndicatorData(gold, catalogue)
        .files()
        .forEach((name, content) -> put(files, name, content.get()));
    catalogue
        .frameworks()
        .forEach(
            framework ->
                put(
                    files,
                    "framework/" + Codes.file(framework.id()),
                    new FrameworkPage(catalogue, framework).content()));
    put(files, "dictionary", Dictionary.of(catalogue));
    files.put("dictionary.csv", DictionaryFile.bytes());
  }

  private static void put(SiteFiles files, String name, Object content) {
    files.put(DataFile.path(name), DataFile.script(name, content).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] asset(String path) {
    try (InputStream in = Site.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the site lacks its part " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
