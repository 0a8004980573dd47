package io.junheng.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * The file that stands for a lease. At most one process can create it; it is moved aside before it
 * is removed.
 */
record LeaseFile(LakeFiles files, Path path) {
  /** Makes the file; false where it is there already. */
  boolean create(LeaseHolder holder) throws IOException {
    byte[] json = holder.toJson().getBytes(StandardCharsets.UTF_8);
    return files.isLocal(path) ? createLocal(json) : createRemote(json);
  }

  private boolean createLocal(byte[] json) throws IOException {
    Files.createDirectories(files.local(path).getParent());
    try {
      Files.write(files.local(path), json, StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private boolean createRemote(byte[] json) throws IOException {
    try (OutputStream out = files.system(path).create(path, false)) {
      out.write(json);
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  /**
   * Who holds it; a file that is not whole counts as held by an unknown run since it was last
   * written.
   */
  Optional<LeaseHolder> holder() throws IOException {
    try {
      Optional<String> text = files.text(path);
      Optional<LeaseHolder> holder = text.flatMap(LeaseHolder::parse);
      return text.isPresent() && holder.isEmpty()
          ? Optional.of(LeaseHolder.unknown(lastWritten()))
          : holder;
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  boolean isHeldBy(LeaseHolder holder) throws IOException {
    return holder().filter(found -> found.token().equals(holder.token())).isPresent();
  }

  /** Says that the holder is alive. */
  void renew(LeaseHolder holder) throws IOException {
    files.replaceText(path, holder.toJson());
  }

  /** Removes the lease of one holder and no other's. */
  void remove(LeaseHolder holder) throws IOException {
    if (isHeldBy(holder)) {
      files.system(path).delete(path, false);
    }
  }

  /** The file that stands for the right to take this lease over from one holder. */
  LeaseFile claimOn(LeaseHolder gone) {
    String name = ".%s.%s.claim".formatted(path.getName(), gone.token());
    return new LeaseFile(files, new Path(path.getParent(), name));
  }

  private Instant lastWritten() throws IOException {
    return Instant.ofEpochMilli(files.system(path).getFileStatus(path).getModificationTime());
  }
}
