package io.junheng.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is at a piece of work.
 *
 * @param token tells two leases of the same run apart
 * @param processStart when the process began, in milliseconds since 1970: a number may be given to
 *     a later process
 * @param heartbeat when the holder last said that it is alive
 */
public record LeaseHolder(
    String token,
    String runId,
    String host,
    long pid,
    long processStart,
    Instant since,
    Instant heartbeat) {
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
        second);
  }

  /** Somebody who was heard of at that time. */
  static LeaseHolder unknown(Instant since) {
    return new LeaseHolder("", "unknown", "unknown", 0, 0, since, since);
  }

  LeaseHolder beatingAt(Instant now) {
    return new LeaseHolder(
        token, runId, host, pid, processStart, since, now.truncatedTo(ChronoUnit.SECONDS));
  }

  /** True where the process is known to have ended, or has not been heard of for too long. */
  boolean isGone(Instant now, Duration silence) {
    boolean isSilent = heartbeat.plus(silence).isBefore(now);
    return isSilent || (host.equals(thisHost()) && !isRunning());
  }

  String toJson() {
    return JSON.createObjectNode()
        .put("token", token)
        .put("run_id", runId)
        .put("host", host)
        .put("pid", pid)
        .put("process_start", processStart)
        .put("since", since.toString())
        .put("heartbeat", heartbeat.toString())
        .toString();
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
              Instant.parse(node.path("heartbeat").asText())));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
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
