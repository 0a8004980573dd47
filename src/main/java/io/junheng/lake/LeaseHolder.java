package io.junheng.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who is at a piece of work.
 *
 * @param token tells two leases of the same run apart
 * @param processStart when the process began, in milliseconds since 1970: a number may be given to
 *     a later process
 * @param heartbeat when the holder last said that it is alive
 * @param works what it holds, as {@link LeasedWork#toString} writes it
 */
public record LeaseHolder(
    String token,
    String runId,
    String host,
    long pid,
    long processStart,
    Instant since,
    Instant heartbeat,
    List<String> works) {
  public LeaseHolder {
    works = List.copyOf(works);
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  /** This process, from now on. */
  static LeaseHolder self(String runId, Instant now) {
    ProcessHandle process = ProcessHandle.current();
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return new LeaseHolder(
        UUID.randomUUID().toString(),
        runId,
        thisHost(),
        process.pid(),
        startOf(process),
        second,
        second,
        List.of());
  }

  /** Somebody who was heard of at that time. */
  static LeaseHolder unknown(Instant since) {
    return new LeaseHolder("", "unknown", "unknown", 0, 0, since, since, List.of());
  }

  LeaseHolder beatingAt(Instant now) {
    return new LeaseHolder(
        token, runId, host, pid, processStart, since, now.truncatedTo(ChronoUnit.SECONDS), works);
  }

  /** The same holder, at some more. */
  LeaseHolder withMore(List<String> more) {
    List<String> all = Stream.concat(works.stream(), more.stream()).distinct().toList();
    return new LeaseHolder(token, runId, host, pid, processStart, since, heartbeat, all);
  }

  /** True where the process is known to have ended, or has not been heard of for too long. */
  boolean isGone(Instant now, Duration silence) {
    boolean isSilent = heartbeat.plus(silence).isBefore(now);
    return isSilent || (host.equals(thisHost()) && !isRunning());
  }

  String toJson() {
    ObjectNode json =
        JSON.createObjectNode()
            .put("token", token)
            .put("run_id", runId)
            .put("host", host)
            .put("pid", pid)
            .put("process_start", processStart)
            .put("since", since.toString())
            .put("heartbeat", heartbeat.toString());
    json.set("works", JSON.valueToTree(works));
    return json.toString();
  }

  /** Empty where the text is not whole: its writer is at it or broke off. */
  static Optional<LeaseHolder> parse(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (node == null || !node.hasNonNull("heartbeat")) {
        return Optional.empty();
      }
      return Optional.of(
          new LeaseHolder(
              node.path("token").asText(),
              node.path("run_id").asText(),
              node.path("host").asText(),
              node.path("pid").asLong(),
              node.path("process_start").asLong(),
              Instant.parse(node.path("since").asText()),
              Instant.parse(node.path("heartbeat").asText()),
              texts(node.path("works"))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private boolean isRunning() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process) == processStart)
        .isPresent();
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
