package io.junheng.cluster;

import io.junheng.lake.RunHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * Spark's own standalone master and its workers, as processes on the loopback address and on free
 * ports. All of it lives in {@code target/cluster} and ends with {@link #close()}, or with this
 * JVM.
 *
 * <p>Needs {@code target/junheng.jar}, so tests that use it are named {@code *IT}. Heaps are small
 * enough that all processes and the test's own JVM stay under 4 GiB.
 */
public final class StandaloneCluster implements AutoCloseable {
  /** For processes that end before a better compiler would pay. */
  static final String SHORT_LIVED =
      "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m -XX:+UseParallelGC";

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration RUN_LIMIT = Duration.ofMinutes(15);
  private static final Pattern MASTER_URL =
      Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED =
      Pattern.compile("Successfully registered with master (spark://\\S+)");

  private final Path repository;
  private final Path folder;
  private final SparkHome sparkHome;
  private final Size size;
  private final List<Process> processes = new ArrayList<>();
  private final Thread atExit = new Thread(this::stopProcesses, "stop-standalone-cluster");
  private String master = "";

  /**
   * How large a cluster is.
   *
   * @param cores of each worker
   * @param executorMib heap of each worker's executor
   * @param driverMib heap of a command's own process
   */
  public record Size(int workers, int cores, int executorMib, int driverMib) {}

  private StandaloneCluster(Path repository, Path folder, SparkHome sparkHome, Size size) {
    this.repository = repository;
    this.folder = folder;
    this.sparkHome = sparkHome;
    this.size = size;
  }

  /** One worker of two cores. */
  public static StandaloneCluster start() throws IOException {
    return start(new Size(1, 2, 800, 800));
  }

  /** Comes back when all workers are registered with the master. */
  public static StandaloneCluster start(Size size) throws IOException {
    Path repository = Path.of("").toAbsolutePath();
    Path folder = repository.resolve("target").resolve("cluster");
    deleteFolder(folder);
    Files.createDirectories(folder);
    SparkHome sparkHome = SparkHome.create(repository, folder.resolve("spark-home"));
    StandaloneCluster cluster = new StandaloneCluster(repository, folder, sparkHome, size);
    Runtime.getRuntime().addShutdownHook(cluster.atExit);
    try {
      cluster.startProcesses();
      return cluster;
    } catch (IOException | RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void startProcesses() throws IOException {
    List<String> anyPort = List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0");
    Path masterLog = folder.resolve("master.log");
    master =
        waitFor(startDaemon("master.Master", "128m", anyPort, masterLog), masterLog, MASTER_URL);

    for (int worker = 1; worker <= size.workers(); worker++) {
      List<String> workerArguments = new ArrayList<>(anyPort);
      workerArguments.addAll(List.of("--cores", String.valueOf(size.cores())));
      workerArguments.addAll(List.of("--memory", size.executorMib() + 700 + "m"));
      workerArguments.addAll(
          List.of("--work-dir", folder.resolve("work-" + worker).toString(), master));
      Path log = folder.resolve("worker-%d.log".formatted(worker));
      waitFor(startDaemon("worker.Worker", "192m", workerArguments, log), log, REGISTERED);
    }
  }

  private Process startDaemon(String type, String heap, List<String> arguments, Path log)
      throws IOException {
    List<String> command = java(heap);
    command.add("org.apache.spark.deploy." + type);
    command.addAll(arguments);
    Process process =
        inSparkHome(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    processes.add(process);
    return process;
  }

  /** Where the master listens: {@code spark://127.0.0.1:PORT}. */
  public String master() {
    return master;
  }

  /** A place for what a test writes; emptied at the next start. */
  public Path folder() {
    return folder;
  }

  /** Runs a command of {@code jobs/junheng} on this cluster. */
  public Finished run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(repository.resolve("jobs/junheng").toString());
    command.add("--spark");
    command.add("--master %s --executor-memory %dm".formatted(master, size.executorMib()));
    command.addAll(List.of(arguments));
    return Finished.of(inSparkHome(command), RUN_LIMIT);
  }

  /**
   * Kills the executor, which is all that the worker started, once a run has begun a step; the
   * worker starts another.
   *
   * @return whether it was there
   */
  boolean killExecutor(Path lake, String step) {
    RunHistory history = new RunHistory(new Configuration(), lake.toString(), Clock.systemUTC());
    long giveUp = System.nanoTime() + RUN_LIMIT.toNanos();
    while (!hasBegun(history, step)) {
      if (System.nanoTime() > giveUp) {
        throw new IllegalStateException("no run in %s came to %s".formatted(lake, step));
      }
      pause();
    }
    List<ProcessHandle> executors = processes.stream().flatMap(Process::descendants).toList();
    executors.forEach(ProcessHandle::destroyForcibly);
    return !executors.isEmpty();
  }

  private static boolean hasBegun(RunHistory history, String step) {
    try {
      return history.latest(1).stream()
          .flatMap(run -> run.steps().stream())
          .anyMatch(begun -> begun.name().equals(step));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> java(String heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-Xmx" + heap, "-cp", sparkHome.path().resolve("jars") + "/*"));
    return command;
  }

  private ProcessBuilder inSparkHome(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_TOOL_OPTIONS", SHORT_LIVED);
    builder.environment().put("SPARK_HOME", sparkHome.path().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JUNHENG_HEAP", size.driverMib() + "m");
    builder.environment().remove("SPARK_CONF_DIR");
    return builder;
  }

  private static String waitFor(Process process, Path log, Pattern line) throws IOException {
    long giveUp = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
      Matcher found = line.matcher(text);
      if (found.find()) {
        return found.group(1);
      }
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        throw new IllegalStateException("no line like '%s' in %s:%n%s".formatted(line, log, text));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the cluster starts", e);
    }
  }

  @Override
  public void close() {
    stopProcesses();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  /** Executors are children of the worker; they are ended here as well, should it not see to it. */
  private void stopProcesses() {
    List<ProcessHandle> all =
        processes.stream()
            .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process.toHandle())))
            .toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(StandaloneCluster::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    } catch (RuntimeException e) {
      process.destroyForcibly();
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
