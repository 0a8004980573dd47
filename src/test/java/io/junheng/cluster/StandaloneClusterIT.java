package io.junheng.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StandaloneClusterIT {
  private static StandaloneCluster cluster;

  @BeforeAll
  static void startCluster() throws IOException {
    cluster = StandaloneCluster.start();
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Test
  void executorsRunOurClassesAndWriteDelta() throws IOException {
    Finished finished =
        cluster.submit(
            List.of(
                "--class",
                ClusterProbe.class.getName(),
                "--jars",
                deltaJars(),
                probeJar().toString(),
                cluster.folder().resolve("probe").toString()));

    assertThat(finished.exitCode()).as(finished.stderr()).isZero();
    assertThat(finished.stdout()).contains("sum 999000 on " + cluster.master());
  }

  private static String deltaJars() throws IOException {
    String classPath = Files.readString(Path.of("target/classpath.txt")).strip();
    return String.join(
        ",",
        List.of(classPath.split(":")).stream()
            .filter(jar -> jar.contains("/delta-") || jar.contains("/unitycatalog-"))
            .toList());
  }

  private static Path probeJar() throws IOException {
    Path jar = cluster.folder().resolve("probe.jar");
    String entry = ClusterProbe.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      entries.putNextEntry(new JarEntry(entry));
      entries.write(Files.readAllBytes(Path.of("target/test-classes").resolve(entry)));
      entries.closeEntry();
    }
    return jar;
  }
}
