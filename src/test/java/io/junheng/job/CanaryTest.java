package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.definition.Text;
import io.junheng.lake.Lake;
import io.junheng.lake.SparkEvents;
import io.junheng.table.Finding;
import io.junheng.table.RejectedRow;
import io.junheng.testing.SharedSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * People who stand in every kind of bad row and bad file are found nowhere but in the archive: not
 * in a table, a log, an event log with its plans, a message or on the screen.
 */
@ExtendWith(SharedSpark.class)
class CanaryTest {
  private static final String KEY = "c0ffee0123456789".repeat(4);

  private static Leftovers leftovers;
  private static Set<String> rules;
  private static String plans;
  private static String log;

  @BeforeAll
  static void ingestCanaries(SparkSession spark, @TempDir Path folder) throws IOException {
    new CanaryFiles(folder.resolve("landing")).write();
    Path key = Files.writeString(folder.resolve("pseudonym.key"), KEY);
    JobRequest request =
        new JobRequest(
            new ConfReader(Path.of("conf"))
                .read()
                .catalogue()
                .orElseThrow()
                .withMaxRejectedShare(1),
            folder.resolve("lake").toString(),
            Optional.of(folder.resolve("landing").toString()),
            List.of(),
            key.toString(),
            false,
            List.of("ingest"));
    Path talk = folder.resolve("talk");
    try (Recorder recorder = Recorder.start(spark, folder)) {
      Files.writeString(talk, recorder.hear(() -> run(spark, request)));
    }
    Lake lake = new Lake(spark, request.lake());
    rules = new TreeSet<>();
    lake.small().read(RejectedRow.TABLE).forEach(row -> rules.add(row.getAs("rule")));
    lake.small().read(Finding.TABLE).forEach(row -> rules.add(row.getAs("rule")));
    leftovers =
        Leftovers.below(
            folder, List.of(folder.resolve("landing"), folder.resolve("lake/archive"), key));
    plans = leftovers.textOf("lake/ops/_spark_events");
    log = leftovers.textOf("log");
  }

  private static String run(SparkSession spark, JobRequest request) {
    StringBuilder said = new StringBuilder();
    Watcher watcher =
        new Watcher() {
          @Override
          public Step begin(Text title) {
            said.append(title);
            return Watcher.NOBODY.begin(title);
          }

          @Override
          public void say(Text message) {
            said.append(message);
          }
        };
    JobReport report = new IngestJob().run(spark, request, watcher);
    assertThat(report.outcome()).isEqualTo(Outcome.INPUT);
    return said.append(report.messages()).toString();
  }

  @Test
  void everyKindOfBadRowWasThere() {
    assertThat(rules)
        .contains(
            "required",
            "not_integer",
            "not_date",
            "not_boolean",
            "out_of_range",
            "unknown_code",
            "unknown_area",
            "foreign_area",
            "pattern",
            "check_digit",
            "unknown_reference",
            "control_character",
            "formula",
            "field_count",
            "duplicate_key",
            "personal_value",
            "P-016",
            "P-101",
            "P-211",
            "missing_header",
            "broken_encoding",
            "broken_quotes",
            "unknown_column");
  }

  @Test
  void whatTheRunLeftIsSeenByTheSearch() {
    assertThat(leftovers.names())
        .anyMatch(name -> name.startsWith("lake/silver/student") && name.endsWith(".parquet"))
        .anyMatch(name -> name.startsWith("lake/ops/rejected_row") && name.endsWith(".json"))
        .anyMatch(name -> name.endsWith("run-state.json"))
        .anyMatch(name -> name.endsWith("report.html"))
        .contains("talk");
    assertThat(plans).contains("delivered student", "SparkListenerSQLExecutionStart");
    assertThat(log).contains("INFO");
    assertThat(leftovers.textOf("lake/silver/student")).contains("3399000001", "2012-03-01");
  }

  @Test
  void nobodyIsFoundOutsideTheArchive() {
    List<String> found = new ArrayList<>();
    for (String canary : CanaryFiles.CANARIES) {
      leftovers.holding(canary).forEach(name -> found.add(canary + " in " + name));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void theKeyIsFoundNowhere() {
    assertThat(leftovers.holding(KEY)).isEmpty();
    assertThat(leftovers.holding(KEY.substring(0, 32))).isEmpty();
  }

  /** Spark's event log, the log file of all libraries and the screen, for the time of one run. */
  private static final class Recorder implements AutoCloseable {
    private final SparkSession spark;
    private final org.apache.spark.scheduler.EventLoggingListener events;

    private Recorder(
        SparkSession spark, org.apache.spark.scheduler.EventLoggingListener events, Path log) {
      this.spark = spark;
      this.events = events;
      LogFile.open(log, LogFile.Detail.EVERYTHING);
    }

    static Recorder start(SparkSession spark, Path folder) throws IOException {
      String lake = folder.resolve("lake").toString();
      var conf =
          new SparkStart("junheng", Map.of(), Map.of())
              .ofRun(new RunId("canaries"), lake)
              .settings();
      var hadoop = spark.sparkContext().hadoopConfiguration();
      SparkEvents.make(hadoop, SparkEvents.folder(lake));
      var events =
          new org.apache.spark.scheduler.EventLoggingListener(
              "canaries",
              scala.Option.empty(),
              Path.of(conf.get("spark.eventLog.dir")).toUri(),
              conf,
              hadoop);
      events.start();
      spark.sparkContext().addSparkListener(events);
      return new Recorder(spark, events, folder.resolve("log"));
    }

    String hear(java.util.function.Supplier<String> work) {
      PrintStream out = System.out;
      PrintStream err = System.err;
      ByteArrayOutputStream heard = new ByteArrayOutputStream();
      PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8);
      System.setOut(ear);
      System.setErr(ear);
      try {
        return work.get() + heard.toString(StandardCharsets.UTF_8);
      } finally {
        System.setOut(out);
        System.setErr(err);
      }
    }

    @Override
    public void close() {
      try {
        spark.sparkContext().listenerBus().waitUntilEmpty();
      } catch (java.util.concurrent.TimeoutException e) {
        throw new AssertionError("Spark's events did not come to an end", e);
      }
      spark.sparkContext().removeSparkListener(events);
      events.stop();
      ((org.apache.logging.log4j.core.LoggerContext)
              org.apache.logging.log4j.LogManager.getContext(false))
          .reconfigure();
      spark.sparkContext().setLogLevel("ERROR");
    }
  }

  /** All files below a folder but for some, each as the texts that are in it. */
  private record Leftovers(Map<String, List<String>> textsByName) {
    private static final List<Charset> WRITINGS =
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"));

    static Leftovers below(Path folder, List<Path> exempt) throws IOException {
      Map<String, List<String>> texts = new java.util.TreeMap<>();
      try (var paths = Files.walk(folder)) {
        for (Path path : paths.filter(Files::isRegularFile).toList()) {
          if (exempt.stream().noneMatch(path::startsWith)) {
            texts.put(folder.relativize(path).toString().replace('\\', '/'), LeftFile.texts(path));
          }
        }
      }
      return new Leftovers(texts);
    }

    Set<String> names() {
      return textsByName.keySet();
    }

    String textOf(String prefix) {
      return textsByName.entrySet().stream()
          .filter(entry -> entry.getKey().startsWith(prefix))
          .flatMap(entry -> entry.getValue().stream())
          .collect(Collectors.joining("\n"));
    }

    List<String> holding(String canary) {
      List<String> spellings =
          WRITINGS.stream()
              .map(writing -> new String(canary.getBytes(writing), StandardCharsets.ISO_8859_1))
              .distinct()
              .toList();
      return textsByName.entrySet().stream()
          .filter(
              entry ->
                  entry.getKey().contains(canary)
                      || entry.getValue().stream()
                          .anyMatch(
                              text ->
                                  text.contains(canary)
                                      || spellings.stream().anyMatch(text::contains)))
          .map(Map.Entry::getKey)
          .toList();
    }
  }
}
