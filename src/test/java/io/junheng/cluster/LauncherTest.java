package io.junheng.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code jobs/junheng} in a made-up repository, with a {@code java} that tells how it is called.
 */
class LauncherTest {
  private static final String TELL =
      "#!/usr/bin/env bash\nprintf '%s\\n' \"$0\" \"$@\" \"conf $JUNHENG_CONF\"\nexit 5\n";

  @TempDir Path temporary;
  private Path repository;
  private Path jdk;

  @BeforeEach
  void makeRepository() throws IOException {
    repository = temporary.resolve("均 衡");
    jdk = temporary.resolve("jdk");
    write(jdk.resolve("bin/java"), TELL);
    write(
        repository.resolve("target/classpath.txt"),
        "/m/delta-spark-4.jar:/m/delta-storage-4.jar:/m/other.jar");
    write(repository.resolve("target/junheng.jar"), "");
    write(repository.resolve("jobs/junheng"), Files.readString(Path.of("jobs/junheng")));
  }

  @Test
  void theExitCodeIsThatOfTheCommand() {
    assertThat(launch(Map.of(), "version").exitCode()).isEqualTo(5);
  }

  @Test
  void argumentsArriveAsTheyWereGiven() {
    assertThat(linesOf(launch(Map.of(), "explain", "杭州 西湖", "", "a*", "--league")))
        .containsSubsequence(
            "io.junheng.cli.Junheng",
            "explain",
            "杭州 西湖",
            "",
            "a*",
            "--league",
            "conf " + repository + "/conf");
  }

  @ParameterizedTest
  @CsvSource({"validate, conf, help", "explain, lake, league", "run, run, compute"})
  void oneOfAKindKeepsItsClassesAndTheKindStartsWithThemFromThenOn(
      String command, String kind, String other) throws IOException {
    String keep =
        "for a in \"$@\"; do case $a in -XX:ArchiveClassesAtExit=*) truncate -s SIZE \"${a#*=}\" ;; esac; done\n";
    write(jdk.resolve("bin/java"), TELL.replace("exit 5\n", keep.replace("SIZE", "1M")));
    assertThat(linesOf(launch(Map.of(), command))).anyMatch(this::makesAnArchive);
    assertThat(linesOf(launch(Map.of(), other))).noneMatch(option -> option.contains(".jsa"));
    // The first ended early and kept too little: the next one makes another.
    write(jdk.resolve("bin/java"), TELL.replace("exit 5\n", keep.replace("SIZE", "200M")));
    assertThat(linesOf(launch(Map.of(), command))).anyMatch(this::makesAnArchive);

    for (String next : List.of(other, command)) {
      assertThat(linesOf(launch(Map.of(), next)))
          .noneMatch(this::makesAnArchive)
          .contains("-XX:SharedArchiveFile=" + repository + "/target/junheng-" + kind + ".jsa");
    }
    assertThat(linesOf(launch(Map.of(), "sample"))).noneMatch(option -> option.contains(".jsa"));
    try (Stream<Path> archives = Files.list(repository.resolve("target"))) {
      assertThat(archives.filter(file -> file.toString().endsWith(".jsa"))).hasSize(1);
    }
  }

  private boolean makesAnArchive(String option) {
    return option.startsWith("-XX:ArchiveClassesAtExit=" + repository + "/target/junheng-");
  }

  /** A corrected county is read before the better compiler has done its work. */
  @Test
  void aRunWithLittleToReadUsesTheFirstCompilerAlone() throws IOException, InterruptedException {
    Path landing = repository.resolve("landing");
    Path lake = temporary.resolve("lake");
    write(repository.resolve("conf/env/local.yaml"), "landing: " + landing + "\nlake: elsewhere\n");
    write(landing.resolve("202310/990101/student.csv"), "delivered");
    assertThat(usesTheFirstCompilerAlone("run", "--lake", lake.toString())).isFalse();

    Thread.sleep(20);
    write(lake.resolve("runs/intake-state.json"), "{}");
    assertThat(usesTheFirstCompilerAlone("run", "--lake", lake.toString())).isTrue();
    assertThat(usesTheFirstCompilerAlone("ingest", "--lake=" + lake)).isTrue();
    assertThat(usesTheFirstCompilerAlone("compute", "--lake=" + lake)).isFalse();
    assertThat(usesTheFirstCompilerAlone("run")).isFalse();

    Thread.sleep(20);
    Path corrected = landing.resolve("202310/990101/student.csv");
    write(corrected, "corrected");
    // A copy that kept its time is new here all the same.
    Files.setLastModifiedTime(corrected, FileTime.from(Instant.EPOCH));
    assertThat(usesTheFirstCompilerAlone("run", "--lake=" + lake)).isTrue();
    try (RandomAccessFile much = new RandomAccessFile(corrected.toFile(), "rw")) {
      much.setLength((64 << 20) + 1);
    }
    Files.setLastModifiedTime(corrected, FileTime.from(Instant.EPOCH));
    assertThat(usesTheFirstCompilerAlone("run", "--lake=" + lake)).isFalse();
    assertThat(usesTheFirstCompilerAlone("run", "--lake=" + lake, "--landing", jdk.toString()))
        .isTrue();
  }

  @Test
  void aRunWithOtherDefinitionsOrADatabaseHasMuchToDo() throws IOException, InterruptedException {
    Path lake = temporary.resolve("lake");
    Path environment = repository.resolve("conf/env/local.yaml");
    String settings = "landing: " + jdk + "\nlake: " + lake + "\n";
    write(environment, settings);
    Thread.sleep(20);
    write(lake.resolve("runs/intake-state.json"), "{}");
    assertThat(usesTheFirstCompilerAlone("run")).isTrue();
    Thread.sleep(20);
    write(repository.resolve("conf/indicators/other.yaml"), "");
    assertThat(usesTheFirstCompilerAlone("run")).isFalse();
    write(environment, settings + "databases:\n");
    Thread.sleep(20);
    write(lake.resolve("runs/intake-state.json"), "{}");
    assertThat(usesTheFirstCompilerAlone("run")).isFalse();
  }

  private boolean usesTheFirstCompilerAlone(String... arguments) {
    return linesOf(launch(Map.of(), arguments)).contains("-XX:TieredStopAtLevel=1");
  }

  @Test
  void theConfOfTheEnvironmentComesBeforeTheRepositorys() {
    assertThat(linesOf(launch(Map.of("JUNHENG_CONF", "/etc/junheng"), "validate")))
        .contains("conf /etc/junheng");
  }

  @Test
  void sparksOptionsStandAnywhereAndBecomeSystemPropertiesWithoutAnInstallation() {
    Finished finished =
        launch(
            Map.of(),
            "run",
            "--spark",
            "--master local[1] --conf 'spark.a=b  c'",
            "--league",
            "--spark=--name=x");

    assertThat(linesOf(finished))
        .contains("-Dspark.master=local[1]", "-Dspark.a=b  c", "-Dspark.app.name=x")
        .containsSubsequence("io.junheng.cli.Junheng", "run", "--league")
        .doesNotContain("--spark");
  }

  @Test
  void anOptionThatNeedsAnInstallationIsRefusedWithoutOne() {
    Finished finished = launch(Map.of(), "run", "--spark", "--num-executors 3");

    assertThat(finished.exitCode()).isEqualTo(2);
    assertThat(finished.stderr()).contains("--num-executors").contains("SPARK_HOME");
  }

  @Test
  void theHeapIsThreeGigabytesUnlessTheEnvironmentSaysOtherwise() {
    assertThat(linesOf(launch(Map.of(), "run"))).contains("-Xmx3g");
    assertThat(linesOf(launch(Map.of("JUNHENG_HEAP", "1g"), "run")))
        .contains("-Xmx1g")
        .doesNotContain("-Xmx3g");
  }

  @Test
  void anInstallationsSparkSubmitIsHandedTheJarAndDelta() throws IOException {
    Path spark = sparkHome();
    write(spark.resolve("bin/spark-submit"), TELL);

    Finished finished =
        launch(
            Map.of("SPARK_HOME", spark.toString()),
            "run",
            "--spark",
            "--master yarn --num-executors 3");

    assertThat(linesOf(finished))
        .containsExactly(
            spark + "/bin/spark-submit",
            "--class",
            "io.junheng.cli.Junheng",
            "--master",
            "yarn",
            "--num-executors",
            "3",
            "--jars",
            "/m/delta-spark-4.jar,/m/delta-storage-4.jar",
            repository + "/target/junheng.jar",
            "run",
            "conf " + repository + "/conf");
  }

  @Test
  void anInstallationThatHasDeltaIsNotHandedAnother() throws IOException {
    Path spark = sparkHome();
    write(spark.resolve("bin/spark-submit"), TELL);
    write(spark.resolve("jars/delta-spark_4.2_2.13-4.4.0.jar"), "");

    assertThat(linesOf(launch(Map.of("SPARK_HOME", spark.toString()), "run")))
        .doesNotContain("--jars");
  }

  @Test
  void anInstallationOfJarsOnlyIsStartedThroughSparkSubmitsClass() throws IOException {
    Path spark = sparkHome();

    assertThat(linesOf(launch(Map.of("SPARK_HOME", spark.toString()), "run")))
        .containsSubsequence(
            "-cp",
            spark + "/conf:" + spark + "/jars/*",
            "org.apache.spark.deploy.SparkSubmit",
            "--class");
  }

  @Test
  void theJvmGetsWhatThisSparkAsksFor() {
    // The vector module announces itself on the error stream at each start, and is optional.
    List<String> asked =
        Arrays.stream(JavaModuleOptions.defaultModuleOptionArray())
            .filter(option -> !option.contains("jdk.incubator.vector"))
            .toList();

    assertThat(linesOf(launch(Map.of(), "run"))).containsAll(asked);
  }

  private Path sparkHome() throws IOException {
    Path spark = temporary.resolve("spark home");
    Files.createDirectories(spark.resolve("jars"));
    return spark;
  }

  private Finished launch(Map<String, String> environment, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(repository.resolve("jobs/junheng").toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(temporary.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("SPARK_") || name.startsWith("JUNHENG_"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return Finished.of(builder, Duration.ofSeconds(30));
  }

  private static List<String> linesOf(Finished finished) {
    return finished.stdout().lines().toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
