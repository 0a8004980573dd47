package io.junheng.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder that Spark takes for its installation. {@code jars/} links to what the build declares as
 * provided, so that a class which only the build's class path has is missed here as on a cluster.
 * Delta is left out too: {@code jobs/junheng} has to bring it, as on an installation without it.
 */
record SparkHome(Path path) {
  private static final Pattern BUNDLED = Pattern.compile("<include>[\\w.-]+:([\\w.-]+)</include>");
  private static final Set<String> NOT_PART_OF_SPARK =
      Set.of("io.delta", "io.unitycatalog", "jackson-datatype-jdk8");

  static SparkHome create(Path repository, Path path) throws IOException {
    Path jars = Files.createDirectories(path.resolve("jars"));
    Set<String> bundled = bundledArtifacts(repository.resolve("pom.xml"));
    for (Path jar : launchClassPath(repository)) {
      if (!bundled.contains(artifactOf(jar)) && isPartOfSpark(jar)) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    return new SparkHome(path);
  }

  private static boolean isPartOfSpark(Path jar) {
    String slashed = jar.toString().replace(File.separatorChar, '/');
    return NOT_PART_OF_SPARK.stream()
        .noneMatch(name -> slashed.contains("/" + name.replace('.', '/') + "/"));
  }

  /** Maven's repository has its jars at {@code …/ARTIFACT/VERSION/ARTIFACT-VERSION.jar}. */
  private static String artifactOf(Path jar) {
    return jar.getParent().getParent().getFileName().toString();
  }

  /** What the shade plugin packs beside our classes. */
  private static Set<String> bundledArtifacts(Path pom) throws IOException {
    return BUNDLED
        .matcher(Files.readString(pom))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Path> launchClassPath(Path repository) throws IOException {
    String classPath = Files.readString(repository.resolve("target/classpath.txt")).strip();
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator))).map(Path::of).toList();
  }
}
