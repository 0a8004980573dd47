package io.junheng.publication.workbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * LibreOffice without a window. A test that needs it is skipped, and says so, where it is missing.
 */
public final class LibreOffice {
  private static final long MOST_SECONDS = 120;

  private LibreOffice() {}

  /** Converts a file and gives the new one's place. */
  public static Path converted(Path file, String format, Path folder) throws Exception {
    boolean isThere =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
    if (!isThere) {
      System.err.println(
          "SKIPPED: no soffice on the PATH, nothing proves that workbooks open in LibreOffice");
    }
    assumeTrue(isThere, "no soffice on the PATH");
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("soffice took too long");
    }
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "." + format);
    return folder.resolve(name);
  }
}
