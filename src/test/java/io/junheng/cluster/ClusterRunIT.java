package io.junheng.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.oracle.GoldRows;
import io.junheng.oracle.SmallProvince;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * The same deliveries through spark-submit on a real standalone cluster, which loses its executor
 * on the way, and on local Spark: the same gold, row for row.
 */
class ClusterRunIT {
  private static final Duration LIMIT = Duration.ofMinutes(8);

  @Test
  void aClusterThatLosesItsExecutorMakesTheSameGoldAsOneMachine() throws IOException {
    try (StandaloneCluster cluster = StandaloneCluster.start()) {
      Path landing = SmallProvince.landing(cluster.folder().resolve("province"), 11);
      Path key = cluster.folder().resolve("pseudonym.key");
      Files.writeString(key, "0123456789abcdef".repeat(4));
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

      CompletableFuture<Finished> beside =
          CompletableFuture.supplyAsync(
              () -> locally(command(cluster, landing, key, "on-machine")));
      CompletableFuture<Boolean> loss =
          CompletableFuture.supplyAsync(
              () -> cluster.killExecutor(cluster.folder().resolve("on-cluster"), "measure"));
      Finished onCluster = cluster.run(command(cluster, landing, key, "on-cluster"));
      assertThat(loss.join()).as("an executor was killed").isTrue();
      Finished onMachine = beside.join();
      assertThat(onCluster.exitCode()).as(onCluster.stderr()).isZero();
      assertThat(onMachine.exitCode()).as(onMachine.stderr()).isZero();

      Map<String, List<String>> expected = gold(cluster, "on-machine");
      Map<String, List<String>> actual = gold(cluster, "on-cluster");
      assertThat(expected.keySet()).hasSizeGreaterThan(20);
      assertThat(actual.keySet()).isEqualTo(expected.keySet());
      expected.forEach((table, rows) -> assertThat(actual.get(table)).as(table).isEqualTo(rows));
    }
  }

  private static Map<String, List<String>> gold(StandaloneCluster cluster, String lake) {
    return GoldRows.of(cluster.folder().resolve(lake).toString());
  }

  private static String[] command(StandaloneCluster cluster, Path landing, Path key, String lake) {
    return new String[] {
      "run",
      "--landing",
      landing.toAbsolutePath().toString(),
      "--lake",
      cluster.folder().resolve(lake).toAbsolutePath().toString(),
      "--set",
      "key_file=" + key.toAbsolutePath(),
      "--lang",
      "en"
    };
  }

  private static Finished locally(String... arguments) {
    List<String> command = new ArrayList<>(List.of("jobs/junheng"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JUNHENG_HEAP", "1g");
    builder.environment().put("JAVA_TOOL_OPTIONS", StandaloneCluster.SHORT_LIVED);
    return Finished.of(builder, LIMIT);
  }
}
