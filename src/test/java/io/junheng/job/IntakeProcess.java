package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.lake.RunHistory;
import io.junheng.lake.RunState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;

/**
 * {@code junheng ingest} as a process of its own that is killed in the midst of a step, or to which
 * the system gives no more room.
 */
final class IntakeProcess {
  /** Before the first step: nothing is written yet. */
  static final String START = "start";

  /** After the last step: the run is entered into the ledger and gives its lease back. */
  static final String END = "end";

  private static final long LIMIT_SECONDS = 300;
  private static final long LOOK_MILLISECONDS = 50;

  private final Path folder;
  private final String lake;
  private final List<String> arguments;
  private final RunHistory history;
  private final Map<String, Duration> lengths = new LinkedHashMap<>();
  private int runs;

  /**
   * @param folder for its log
   * @param arguments those of the command, but for the lake
   */
  IntakeProcess(Path folder, Path lake, List<String> arguments) {
    this.folder = folder;
    this.lake = lake.toString();
    this.arguments = List.copyOf(arguments);
    this.history = new RunHistory(new Configuration(), this.lake, Clock.systemUTC());
  }

  /**
   * Runs undisturbed and looks how long each step takes.
   *
   * @return the steps in their order, {@link #END} last
   */
  List<String> measure() throws IOException, InterruptedException {
    await(start());
    Instant ended = Instant.now();
    Instant last = ended;
    for (RunState.Step step : steps()) {
      lengths.put(step.name(), step.took().orElseThrow());
      last = step.ended().orElseThrow();
    }
    lengths.put(END, Duration.between(last, ended));
    return List.copyOf(lengths.keySet());
  }

  private void await(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log())).isZero();
  }

  /**
   * Starts it and kills it in a step.
   *
   * @param share of the time that the step took when it was measured
   * @return the step at which it was; empty if it had ended
   */
  Optional<String> kill(String step, double share) throws IOException, InterruptedException {
    Process process = start();
    try {
      while (process.isAlive() && place(at()) < place(step)) {
        Thread.sleep(LOOK_MILLISECONDS);
      }
      long nanoseconds = (long) (lengths.get(step).toNanos() * share);
      if (process.waitFor(nanoseconds, TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    return Optional.of(at());
  }

  /**
   * Runs where no file may grow beyond a size: the system refuses to write more, as on a full disk.
   *
   * @return the exit code
   */
  int runWithin(int kibibytes) throws IOException, InterruptedException {
    Process process =
        start(List.of("bash", "-c", "ulimit -f %d; exec \"$@\"".formatted(kibibytes), "bash"));
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private int place(String step) {
    return List.copyOf(lengths.keySet()).indexOf(step);
  }

  /** The step at which the process is or was; {@link #START} where none has begun. */
  private String at() throws IOException {
    List<RunState.Step> begun = steps();
    if (begun.isEmpty()) {
      return START;
    }
    RunState.Step last = begun.get(begun.size() - 1);
    boolean isLast = place(last.name()) == place(END) - 1;
    return isLast && last.ended().isPresent() ? END : last.name();
  }

  private List<RunState.Step> steps() throws IOException {
    return history.find(runId()).map(RunState::steps).orElse(List.of());
  }

  private Process start() throws IOException {
    return start(List.of());
  }

  private Process start(List<String> before) throws IOException {
    runs++;
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.junheng.cli.Junheng"));
    command.addAll(arguments);
    command.addAll(List.of("--lake", lake, "--run-id", runId()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  private String runId() {
    return "process-" + runs;
  }

  private Path log() {
    return folder.resolve("log");
  }
}
