package io.junheng.intake;

import static io.junheng.intake.Contracts.FIGURE;
import static io.junheng.intake.Contracts.PUPIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.intake.check.FileVerdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that come in a zip, and files that speak for many counties. */
class ZippedTest {
  private static final String HEADER = "区县代码,学校代码,身份证号,姓名,出生日期,学段,性别,年级,身高,是否寄宿生\n";

  @TempDir Path folder;

  private static String pupil(int n, String county) {
    return HEADER
        + county
        + ",3301000001,"
        + PeopleForTests.id(n)
        + ",王小明,2012-03-01,primary,female,5,1.50,否\n";
  }

  private static byte[] zip(String... namesAndTexts) {
    return zip(StandardCharsets.UTF_8, namesAndTexts);
  }

  private static byte[] zip(Charset names, String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, names)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Test
  void itsEntriesStandForFilesInTheFolderInWhichItLies() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "province.zip",
                zip(
                    "202310/990101/pupil.csv", pupil(1, "990101"),
                    "202310/990101/pupil-2.csv", pupil(2, "990101"),
                    "__MACOSX/x", "x"))
            .file("202310/990102/all.zip", zip("pupil.csv", pupil(3, "990102")));
    assertThat(delivery.listing().findings()).isEmpty();
    assertThat(delivery.verdicts(PUPIL))
        .extracting(verdict -> verdict.file().delivered().name() + " " + verdict.rowsAccepted())
        .containsExactly(
            "202310/990102/all.zip!/pupil.csv 1",
            "province.zip!/202310/990101/pupil.csv 1",
            "province.zip!/202310/990101/pupil-2.csv 1");
  }

  @Test
  void whatIsUnsafeInItIsRefusedAndTheRestIsRead() {
    byte[] bytes =
        zip(
            "../../202310/990101/pupil.csv", "x",
            "/etc/pupil.csv", "x",
            "C:\\pupil.csv", "x",
            "202310/990101/more.zip", "x",
            "202310/990101/pupil-bomb.csv", " ".repeat(80 << 20),
            "202310/990101/pupil.csv", pupil(1, "990101"));
    Delivery delivery =
        new Delivery(folder)
            .file("all.zip", bytes)
            .file("cut.zip", Arrays.copyOf(bytes, bytes.length / 2))
            .file("none.zip", new byte[0]);
    assertThat(delivery.listing().findings())
        .extracting(finding -> finding.rule() + " " + finding.file())
        .containsExactly(
            "unsafe_name all.zip!/../../202310/990101/pupil.csv",
            "unsafe_name all.zip!//etc/pupil.csv",
            "unsafe_name all.zip!/C:/pupil.csv",
            "nested_zip all.zip!/202310/990101/more.zip",
            "bomb all.zip!/202310/990101/pupil-bomb.csv",
            "damaged_zip cut.zip",
            "damaged_zip none.zip");
    assertThat(delivery.listing().files()).hasSize(1);
  }

  @Test
  void namesMayBeWrittenAsChineseWindowsWritesThem() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "202310/990101/城关.zip",
                zip(
                    Charset.forName("GBK"),
                    "pupil-城关小学.csv",
                    pupil(1, "990101"),
                    "pupil-河东小学.csv",
                    pupil(2, "990101")));
    assertThat(delivery.listing().files())
        .extracting(file -> file.name())
        .containsExactly(
            "202310/990101/城关.zip!/pupil-城关小学.csv", "202310/990101/城关.zip!/pupil-河东小学.csv");
  }

  @Test
  void oneFileMaySpeakForManyCounties() {
    List<FileVerdict> verdicts =
        new Delivery(folder)
            .file("figures/a.csv", "年,学区,学校,学生数\n2023,A,1,10\n2023,B,1,20\n2022,B,1,30\n")
            .verdicts(FIGURE);
    assertThat(verdicts.get(0).areas())
        .extracting(area -> area.period() + " " + area.area() + " " + area.read())
        .containsExactly("202210 B 1", "202310 A 1", "202310 B 1");
  }
}
