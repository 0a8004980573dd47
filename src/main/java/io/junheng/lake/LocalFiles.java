package io.junheng.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system with permissions and links by {@code java.nio}. Without its native
 * library Hadoop starts a process ({@code chmod}, {@code ls}, {@code readlink}) for every file that
 * it makes, lists or renames: some thousands in a run. Files, checksums and permissions are the
 * same. Where the machine has no POSIX permissions Hadoop's own way stays.
 *
 * <p>A file is given a name that must be free by a link, which the system makes or refuses in one
 * step; Hadoop looks first and renames then, so that of two commits of one version both could seem
 * to stand.
 */
public final class LocalFiles extends LocalFileSystem {
  /** For {@code fs.file.impl}. */
  public LocalFiles() {
    super(new Raw());
  }

  /** The same for Hadoop's second interface: {@code fs.AbstractFileSystem.file.impl}. */
  public static final class Context extends ChecksumFs {
    /** As Hadoop calls it. */
    public Context(URI unused, Configuration configuration) throws IOException, URISyntaxException {
      super(new RawContext(configuration));
    }
  }

  private static final class RawContext extends DelegateToFileSystem {
    RawContext(Configuration configuration) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          new Raw(),
          configuration,
          FsConstants.LOCAL_FS_URI.getScheme(),
          false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String src) {
      return true;
    }
  }

  /**
   * What is known of a file. Names of owners are looked up when somebody asks: for a folder of some
   * hundred files that takes longer than all else.
   */
  private static final class Status extends FileStatus {
    private static final long serialVersionUID = 1L;

    private final transient PosixFileAttributes attributes;

    Status(PosixFileAttributes attributes, long blockSize, Path path) {
      super(
          attributes.size(),
          attributes.isDirectory(),
          1,
          blockSize,
          attributes.lastModifiedTime().toMillis(),
          attributes.lastAccessTime().toMillis(),
          null,
          null,
          null,
          path);
      this.attributes = attributes;
    }

    @Override
    public FsPermission getPermission() {
      return attributes == null
          ? super.getPermission()
          : FsPermission.valueOf("-" + PosixFilePermissions.toString(attributes.permissions()));
    }

    @Override
    public String getOwner() {
      return attributes == null ? super.getOwner() : attributes.owner().getName();
    }

    @Override
    public String getGroup() {
      return attributes == null ? super.getGroup() : attributes.group().getName();
    }
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      PosixFileAttributeView view =
          Files.getFileAttributeView(nio(path), PosixFileAttributeView.class);
      if (view == null || permission.getStickyBit()) {
        super.setPermission(path, permission);
        return;
      }
      view.setPermissions(permissions(permission.toShort()));
    }

    private static Set<PosixFilePermission> permissions(int mode) {
      Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
      PosixFilePermission[] fromOwnerReadOn = PosixFilePermission.values();
      for (PosixFilePermission permission : fromOwnerReadOn) {
        if ((mode >> (fromOwnerReadOn.length - 1 - permission.ordinal()) & 1) == 1) {
          permissions.add(permission);
        }
      }
      return permissions;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      PosixFileAttributeView view =
          Files.getFileAttributeView(nio(path), PosixFileAttributeView.class);
      if (view == null) {
        return super.getFileStatus(path);
      }
      try {
        return status(path, view.readAttributes());
      } catch (NoSuchFileException e) {
        return super.getFileStatus(path);
      }
    }

    private FileStatus status(Path path, PosixFileAttributes attributes) {
      return new Status(
          attributes,
          getDefaultBlockSize(path),
          path.makeQualified(getUri(), getWorkingDirectory()));
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      return Files.isSymbolicLink(nio(path)) ? super.getFileLinkStatus(path) : getFileStatus(path);
    }

    /** {@inheritDoc} */
    @Override
    protected void rename(Path from, Path to, Options.Rename... options) throws IOException {
      boolean mayReplace = List.of(options).contains(Options.Rename.OVERWRITE);
      if (mayReplace || Files.isDirectory(nio(from)) || !linked(from, to)) {
        super.rename(from, to, options);
      } else {
        Files.delete(nio(from));
      }
    }

    /** Whether the file has its second name now; false where links are not to be had. */
    private boolean linked(Path from, Path to) throws IOException {
      try {
        Files.createLink(nio(to), nio(from));
        return true;
      } catch (java.nio.file.FileAlreadyExistsException e) {
        throw new FileAlreadyExistsException("rename destination " + to + " already exists.");
      } catch (UnsupportedOperationException | FileSystemException e) {
        return false;
      }
    }

    private java.nio.file.Path nio(Path path) {
      return pathToFile(path).toPath();
    }
  }
}
