package io.junheng.job;

import io.junheng.definition.Text;
import io.junheng.publication.Gold;
import io.junheng.publication.site.Site;
import io.junheng.publication.site.SiteFolder;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the site: what an audience may see of gold, as pages in a folder. Needs no Spark. */
public final class PublishSite {
  /** How many files and bytes were written. */
  public record Written(int files, long bytes) {}

  /**
   * Puts the site in a folder, in place of the site that is there.
   *
   * @throws JobException if the folder holds something else, cannot be written, or there is nothing
   *     to publish
   */
  public Written run(PublishRequest request, Path out) {
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
      Gold gold = GoldToPublish.open(request);
      SiteFolder.Size size = folder.replace(new Site(gold, request.catalogue()));
      return new Written(size.files(), size.bytes());
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
}
