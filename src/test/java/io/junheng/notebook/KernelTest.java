package io.junheng.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.junheng.testing.SampleLake;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A notebook as Jupyter executes it, by a Java kernel in a JVM of its own: the way into the class
 * path and back out. What the cells of all notebooks do is {@link NotebookTest}'s. Needs {@code
 * jupyter-nbconvert} and a JDK of 25 or later; the build fetches the kernel.
 */
class KernelTest {
  private static final Path KERNEL = Path.of("target/kernel/rapaio-jupyter-kernel.jar");
  private static final int OLDEST = 25;

  private static final int MOST_STARTS = 8;
  private static final long START_SECONDS = 45;
  private static final long LIMIT_SECONDS = 600;
  private static final Pattern CLASS_PATH_TALK =
      Pattern.compile("(Parsing classpath|Add .* to classpath).*");

  @TempDir private Path folder;

  @Test
  void aRealKernelExecutesANotebook() throws Exception {
    Optional<Path> converter = onPath("jupyter-nbconvert");
    Optional<Path> java = newerJava();
    boolean isFetched = Files.exists(KERNEL);
    boolean isPossible = converter.isPresent() && java.isPresent() && isFetched;
    if (!isPossible) {
      System.err.printf(
          "SKIPPED: no notebook was executed by a real kernel (jupyter-nbconvert %s, JDK %d or later %s, %s %s)%n",
          isThere(converter.isPresent()),
          OLDEST,
          isThere(java.isPresent()),
          KERNEL,
          isThere(isFetched));
    }
    assumeTrue(isPossible, "no kernel on this machine");
    describeKernel(java.get());
    JsonNode executed = executed(converter.get(), Path.of("notebooks/dispersion.ipynb"));

    List<JsonNode> cells = codeCells(executed);
    assertThat(cells)
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell.path("execution_count").isNumber()).isTrue());
    assertThat(executed.at("/metadata/language_info/name").asText()).isEqualToIgnoringCase("java");
    assertThat(printed(cells.get(cells.size() - 1)))
        .containsPattern("gold (0\\.\\d+) · by hand \\1");
  }

  private static List<JsonNode> codeCells(JsonNode notebook) {
    return StreamSupport.stream(notebook.path("cells").spliterator(), false)
        .filter(cell -> cell.path("cell_type").asText().equals("code"))
        .toList();
  }

  /** What a cell wrote, however many parts it came in. */
  private static String printed(JsonNode cell) {
    StringBuilder text = new StringBuilder();
    for (JsonNode output : cell.path("outputs")) {
      assertThat(output.path("output_type").asText()).as(output.toString()).isNotEqualTo("error");
      JsonNode parts = output.path("text");
      if (parts.isArray()) {
        parts.forEach(part -> text.append(part.asText()));
      } else {
        text.append(parts.asText());
      }
    }
    return text.toString();
  }

  private static String isThere(boolean isThere) {
    return isThere ? "found" : "missing";
  }

  private static Optional<Path> onPath(String program) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The JDK of the build if it is new enough, else one beside it. */
  private static Optional<Path> newerJava() throws IOException {
    Path own = Path.of(System.getProperty("java.home"));
    try (Stream<Path> beside = Files.list(own.toAbsolutePath().getParent())) {
      return Stream.concat(Stream.of(own), beside.sorted())
          .filter(home -> version(home) >= OLDEST)
          .map(home -> home.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private static int version(Path home) {
    try {
      Matcher version =
          Pattern.compile("JAVA_VERSION=\"(\\d+)")
              .matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private void describeKernel(Path java) throws IOException {
    List<String> argv = new ArrayList<>(List.of(java.toString()));
    argv.addAll(options());
    argv.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx1g"));
    argv.addAll(List.of("-jar", KERNEL.toAbsolutePath().toString(), "{connection_file}"));
    String classPath =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(";"));
    Path kernel = Files.createDirectories(folder.resolve("kernels/java"));
    new ObjectMapper()
        .writeValue(
            kernel.resolve("kernel.json").toFile(),
            Map.of(
                "argv",
                argv,
                "display_name",
                "Java",
                "language",
                "java",
                "env",
                Map.of("RJK_CLASSPATH", classPath)));
  }

  /** What Spark wants opened, from the launcher. */
  private static List<String> options() throws IOException {
    return Pattern.compile("--add-opens=\\S+|--[a-z-]+=ALL-UNNAMED|--sun-misc\\S+")
        .matcher(Files.readString(Path.of("jobs/junheng")))
        .results()
        .map(found -> found.group())
        .distinct()
        .toList();
  }

  /**
   * The notebook with what its cells gave. A kernel that does not answer Jupyter's first question
   * is started again: on two processors one start of three ends so, because the kernel polls its
   * sockets in one thread while it binds them in another.
   */
  private JsonNode executed(Path converter, Path notebook)
      throws IOException, InterruptedException {
    boolean isExecuted;
    int starts = 0;
    do {
      isExecuted = execute(converter, notebook);
      starts++;
    } while (!isExecuted && starts < MOST_STARTS && log().contains("Kernel didn't respond in"));
    assertThat(isExecuted).as("after %d starts:%n%s", starts, log()).isTrue();
    return new ObjectMapper().readTree(folder.resolve("done.ipynb").toFile());
  }

  private boolean execute(Path converter, Path notebook) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                converter.toString(),
                "--to",
                "notebook",
                "--execute",
                "--ExecutePreprocessor.kernel_name=java",
                "--ExecutePreprocessor.timeout=" + LIMIT_SECONDS,
                "--ExecutePreprocessor.startup_timeout=" + START_SECONDS,
                "--output-dir",
                folder.toString(),
                "--output",
                "done",
                notebook.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("JUPYTER_PATH", folder.toString());
    for (String own : List.of("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")) {
      builder.environment().put(own, folder.resolve("jupyter").toString());
    }
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("JUNHENG_LAKE", SampleLake.root().toAbsolutePath().toString());
    Process process = builder.start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return process.waitFor() == 0;
  }

  /** What Jupyter and the kernel said, but for the lines about each entry of the class path. */
  private String log() throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve("log"))) {
      return lines
          .filter(line -> !CLASS_PATH_TALK.matcher(line).matches())
          .collect(Collectors.joining(System.lineSeparator()));
    }
  }
}
