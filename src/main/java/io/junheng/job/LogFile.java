package io.junheng.job;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the talk of Spark and of all libraries goes, and the stack traces: one file for each
 * command. It is made with its first line, so a command without trouble may leave none.
 */
public final class LogFile {
  /** How much Spark tells. */
  public enum Detail {
    WARNINGS,
    EVERYTHING;

    private Level level() {
      return this == EVERYTHING ? Level.INFO : Level.WARN;
    }
  }

  private static final String NAME = "junheng-file";

  private final Path path;

  private LogFile(Path path) {
    this.path = path;
  }

  /**
   * Turns all logging from the screen to the file, also where spark-submit has set it up before.
   * Other destinations that a cluster's own configuration names stay. A driver that itself runs in
   * the cluster has no screen: its logging is the cluster's and stays as it is.
   */
  public static LogFile open(Path path, Detail detail) {
    return open(path, detail, LogFile::lines);
  }

  /**
   * The same with one JSON object a line.
   *
   * @param runId stands in each line
   * @param step is asked for with each line: what the run is at; empty text for nothing
   */
  public static LogFile openAsJson(Path path, Detail detail, String runId, Supplier<String> step) {
    return open(path, detail, configuration -> new JsonLayout(configuration, runId, step));
  }

  private static LogFile open(
      Path path, Detail detail, Function<Configuration, Layout<String>> layout) {
    if (System.getProperty("spark.submit.deployMode", "client").equals("cluster")) {
      return new LogFile(path);
    }
    LoggerContext context = (LoggerContext) LogManager.getContext(false);
    Configuration configuration = context.getConfiguration();
    Appender file = appender(configuration, path, layout.apply(configuration));
    for (LoggerConfig logger : configuration.getLoggers().values()) {
      turn(logger, file);
    }
    configuration.getRootLogger().setLevel(detail.level());
    context.updateLoggers();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return new LogFile(path);
  }

  private static Appender appender(Configuration configuration, Path path, Layout<String> layout) {
    Appender appender =
        FileAppender.newBuilder()
            .setName(NAME)
            .setConfiguration(configuration)
            .setLayout(layout)
            .withFileName(path.toString())
            .withCreateOnDemand(true)
            .build();
    appender.start();
    return appender;
  }

  private static Layout<String> lines(Configuration configuration) {
    return PatternLayout.newBuilder()
        .withPattern("%d{ISO8601} %-5p [%t] %c{1.}: %m%n%ex")
        .withCharset(StandardCharsets.UTF_8)
        .withConfiguration(configuration)
        .build();
  }

  /** Takes the screen away from a logger; one that passes nothing on to the root gets the file. */
  private static void turn(LoggerConfig logger, Appender file) {
    boolean isRoot = logger.getName().equals(LogManager.ROOT_LOGGER_NAME);
    logger.getAppenders().values().stream()
        .filter(a -> a instanceof ConsoleAppender || a.getName().equals(NAME))
        .map(Appender::getName)
        .toList()
        .forEach(logger::removeAppender);
    if (isRoot || !logger.isAdditive()) {
      logger.addAppender(file, null, null);
    }
  }

  public Path path() {
    return path;
  }

  /** Whether anything was written yet. */
  public boolean exists() {
    return Files.exists(path);
  }

  /** Writes a failure with its stack trace. */
  public void write(String message, Throwable failure) {
    Logger logger = LogManager.getLogger(LogFile.class);
    logger.error(message, failure);
  }
}
