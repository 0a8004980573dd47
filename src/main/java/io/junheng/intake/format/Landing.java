package io.junheng.intake.format;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The folder into which counties deliver: {@code PERIOD/COUNTY/DATASET[-PART]} with the ending of a
 * {@link DeliveredFormat}, or wherever a contract's glob says. A zip stands for the files within
 * it. Every file is either listed or the subject of a finding; only hidden and unfinished ones
 * ({@code .x}, {@code _x}, {@code x~}, {@code x.tmp}, {@code x.part}) are passed over.
 *
 * @param folder any path that Hadoop's file systems know
 */
public record Landing(Configuration hadoop, String folder, Catalogue catalogue) {
  /**
   * What lies there.
   *
   * @param files in the order of their names
   */
  public record Listing(List<DeliveredFile> files, List<FileFinding> findings) {
    public Listing {
      files = List.copyOf(files);
      findings = List.copyOf(findings);
    }
  }

  /** Lists the folder; a {@link java.io.FileNotFoundException} where there is none. */
  public Listing list() throws IOException {
    Path root = new Path(folder);
    FileSystem storage = root.getFileSystem(hadoop);
    Path absolute = storage.makeQualified(root);
    List<DeliveredFile> files = new ArrayList<>();
    List<FileFinding> findings = new ArrayList<>();
    for (FileStatus status : everyFile(storage, absolute)) {
      String name = absolute.toUri().relativize(status.getPath().toUri()).getPath();
      if (!isHidden(name)) {
        if (ZippedFiles.isZip(name)) {
          unpack(status, name, files, findings);
        } else {
          new Candidate(catalogue, status, Optional.empty(), status.getLen(), name, name)
              .place(files, findings);
        }
      }
    }
    return new Listing(files, findings);
  }

  /** Entries stand for files in the folder in which the zip lies. */
  private void unpack(
      FileStatus status, String name, List<DeliveredFile> files, List<FileFinding> findings) {
    String folderOfZip = name.substring(0, name.lastIndexOf('/') + 1);
    try {
      for (ZippedFiles.Entry entry : ZippedFiles.list(status.getPath(), hadoop)) {
        String shown = name + "!/" + entry.name();
        if (entry.objection().isPresent()) {
          findings.add(FileFinding.of(entry.objection().get(), shown));
        } else if (!isHidden(entry.name())) {
          new Candidate(
                  catalogue,
                  status,
                  Optional.of(entry.name()),
                  entry.bytes(),
                  folderOfZip + entry.name(),
                  shown)
              .place(files, findings);
        }
      }
    } catch (IOException e) {
      findings.add(FileFinding.of(Rule.DAMAGED_ZIP, name));
    }
  }

  private static List<FileStatus> everyFile(FileSystem storage, Path root) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    RemoteIterator<LocatedFileStatus> files = storage.listFiles(root, true);
    while (files.hasNext()) {
      found.add(files.next());
    }
    found.sort(Comparator.comparing(status -> status.getPath().toString()));
    return found;
  }

  private static boolean isHidden(String name) {
    for (String part : name.split("/", -1)) {
      boolean hidden = part.startsWith(".") || part.startsWith("_") || part.startsWith("~$");
      boolean unfinished = part.endsWith("~") || part.endsWith(".tmp") || part.endsWith(".part");
      if (hidden || unfinished) {
        return true;
      }
    }
    return false;
  }

  /**
   * A file that may be a delivery.
   *
   * @param name its place below the landing folder
   * @param shown what people see; another one where it lies within a zip
   */
  private record Candidate(
      Catalogue catalogue,
      FileStatus status,
      Optional<String> entry,
      long bytes,
      String name,
      String shown) {
    private static final int DEPTH = 3;

    void place(List<DeliveredFile> files, List<FileFinding> findings) {
      Optional<Contract> byGlob =
          catalogue.contracts().stream().filter(this::isNamedByGlob).findFirst();
      String[] parts = name.split("/", -1);
      if (byGlob.isEmpty() && parts.length != DEPTH) {
        findings.add(finding(Rule.STRAY_FILE));
        return;
      }
      Optional<DeliveredFormat> format = DeliveredFormat.ofName(name);
      if (format.isEmpty()) {
        findings.add(finding(Rule.UNKNOWN_FORMAT));
        return;
      }
      Optional<FileFinding> objection =
          byGlob.isPresent()
              ? Optional.empty()
              : new DeliveryPlace(catalogue)
                  .objection(shown, parts[0], parts[1], dataset(parts[2]));
      if (objection.isPresent()) {
        findings.add(objection.get());
      } else if (byGlob.isPresent()) {
        files.add(delivered(byGlob.get().id(), Optional.empty(), Optional.empty(), format.get()));
      } else {
        files.add(
            delivered(
                dataset(parts[2]),
                Optional.of(Period.parse(parts[0])),
                Optional.of(parts[1]),
                format.get()));
      }
    }

    private boolean isNamedByGlob(Contract contract) {
      return contract
          .files()
          .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
          .filter(matcher -> matcher.matches(java.nio.file.Path.of(name)))
          .isPresent();
    }

    /** {@code student-2.csv} is a part of {@code student}. */
    private static String dataset(String fileName) {
      return fileName.split("[-.]", 2)[0];
    }

    private DeliveredFile delivered(
        String dataset, Optional<Period> period, Optional<String> county, DeliveredFormat format) {
      return new DeliveredFile(
          status.getPath().toString(),
          entry,
          shown,
          dataset,
          period,
          county,
          bytes,
          status.getModificationTime(),
          format);
    }

    private FileFinding finding(Rule rule, Object... arguments) {
      return FileFinding.of(rule, shown, arguments);
    }
  }
}
