package io.junheng.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook of 300,000 rows is read by a process that has 512 MiB of memory. */
class LargeWorkbookTest {
  private static final int ROWS = 300_000;

  @TempDir Path folder;

  @Test
  void isReadWithinHalfAGigabyte() throws IOException, InterruptedException {
    Path file = folder.resolve("school.xlsx");
    write(file);
    Process process =
        new ProcessBuilder(command(file))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(folder.resolve("out"))).contains("rows " + ROWS);
  }

  private String[] command(Path file) {
    return Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Rows.class.getName(),
            file.toString())
        .toArray(String[]::new);
  }

  /** Half of the columns are texts that no other row has, which a workbook keeps apart. */
  private static void write(Path file) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, false, true);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = workbook.createSheet("学校");
      Sheets.fill(sheet, java.util.List.of(Reading.HEADER));
      for (int i = 0; i < ROWS; i++) {
        Row row = sheet.createRow(i + 1);
        row.createCell(0).setCellValue("990101");
        row.createCell(1).setCellValue(String.valueOf(3_301_000_000L + i));
        row.createCell(2).setCellValue("第" + i + "小学");
        row.createCell(3).setCellValue(i / 4.0);
        row.createCell(4).setCellValue(i);
        row.createCell(6).setCellValue("是");
      }
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts the rows of a file. */
  static final class Rows {
    public static void main(String[] arguments) throws IOException {
      Path folder = Files.createTempDirectory("rows");
      long rows = new Reading(folder).count(Path.of(arguments[0]));
      System.out.println("rows " + rows);
      Files.delete(folder.resolve("pseudonym.key"));
      Files.delete(folder);
    }
  }
}
