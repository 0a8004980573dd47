package io.junheng.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The files of releases beside their tables, below {@code releases/<release-id>/}. A release is
 * there once its manifest is: what was copied before it, by a run that was cut off, counts for
 * nothing.
 */
public final class ReleaseFolder {
  private static final String MANIFEST = "manifest.json";

  private final LakeFiles files;
  private final Path folder;

  public ReleaseFolder(Configuration hadoop, String lakeRoot) {
    this.files = new LakeFiles(hadoop);
    this.folder = new Path(lakeRoot, "releases");
  }

  /** The numbers of all releases, in the order of their texts. */
  public List<String> releases() throws IOException {
    List<String> releases = new ArrayList<>();
    try {
      for (FileStatus inside : files.system(folder).listStatus(folder)) {
        String id = inside.getPath().getName();
        if (inside.isDirectory() && files.exists(place(id, MANIFEST))) {
          releases.add(id);
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return releases.stream().sorted().toList();
  }

  /** The manifest's text; empty where there is no such release. */
  public Optional<String> manifest(String releaseId) throws IOException {
    return files.text(place(releaseId, MANIFEST));
  }

  /** Puts the manifest in place, which makes the release. */
  public void writeManifest(String releaseId, String text) throws IOException {
    files.replaceText(place(releaseId, MANIFEST), text);
  }

  /** Puts a file in place, whole or not at all, and tells what it is known by. */
  public FileId write(String releaseId, String name, Content content) throws IOException {
    Path place = place(releaseId, name);
    files.replace(place, content::writeTo);
    return identify(releaseId, name);
  }

  /** Reads a file through and tells what it is known by. */
  public FileId identify(String releaseId, String name) throws IOException {
    try (InputStream in = open(releaseId, name)) {
      return FileId.copy(in, OutputStream.nullOutputStream());
    }
  }

  /** The bytes of a file; the caller closes them. */
  public InputStream open(String releaseId, String name) throws IOException {
    return files.open(place(releaseId, name));
  }

  private Path place(String releaseId, String name) {
    return new Path(folder, releaseId + "/" + name);
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
