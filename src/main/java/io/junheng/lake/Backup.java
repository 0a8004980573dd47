package io.junheng.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Copies of a whole lake below one folder. Each backup is a list of the lake's files with their
 * SHA-256 ({@code backups/NAME.json}); the files themselves lie once, under that SHA-256, and are
 * shared by all backups: a further backup costs what has changed. A backup appears with its list,
 * whole or not at all.
 */
public final class Backup {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What belongs to a moment and not to the lake, or is made again. */
  private static final List<String> LEFT_OUT =
      List.of("leases/", "_logs/", "ops/_spark_events/", "ops/_hashes/");

  /**
   * What was copied or compared.
   *
   * @param damaged places, within the lake, of files that are missing or differ
   */
  public record Report(String name, int files, long bytes, List<String> damaged) {
    public Report {
      damaged = List.copyOf(damaged);
    }
  }

  private record Kept(FileId id, long modified) {}

  private final LakeFiles files;
  private final Path folder;
  private final Archive store;

  /**
   * @param folder where backups lie, on any file system that Hadoop knows; made if it is not there
   */
  public Backup(Configuration hadoop, String folder) {
    this.files = new LakeFiles(hadoop);
    this.folder = new Path(folder);
    this.store = new Archive(hadoop, folder);
  }

  /** Makes a backup of a lake to which nobody writes meanwhile. */
  public Report create(String lakeRoot, String name) throws IOException {
    SortedMap<String, Kept> before = latest().map(this::tryRead).orElseGet(TreeMap::new);
    SortedMap<String, Kept> now = new TreeMap<>();
    long bytes = 0;
    for (FileStatus file : filesOf(new Path(lakeRoot))) {
      String place = placeWithin(lakeRoot, file.getPath());
      if (LEFT_OUT.stream().noneMatch(place::startsWith)) {
        Kept kept = keep(file, before.get(place));
        now.put(place, kept);
        bytes += kept.id().bytes();
      }
    }
    files.replaceText(list(name), JSON.writeValueAsString(json(now)) + "\n");
    return new Report(name, now.size(), bytes, List.of());
  }

  /** A file of the same size and time of change as at the last backup is there already. */
  private Kept keep(FileStatus file, Kept before) throws IOException {
    boolean isSame =
        before != null
            && before.id().bytes() == file.getLen()
            && before.modified() == file.getModificationTime();
    FileId id = isSame ? before.id() : store.store(file.getPath());
    return new Kept(id, file.getModificationTime());
  }

  /** Reads every file of a backup and holds it against its SHA-256. */
  public Report verify(String name) throws IOException {
    List<String> damaged = new ArrayList<>();
    long bytes = 0;
    SortedMap<String, Kept> kept = read(name);
    for (Map.Entry<String, Kept> file : kept.entrySet()) {
      bytes += file.getValue().id().bytes();
      if (!isWhole(file.getValue().id())) {
        damaged.add(file.getKey());
      }
    }
    return new Report(name, kept.size(), bytes, damaged);
  }

  private boolean isWhole(FileId id) throws IOException {
    try (InputStream in = store.open(id)) {
      return store.identify(in).equals(id);
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** Puts a backup into an empty place; a file that is not whole is left out and told. */
  public Report restore(String name, String lakeRoot) throws IOException {
    List<String> damaged = new ArrayList<>();
    long bytes = 0;
    SortedMap<String, Kept> kept = read(name);
    for (Map.Entry<String, Kept> file : kept.entrySet()) {
      FileId id = file.getValue().id();
      if (isWhole(id)) {
        files.replace(new Path(lakeRoot, file.getKey()), out -> copy(id, out));
        bytes += id.bytes();
      } else {
        damaged.add(file.getKey());
      }
    }
    return new Report(name, kept.size(), bytes, damaged);
  }

  private void copy(FileId id, OutputStream out) throws IOException {
    try (InputStream in = store.open(id)) {
      in.transferTo(out);
    }
  }

  /** Names of the backups, the oldest first. */
  public List<String> names() throws IOException {
    Path pattern = new Path(folder, "backups/*.json");
    FileStatus[] found = files.system(pattern).globStatus(pattern);
    List<String> names = new ArrayList<>();
    for (FileStatus file : found == null ? new FileStatus[0] : found) {
      names.add(file.getPath().getName().replaceFirst("\\.json$", ""));
    }
    names.sort(null);
    return names;
  }

  /** The name of the latest backup. */
  public Optional<String> latest() throws IOException {
    List<String> names = names();
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }

  /** Whether nothing lies there: a backup is put in no other place. */
  public boolean isEmpty(String lakeRoot) throws IOException {
    return filesOf(new Path(lakeRoot)).isEmpty();
  }

  private SortedMap<String, Kept> tryRead(String name) {
    try {
      return read(name);
    } catch (IOException e) {
      // Without the last list every file is read.
      return new TreeMap<>();
    }
  }

  private SortedMap<String, Kept> read(String name) throws IOException {
    String text = files.text(list(name)).orElseThrow(() -> new FileNotFoundException(name));
    SortedMap<String, Kept> kept = new TreeMap<>();
    for (Map.Entry<String, JsonNode> file : JSON.readTree(text).path("files").properties()) {
      JsonNode value = file.getValue();
      kept.put(
          file.getKey(),
          new Kept(
              new FileId(value.path(0).asText(), value.path(1).asLong()), value.path(2).asLong()));
    }
    return kept;
  }

  private static ObjectNode json(SortedMap<String, Kept> kept) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode list = json.putObject("files");
    kept.forEach(
        (place, file) ->
            list.putArray(place)
                .add(file.id().sha256())
                .add(file.id().bytes())
                .add(file.modified()));
    return json;
  }

  private Path list(String name) {
    return new Path(folder, "backups/" + name + ".json");
  }

  private List<FileStatus> filesOf(Path root) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    if (files.exists(root)) {
      RemoteIterator<LocatedFileStatus> all = files.system(root).listFiles(root, true);
      while (all.hasNext()) {
        found.add(all.next());
      }
    }
    return found;
  }

  private String placeWithin(String root, Path file) throws IOException {
    Path absolute = files.system(file).makeQualified(new Path(root));
    return absolute.toUri().relativize(file.toUri()).getPath();
  }
}
