package io.junheng.publication.site;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.publication.Gold;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

  public Site(Gold gold, Catalogue catalogue) {
    this.gold = gold;
    this.catalogue = catalogue;
  }

  /** Hands out every file. */
  public void write(SiteFiles files) {
    ASSETS.forEach(path -> files.put(path, asset(path)));
    PublishedAreas areas = new PublishedAreas(gold);
    put(files, "index", new SiteIndex(gold, catalogue, areas).content());
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
