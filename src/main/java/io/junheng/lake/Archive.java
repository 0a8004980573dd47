package io.junheng.lake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The delivered files as received, each once, under {@code archive/ab/cdef…} by its SHA-256. A file
 * appears whole or not at all and is never written again. Several threads may store at once. A new
 * archive opens to its owner alone, for the originals name people.
 */
public final class Archive {
  private static final int BUFFER = 1 << 16;
  private static final FsPermission OWNER_ONLY = new FsPermission("700");

  private final LakeFiles files;
  private final Path folder;

  public Archive(Configuration hadoop, String lakeRoot) {
    this.files = new LakeFiles(hadoop);
    this.folder = new Path(lakeRoot, "archive");
  }

  /** Reads a stream through and tells what it is known by; stores nothing. */
  public FileId identify(InputStream bytes) throws IOException {
    IdentifyingStream out = new IdentifyingStream(OutputStream.nullOutputStream());
    bytes.transferTo(out);
    return out.id();
  }

  /** Stores a file, local or of any file system that Hadoop knows. */
  public FileId store(Path source) throws IOException {
    try (InputStream in = files.open(source)) {
      return store(in);
    }
  }

  /** Stores all bytes of a stream; the caller closes it. */
  public FileId store(InputStream bytes) throws IOException {
    return store(bytes::transferTo);
  }

  /** Stores what is written. */
  public FileId store(Content content) throws IOException {
    Path incoming = LakeFiles.beside(new Path(folder, "incoming"));
    FileSystem system = files.system(folder);
    makePrivate(system);
    try {
      IdentifyingStream identifying = new IdentifyingStream(system.create(incoming, false));
      try (OutputStream out = new BufferedOutputStream(identifying, BUFFER)) {
        content.writeTo(out);
      }
      FileId id = identifying.id();
      if (!contains(id)) {
        files.move(incoming, place(id));
      }
      return id;
    } finally {
      system.delete(incoming, false);
    }
  }

  /** Only the account that runs the job enters a new archive; who needs more opens it by hand. */
  private void makePrivate(FileSystem system) throws IOException {
    if (!system.exists(folder)) {
      FileSystem.mkdirs(system, folder, OWNER_ONLY);
    }
  }

  /** The folder of what goes back to senders: it holds what they sent, under the same rights. */
  public Path returns() {
    return new Path(folder, "returns");
  }

  /** Puts a workbook for a sender in its place below {@link #returns}, whole or not at all. */
  public void writeReturn(String name, Content content) throws IOException {
    files.replace(new Path(returns(), name), content::writeTo);
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  public boolean contains(FileId id) throws IOException {
    return files.exists(place(id));
  }

  /** Removes a file and what was sent back about it. */
  public void remove(FileId id) throws IOException {
    FileSystem system = files.system(folder);
    FileStatus[] replies =
        system.globStatus(new Path(returns(), "*/*/*-%.12s.xlsx".formatted(id.sha256())));
    for (FileStatus reply : replies == null ? new FileStatus[0] : replies) {
      system.delete(reply.getPath(), false);
    }
    system.delete(place(id), false);
  }

  /** Where the file lies; it need not be there. */
  public Path place(FileId id) {
    return new Path(folder, id.sha256().substring(0, 2) + "/" + id.sha256().substring(2));
  }

  /** The file's bytes; a {@link java.io.FileNotFoundException} where it was never stored. */
  public InputStream open(FileId id) throws IOException {
    return files.open(place(id));
  }
}
