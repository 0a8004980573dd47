package io.junheng.publication.site;

/** Takes the files of a site, one after the other. */
@FunctionalInterface
public interface SiteFiles {
  /**
   * @param path place within the site, with slashes
   */
  void put(String path, byte[] content);
}
