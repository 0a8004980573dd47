package io.junheng.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The versions of tables that releases say they were made from: {@code releases/R/manifest.json}.
 */
final class PinnedVersions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Long> oldest = new TreeMap<>();

  /** Reads the manifests of all releases. */
  static PinnedVersions read(Configuration hadoop, String lakeRoot) throws IOException {
    LakeFiles files = new LakeFiles(hadoop);
    Path pattern = new Path(lakeRoot, "releases/*/manifest.json");
    FileStatus[] found = files.system(pattern).globStatus(pattern);
    PinnedVersions pinned = new PinnedVersions();
    for (FileStatus manifest : found == null ? new FileStatus[0] : found) {
      try (InputStream in = files.open(manifest.getPath())) {
        for (Map.Entry<String, JsonNode> version :
            JSON.readTree(in).path("versions_read").properties()) {
          pinned.oldest.merge(version.getKey(), version.getValue().asLong(), Math::min);
        }
      }
    }
    return pinned;
  }

  /** The oldest version of a table that must stay readable. */
  OptionalLong of(StoredTable table) {
    Long version = oldest.get(table.name());
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }
}
