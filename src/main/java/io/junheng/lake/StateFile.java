package io.junheng.lake;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A small text that a lake keeps beside its tables, such as what gold was last made from. Replaced
 * whole, never half-written.
 */
public final class StateFile {
  private final LakeFiles files;
  private final Path path;

  /**
   * The file of that name below {@code runs/}; it need not be there.
   *
   * @param name file name with its ending
   */
  public StateFile(Configuration hadoop, String lakeRoot, String name) {
    this.files = new LakeFiles(hadoop);
    this.path = new Path(lakeRoot, "runs/" + name);
  }

  /** What it says; empty where nothing was ever written. */
  public Optional<String> text() throws IOException {
    return files.text(path);
  }

  /** Puts a text in place of what it says. */
  public void replace(String text) throws IOException {
    files.replaceText(path, text);
  }
}
