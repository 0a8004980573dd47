package io.junheng.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.junheng.intake.format.DeliveredFile;
import io.junheng.lake.StateFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.conf.Configuration;

/**
 * What delivered files were when they were last read: size, time of change, SHA-256. A file of the
 * same size and time is taken for the same without being read, unless it had changed within two
 * seconds before it was read: a second change within the same tick would leave no trace.
 */
final class FileStamps {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TICK = Duration.ofSeconds(2);

  private record Stamp(long bytes, long modified, String sha256, long readAt) {
    boolean isOf(DeliveredFile file) {
      return bytes == file.bytes()
          && modified == file.modified()
          && modified + TICK.toMillis() <= readAt;
    }
  }

  private final StateFile file;
  private final Map<String, Stamp> stamps = new ConcurrentSkipListMap<>();
  private final Map<String, Stamp> noted = new ConcurrentHashMap<>();

  private FileStamps(StateFile file) {
    this.file = file;
  }

  /** What the lake keeps of the files; nothing where it keeps nothing. */
  static FileStamps load(Configuration hadoop, String lake) throws IOException {
    FileStamps stamps = new FileStamps(new StateFile(hadoop, lake, "landing-files.json"));
    Optional<String> text = stamps.file.text();
    if (text.isPresent()) {
      for (Map.Entry<String, JsonNode> entry : JSON.readTree(text.get()).properties()) {
        JsonNode stamp = entry.getValue();
        stamps.stamps.put(
            entry.getKey(),
            new Stamp(
                stamp.path(0).asLong(),
                stamp.path(1).asLong(),
                stamp.path(2).asText(),
                stamp.path(3).asLong()));
      }
    }
    return stamps;
  }

  /** The SHA-256 of a file that has not changed since it was last read. */
  Optional<String> find(DeliveredFile delivered) {
    return Optional.ofNullable(stamps.get(place(delivered)))
        .filter(stamp -> stamp.isOf(delivered))
        .map(Stamp::sha256);
  }

  /** Whether a file was once read there: then it is likely to be the same again. */
  boolean knows(DeliveredFile delivered) {
    Stamp stamp = stamps.get(place(delivered));
    return stamp != null && stamp.bytes() == delivered.bytes();
  }

  /**
   * Notes what a file was found to be.
   *
   * @param readAt when reading it began
   */
  void note(DeliveredFile delivered, String sha256, Instant readAt) {
    noted.put(
        place(delivered),
        new Stamp(delivered.bytes(), delivered.modified(), sha256, readAt.toEpochMilli()));
  }

  /** Keeps what was noted. */
  void save() throws IOException {
    if (noted.isEmpty()) {
      return;
    }
    stamps.putAll(noted);
    ObjectNode json = JSON.createObjectNode();
    stamps.forEach(
        (place, stamp) ->
            json.putArray(place)
                .add(stamp.bytes())
                .add(stamp.modified())
                .add(stamp.sha256())
                .add(stamp.readAt()));
    file.replace(json + "\n");
  }

  private static String place(DeliveredFile delivered) {
    return delivered.path() + delivered.entry().map(entry -> "!/" + entry).orElse("");
  }
}
