package io.junheng.publication.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is replaced as a whole. The new one is written beside it and renamed; whatever
 * happens on the way, the old one stays, or is put back by the next publication. Only a folder that
 * was published before, or an empty one, is replaced.
 */
public final class PublishedFolder {
  /** What tells a published folder from somebody's own: the list of its files. */
  static final String MARK = "checksums.sha256";

  private final Path target;
  private final Path fresh;
  private final Path old;
  private final Path lock;

  public PublishedFolder(Path target) {
    this.target = target.toAbsolutePath().normalize();
    if (this.target.getFileName() == null) {
      throw new IllegalArgumentException("'%s' is no folder for a publication".formatted(target));
    }
    this.fresh = beside(".new");
    this.old = beside(".old");
    this.lock = beside(".lock");
  }

  private Path beside(String ending) {
    return target.resolveSibling("." + target.getFileName() + ending);
  }

  /**
   * Puts what is written in place of the folder, and adds the checksums.
   *
   * @throws FileAlreadyExistsException if somebody else writes there at this moment
   * @throws DirectoryNotEmptyException if the folder holds files that no publication made
   */
  public void replace(Content content) throws IOException {
    Files.createDirectories(target.getParent());
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = tryLock(channel)) {
      if (held == null) {
        throw new FileAlreadyExistsException(fresh.toString());
      }
      recover();
      requireOurs();
      Files.createDirectory(fresh);
      try {
        content.writeTo(fresh);
        Checksums.write(fresh, MARK);
        swap();
      } finally {
        delete(fresh);
      }
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /**
   * Clears what a killed publication left; if it was killed between two renames, undoes the first.
   */
  private void recover() throws IOException {
    delete(fresh);
    if (Files.exists(old) && !Files.exists(target)) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }
    delete(old);
  }

  private void requireOurs() throws IOException {
    if (!Files.exists(target) || Files.exists(target.resolve(MARK))) {
      return;
    }
    try (Stream<Path> files = Files.list(target)) {
      if (files.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(target.toString());
      }
    }
  }

  private void swap() throws IOException {
    if (!Files.exists(target)) {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(old);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /** What goes into the folder. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path folder) throws IOException;
  }
}
