package io.junheng.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs of one test run ask for a folder at the same time. */
class OncePerTestRunTest {
  private static final String FIRST = "first";
  private static final String FILE = "file";

  @TempDir private Path folder;

  @Test
  void whatOneMadeIsForAllAndWhatOneFailedToMakeIsForNobody() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      processes.add(start());
    }
    List<Integer> exitCodes = new ArrayList<>();
    Set<String> said = new TreeSet<>();
    for (Process process : processes) {
      said.add(new String(process.getInputStream().readAllBytes(), UTF_8));
      exitCodes.add(process.waitFor());
    }

    assertThat(exitCodes).containsExactlyInAnyOrder(1, 0, 0, 0);
    assertThat(said).hasSize(2).contains("").anyMatch(one -> one.startsWith("made by "));
  }

  private Process start() throws IOException, URISyntaxException {
    URI classes = Asks.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx64m",
            "-Djunheng.test.run=together",
            "-cp",
            Path.of(classes).toString(),
            Asks.class.getName())
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Asks for the folder and says what is in it. The first of all to make it fails. */
  static final class Asks {
    private Asks() {}

    public static void main(String[] arguments) throws IOException {
      Path made = OncePerTestRun.folder("shared", Asks::make);
      System.out.print(Files.readString(made.resolve(FILE)));
    }

    private static void make(Path made) {
      try {
        Files.writeString(made.resolve(FILE), "made by " + ProcessHandle.current().pid());
        if (!Files.exists(Path.of(FIRST))) {
          Files.createFile(Path.of(FIRST));
          throw new IllegalStateException("the first");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
