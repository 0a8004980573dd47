package io.junheng.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The schedules for cron, Airflow and Kubernetes, tried as far as they can be without them. */
class ScheduleFilesTest {
  private static final Path FOLDER = Path.of("jobs/schedules");

  /** Fields of sparkoperator.k8s.io/v1beta2, as its documentation has them. */
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "schedule",
          Set.of(
              "schedule",
              "template",
              "suspend",
              "concurrencyPolicy",
              "successfulRunHistoryLimit",
              "failedRunHistoryLimit"),
          "application",
          Set.of(
              "type",
              "mode",
              "sparkVersion",
              "image",
              "imagePullPolicy",
              "imagePullSecrets",
              "mainClass",
              "mainApplicationFile",
              "arguments",
              "sparkConf",
              "hadoopConf",
              "volumes",
              "driver",
              "executor",
              "restartPolicy",
              "deps",
              "timeToLiveSeconds"),
          "pod",
          Set.of(
              "cores",
              "coreLimit",
              "memory",
              "memoryOverhead",
              "image",
              "env",
              "envSecretKeyRefs",
              "labels",
              "annotations",
              "volumeMounts",
              "serviceAccount",
              "instances"));

  @TempDir private Path folder;

  /** A line of the schedule, run by the shell that it names, with that line's variables. */
  @ParameterizedTest
  @MethodSource("entries")
  void everyLineOfCronStartsItsJobAndTellsTheExitCodeOfItsStatus(CronFile.Entry entry)
      throws Exception {
    Path jobs = Files.createDirectories(folder.resolve("home/jobs"));
    try (Stream<Path> launchers = Files.list(Path.of("jobs"))) {
      for (Path launcher : launchers.filter(Files::isRegularFile).toList()) {
        Files.copy(launcher, jobs.resolve(launcher.getFileName()));
      }
    }
    Path noting = jobs.resolve("junheng");
    Files.delete(noting);
    Files.writeString(
        noting,
        "#!/bin/bash\nprintf '%s|' \"$@\" >>\"${0%/*}/called\"; echo >>\"${0%/*}/called\"\nexit 5\n");
    assertThat(noting.toFile().setExecutable(true)).isTrue();

    CronFile cron = CronFile.read(FOLDER.resolve("junheng.cron"));
    ProcessBuilder shell = new ProcessBuilder(cron.variables().get("SHELL"), "-c", entry.command());
    shell.environment().clear();
    shell.environment().putAll(cron.variables());
    shell.environment().put("JUNHENG_HOME", folder.resolve("home").toString());
    shell.environment().put("LOG", folder.resolve("log").toString());
    String told = finished(shell);

    List<String> calls = Files.readAllLines(jobs.resolve("called"));
    assertThat(told).contains("ended with exit code 5");
    boolean isRecorded = entry.command().contains(" status ");
    assertThat(calls).hasSize(isRecorded ? 2 : 1);
    if (isRecorded) {
      assertThat(calls.get(1)).isEqualTo("status|--wait|--lake|/srv/junheng/lake|");
    }
  }

  static List<CronFile.Entry> entries() throws IOException {
    return CronFile.read(FOLDER.resolve("junheng.cron")).entries();
  }

  @Test
  void theDagsOfAirflowRunEachJobAndThenAskForItsStatus() throws Exception {
    ProcessBuilder python =
        new ProcessBuilder(
            "python3", "src/test/python/tell_dags.py", FOLDER + "/junheng_airflow.py");
    python.environment().put("PYTHONPATH", "src/test/python");
    python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    List<String[]> tasks = finished(python).lines().map(line -> line.split("\\|", 5)).toList();

    assertThat(tasks)
        .extracting(task -> task[0])
        .contains(
            "junheng_nightly",
            "junheng_season",
            "junheng_bulletin",
            "junheng_release",
            "junheng_maintenance");
    assertThat(tasks)
        .filteredOn(task -> task[2].endsWith("_status"))
        .hasSize(3)
        .allSatisfy(
            task -> {
              assertThat(task[3] + "_status").isEqualTo(task[2]);
              assertThat(task[4]).contains("/jobs/junheng status ", " --wait ");
            });
    for (String[] task : tasks) {
      CronFile.parse(task[1] + " true\n");
    }
  }

  @Test
  void theManifestsHoldOnlyFieldsOfTheDocumentedSchema() throws IOException {
    List<Map<String, Object>> manifests = new ArrayList<>();
    String text = Files.readString(FOLDER.resolve("kubernetes/scheduled.yaml"));
    Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
    StreamSupport.stream(documents.spliterator(), false)
        .filter(Map.class::isInstance)
        .forEach(document -> manifests.add(map(document)));

    assertThat(manifests).hasSize(3);
    for (Map<String, Object> manifest : manifests) {
      assertThat(manifest)
          .containsEntry("apiVersion", "sparkoperator.k8s.io/v1beta2")
          .containsEntry("kind", "ScheduledSparkApplication");
      Map<String, Object> spec = map(manifest.get("spec"));
      Map<String, Object> application = map(spec.get("template"));
      assertThat(FIELDS.get("schedule")).containsAll(spec.keySet());
      assertThat(FIELDS.get("application")).containsAll(application.keySet());
      assertThat(FIELDS.get("pod")).containsAll(map(application.get("driver")).keySet());
      assertThat(FIELDS.get("pod")).containsAll(map(application.get("executor")).keySet());
      CronFile.parse(spec.get("schedule") + " true\n");
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everySettingOfSparkHasItsReasonOrShareOfOne(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).startsWith("# ");
    assertThat(lines)
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("spark\\.[\\w.-]+\\s+\\S.*"));
  }

  static List<Path> settings() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("conf/spark"))) {
      return files.sorted().toList();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static String finished(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(out).isZero();
    return out;
  }
}
