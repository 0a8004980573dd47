package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.publication.site.BoundaryFile;
import io.junheng.publication.site.Site;
import io.junheng.publication.site.SiteFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the site: what an audience may see of gold, as pages in a folder. Needs no Spark. */
public final class PublishSite {
  /**
   * How many files and bytes were written.
   *
   * @param map what became of the boundaries; empty if none were given
   */
  public record Written(int files, long bytes, Optional<Drawn> map) {}

  /**
   * What became of boundaries.
   *
   * @param property that holds the codes
   * @param counties how many counties have a shape
   * @param missing codes of published counties that have none
   * @param others how many features name no published county
   */
  public record Drawn(String property, int counties, List<String> missing, int others) {
    private static Drawn of(BoundaryFile.Report report) {
      return new Drawn(report.property(), report.drawn(), report.missing(), report.others());
    }
  }

  /**
   * Boundaries for a map in place of tiles.
   *
   * @param file GeoJSON
   * @param property of its features that holds the area's code; empty: it is looked for
   * @param note whose map it is
   */
  public record MapSource(Path file, Optional<String> property, Optional<String> note) {}

  /**
   * Puts the site in a folder, in place of the site that is there.
   *
   * @param source empty: a tile for each county
   * @throws JobException if the folder holds something else, cannot be written, or there is nothing
   *     to publish
   */
  public Written run(PublishRequest request, Path out, Optional<MapSource> source) {
    SiteFolder folder = new SiteFolder(out);
    try {
      if (!folder.isFree()) {
        throw new JobException(
            Outcome.CONFIGURATION,
            new Text(
                "%s 里有别的内容,不会覆盖。请另选一个空文件夹或原来的站点文件夹。".formatted(out),
                "%s holds something else, which is not overwritten. Name an empty folder or that of a site."
                    .formatted(out)));
      }
      Site site = site(request, source);
      SiteFolder.Size size = folder.replace(site);
      return new Written(size.files(), size.bytes(), site.report().map(Drawn::of));
    } catch (IOException e) {
      throw new JobException(
          Outcome.STORAGE,
          new Text(
              "站点写不到 %s(%s)。请检查路径、权限和剩余空间;原来的站点未变。".formatted(out, e.getMessage()),
              "The site cannot be written to %s (%s). Check path, rights and space; what was there is as it was."
                  .formatted(out, e.getMessage())),
          e);
    }
  }

  private static Site site(PublishRequest request, Optional<MapSource> source) {
    if (source.isEmpty()) {
      return new Site(GoldToPublish.open(request), request.catalogue());
    }
    MapSource from = source.get();
    try (InputStream in = Files.newInputStream(from.file())) {
      BoundaryFile boundaries = BoundaryFile.read(in, from.property(), from.note());
      return new Site(GoldToPublish.open(request), request.catalogue(), boundaries);
    } catch (BoundaryFile.Unusable e) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "边界文件 %s 用不了(%s)。它应是 GeoJSON 的 FeatureCollection,要素的某个属性为区划代码,可用 --boundaries-code 指明。"
                  .formatted(from.file(), e.getMessage()),
              "The boundaries in %s cannot be used (%s). A FeatureCollection of GeoJSON is needed, with the area's code in a property that --boundaries-code may name."
                  .formatted(from.file(), e.getMessage())),
          e);
    } catch (IOException e) {
      throw new JobException(
          Outcome.INPUT,
          new Text(
              "读不到边界文件 %s。".formatted(from.file()),
              "The file of boundaries %s cannot be read.".formatted(from.file())),
          e);
    }
  }
}
