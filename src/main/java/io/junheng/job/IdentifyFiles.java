package io.junheng.job;

import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.lake.Archive;
import io.junheng.lake.FileId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Finds out what delivered files are known by. A file whose stamp says that it has not changed is
 * not read.
 *
 * @param keeping whether a file that is read goes into the archive on the way
 * @param trusting what a stamp is worth
 */
record IdentifyFiles(
    Configuration hadoop, Archive archive, FileStamps stamps, Keeping keeping, Trusting trusting) {
  /** What becomes of a file that is read. */
  enum Keeping {
    NOTHING,
    ARCHIVED
  }

  /** What is taken for the same file. */
  enum Trusting {
    /** Size and time of change. */
    STAMPS,
    /** Nothing but the content. */
    CONTENT;

    static Trusting of(JobRequest request) {
      return request.wishes().contains(JobRequest.Wish.VERIFY) ? CONTENT : STAMPS;
    }
  }

  /** The files in their order; those that were read are noted in the stamps. */
  List<ArchivedFile> of(List<DeliveredFile> files) {
    ArchivedFile[] identified = new ArchivedFile[files.size()];
    int half = (files.size() + 1) / 2;
    Abreast.run(
        List.of(
            () -> identify(files, 0, half, identified),
            () -> identify(files, half, files.size(), identified)));
    return List.of(identified);
  }

  private void identify(List<DeliveredFile> files, int from, int to, ArchivedFile[] identified) {
    for (int i = from; i < to; i++) {
      DeliveredFile file = files.get(i);
      try {
        FileId id = identify(file);
        identified[i] = file.archivedAs(id.sha256(), archive.place(id).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private FileId identify(DeliveredFile file) throws IOException {
    Optional<String> known = trusting == Trusting.STAMPS ? stamps.find(file) : Optional.empty();
    if (known.isPresent()) {
      return new FileId(known.get(), file.bytes());
    }
    var began = Clock.systemUTC().instant();
    FileId id = keeping == Keeping.ARCHIVED && !stamps.knows(file) ? store(file) : read(file);
    stamps.note(file, id.sha256(), began);
    return id;
  }

  private FileId read(DeliveredFile file) throws IOException {
    try (InputStream bytes = file.open(hadoop)) {
      return archive.identify(bytes);
    }
  }

  private FileId store(DeliveredFile file) throws IOException {
    try (InputStream bytes = file.open(hadoop)) {
      return archive.store(bytes);
    }
  }

  /**
   * Sees to it that the archive has these files; one that changed since it was identified would be
   * another: it is an error, and the next run sees the new one.
   */
  void keep(List<ArchivedFile> files) {
    try {
      for (ArchivedFile file : files) {
        if (!archive.contains(new FileId(file.fileId(), file.delivered().bytes()))
            && !store(file.delivered()).sha256().equals(file.fileId())) {
          throw new IOException(
              "%s changed while it was read; run again".formatted(file.delivered().name()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
