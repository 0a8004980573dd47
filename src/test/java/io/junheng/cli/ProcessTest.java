package io.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands as a user starts them: a process of their own, its streams and its exit code. */
class ProcessTest {
  private static final String CONF = "src/test/resources/conf/north-carolina";
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private record Ended(int exitCode, String out, String err, String classes) {}

  @Test
  void versionAndHelpAndTablesStartWithoutSpark() throws Exception {
    assertThat(run("version").classes()).doesNotContain("org.apache.spark").contains("picocli");
    assertThat(run("help", "run").classes()).doesNotContain("org.apache.spark");
    assertThat(run("tables", "league_table").classes()).doesNotContain("org.apache.spark");
  }

  @Test
  void validateStartsNoSparkSession() throws Exception {
    Ended ended = run("validate", "--conf", CONF);

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("is sound");
    assertThat(ended.classes()).doesNotContain("org.apache.spark.SparkContext ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void outputIsUtf8WhateverTheLocale() throws Exception {
    Ended ended = run("tables", "--lang", "zh");

    assertThat(ended.out()).contains("监测结果一览表");
  }

  @Test
  void aBadPathShowsASentenceAndNoStackTrace() throws Exception {
    Ended ended = run("run", "--conf", CONF, "--landing", folder + "/bad\u0001path");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("There is no folder of deliveries");
    assertThat(ended.err()).doesNotContain("\tat ", "Exception");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void aLakeThatIsAFileEndsWithASentenceAndALogFile() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Path key = Files.writeString(folder.resolve("key"), "0123456789abcdef".repeat(4));

    Ended ended =
        run(
            "ingest",
            "--conf",
            CONF,
            "--landing",
            landing.toString(),
            "--lake",
            file + "/lake",
            "--set",
            "key_file=" + key,
            "--set",
            "spark.master=local[1]");

    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("✗ ").doesNotContain("\tat ").doesNotContain("WARN");
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.log");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions());
    command.add("-Xlog:class+load:file=" + classes);
    command.addAll(List.of("-cp", classPath(), "io.junheng.cli.Junheng"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("LANG", "C");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    long began = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", arguments) + " did not end");
    }
    System.err.printf(
        "junheng %s took %d ms%n",
        String.join(" ", arguments), Duration.ofNanos(System.nanoTime() - began).toMillis());
    return new Ended(
        process.exitValue(),
        Files.readString(out),
        Files.readString(err),
        Files.readString(classes, StandardCharsets.ISO_8859_1));
  }

  /** What this JVM was given for Spark's sake. */
  private static List<String> jvmOptions() {
    return java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens") || option.startsWith("-XX:+Ignore"))
        .toList();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
