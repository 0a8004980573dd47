package io.junheng.intake.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The files within a zip. Nothing is unpacked to a disk: an entry is read where it lies. An entry
 * whose name leads out of the folder, a zip within the zip, and what unpacks to far more than it
 * weighs are refused.
 */
final class ZippedFiles {
  private static final String ENDING = ".zip";
  private static final int MOST_ENTRIES = 20_000;
  // For names that do not say themselves that they are UTF-8, as those made by Chinese Windows.
  private static final Charset NAMES = Charset.forName("GB18030");
  private static final Set<String> PACKED = Set.of("zip", "rar", "7z", "gz", "tar", "bz2", "xz");

  /**
   * An entry that is a file.
   *
   * @param objection why it is not read; empty where it can be
   */
  record Entry(String name, long bytes, Optional<Rule> objection) {}

  private ZippedFiles() {}

  static boolean isZip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * The files of a zip in their order, each read through once, so that what is damaged or a bomb is
   * known before anything is made of it. An {@link IOException} where it is no zip.
   */
  static List<Entry> list(Path path, Configuration hadoop) throws IOException {
    try (ZipFile zip = zip(path, hadoop)) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      List<Entry> files = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (ZipArchiveEntry entry : entries.subList(0, Math.min(entries.size(), MOST_ENTRIES))) {
        if (!entry.isDirectory()) {
          Optional<Rule> objection =
              seen.add(entry.getName()) ? objection(zip, entry) : Optional.of(Rule.UNSAFE_NAME);
          files.add(new Entry(entry.getName(), entry.getSize(), objection));
        }
      }
      if (entries.size() > MOST_ENTRIES) {
        files.add(new Entry("…", 0, Optional.of(Rule.BOMB)));
      }
      return files;
    }
  }

  private static Optional<Rule> objection(ZipFile zip, ZipArchiveEntry entry) {
    String name = entry.getName();
    if (isUnsafe(name)) {
      return Optional.of(Rule.UNSAFE_NAME);
    }
    if (PACKED.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
      return Optional.of(Rule.NESTED_ZIP);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return Optional.of(Rule.ENCRYPTED);
    }
    try (InputStream in = XlsxParts.bounded(zip, entry)) {
      in.transferTo(OutputStream.nullOutputStream());
      return Optional.empty();
    } catch (XlsxParts.ZipBomb e) {
      return Optional.of(Rule.BOMB);
    } catch (IOException e) {
      return Optional.of(Rule.DAMAGED_ZIP);
    }
  }

  private static boolean isUnsafe(String name) {
    boolean absolute = name.startsWith("/") || name.contains(":") || name.contains("\\");
    boolean upwards = List.of(name.split("/", -1)).contains("..");
    return absolute || upwards || name.chars().anyMatch(c -> c < ' ');
  }

  /** The bytes of an entry; closing them closes the zip. */
  static InputStream open(Path path, String entry, Configuration hadoop) throws IOException {
    ZipFile zip = zip(path, hadoop);
    return new FilterInputStream(XlsxParts.bounded(zip, zip.getEntry(entry))) {
      @Override
      public void close() throws IOException {
        super.close();
        zip.close();
      }
    };
  }

  private static ZipFile zip(Path path, Configuration hadoop) throws IOException {
    SeekableFile file = SeekableFile.open(path, hadoop);
    try {
      return ZipFile.builder().setSeekableByteChannel(file).setCharset(NAMES).get();
    } catch (IOException | RuntimeException e) {
      file.close();
      throw new IOException("not a zip file: " + path.getName(), e);
    }
  }
}
