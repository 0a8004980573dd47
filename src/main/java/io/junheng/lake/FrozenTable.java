package io.junheng.lake;

import java.util.List;

/**
 * What a release holds of one table.
 *
 * @param table its name, without a layer
 * @param versionRead version of the table that was copied
 * @param version version of the release's table after the copy
 * @param content as {@link RowDigest#sha256} tells it of the copied rows: the same for the same
 *     rows, whatever files they stand in
 */
public record FrozenTable(
    String table,
    long versionRead,
    long version,
    long rows,
    String content,
    List<FrozenFile> files) {
  public FrozenTable {
    files = List.copyOf(files);
  }

  /**
   * One file.
   *
   * @param path below the lake's root
   */
  public record FrozenFile(String path, FileId id) {}
}
