package io.junheng.intake;

import static io.junheng.intake.Contracts.PUPIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.FileFinding;
import io.junheng.intake.format.Level;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the columns of a file are found, and what becomes of files that are not as they should be.
 */
class HeaderTest {
  private static final String FILE = "202310/990101/pupil.csv";
  private static final String ROW =
      "990101,3301000001," + PeopleForTests.id(1) + ",王小明,2012-03-01,primary,female,5,1.50,否";

  private static final String CHINESE = "区县代码,学校代码,身份证号,姓名,出生日期,学段,性别,年级,身高,是否寄宿生";

  @TempDir Path folder;

  private Delivery file(String text) {
    return new Delivery(folder).file(FILE, text);
  }

  private FileVerdict verdict(String text) {
    return file(text).verdicts(PUPIL).get(0);
  }

  private static List<String> lines(FileVerdict verdict, Level level) {
    return verdict.findings().stream()
        .filter(finding -> finding.level() == level)
        .map(finding -> finding.rule() + " " + finding.column())
        .toList();
  }

  @Test
  void headersAreAcceptedInBothLanguagesInAnyOrderCaseAndWidth() {
    Delivery delivery =
        new Delivery(folder)
            .file(FILE, "区县代码, 学校代码 ,身份证号,姓名,出生日期,学段,性别,年级,身高,是否寄宿生\n" + ROW)
            .file(
                "202310/990102/pupil.csv",
                "\ufeffIS_BOARDER,The name,THE COUNTY_CODE,\"School_Code\",身份证件号,birth_date,ＳＴＡＧＥ,gender,Grade,height_m\n"
                    + "否,王小明,990102,3301000001,"
                    + PeopleForTests.id(1)
                    + ",2012-03-01,primary,female,5,1.50\n");
    assertThat(
            delivery.accepted(
                PUPIL, "county_code", "school_code", "stage", "grade", "height_m", "is_boarder"))
        .containsExactly(
            "990101 3301000001 primary 5 1.50 false", "990102 3301000001 primary 5 1.50 false");
    assertThat(delivery.verdicts(PUPIL)).allMatch(verdict -> verdict.findings().isEmpty());
  }

  @Test
  void aMissingRequiredColumnRefusesTheFileAndNamesTheNearest() {
    FileVerdict verdict =
        verdict(
            "county_code,school_cod,id_number,name,birth_date,stage,gender,grade,height_m,is_boarder\n"
                + ROW);
    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.exitCode()).isEqualTo(3);
    assertThat(verdict.rowsRead()).isZero();
    assertThat(verdict.areas()).hasSize(1);
    assertThat(verdict.findings())
        .extracting(finding -> finding.message().en())
        .containsExactly("The header has no column '学校标识码 / school_code' (≈ 'school_cod'?)");
  }

  @Test
  void anUnknownColumnAndAMissingOptionalOneAreWarnings() {
    FileVerdict verdict =
        verdict(
            "county_code,school_code,id_number,name,birth_date,stage,gender,grade,shoe_size,is_boarder\n"
                + ROW);
    assertThat(verdict.state()).isEqualTo(FileVerdict.State.ACCEPTED_WITH_WARNINGS);
    assertThat(lines(verdict, Level.WARNING))
        .containsExactly("unknown_column shoe_size", "missing_column height_m");
  }

  @Test
  void aColumnThatStandsTwiceRefusesTheFile() {
    FileVerdict verdict =
        verdict(
            "county_code,school_code,id_number,身份证号,birth_date,stage,gender,grade,height_m,is_boarder\n"
                + ROW);
    assertThat(lines(verdict, Level.UNREADABLE)).containsExactly("duplicate_header id_number");
  }

  @Test
  void anEmptyFileIsRefusedAndOneWithOnlyAHeaderIsNot() {
    String header =
        "county_code,school_code,id_number,name,birth_date,stage,gender,grade,height_m,is_boarder";
    assertThat(lines(verdict(""), Level.UNREADABLE)).containsExactly("empty_file ");
    assertThat(lines(verdict("\ufeff\n\n"), Level.UNREADABLE)).containsExactly("empty_file ");
    FileVerdict headerOnly = verdict(header);
    assertThat(headerOnly.isRefused()).isFalse();
    assertThat(lines(headerOnly, Level.WARNING)).containsExactly("no_rows ");
  }

  @Test
  void lineEndsOfAnySystemAndBlankRowsAtTheEndAreRead() {
    String header =
        "county_code,school_code,id_number,name,birth_date,stage,gender,grade,height_m,is_boarder";
    FileVerdict verdict = verdict(header + "\r\n" + ROW + "\r\n\r\n,,,,,,,,,\r\n");
    assertThat(verdict.rowsRead()).isEqualTo(1);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict(header + "\n" + ROW).rowsRead()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ',', UTF-8",
    "GBK, ',', GB18030",
    "GB18030, ';', GB18030",
    "UTF-16LE, '\t', UTF-16LE",
    "UTF-16, '|', UTF-16BE",
    "UTF-8, '\t', UTF-8",
  })
  void encodingAndDelimiterAreFoundOutAndTold(String charset, String delimiter, String told) {
    String text = (CHINESE + "\n" + ROW).replace(",", delimiter);
    byte[] bytes = text.getBytes(Charset.forName(charset));
    FileVerdict verdict = new Delivery(folder).file(FILE, bytes).verdicts(PUPIL).get(0);
    assertThat(verdict.state()).isEqualTo(FileVerdict.State.ACCEPTED);
    assertThat(verdict.rowsAccepted()).isEqualTo(1);
    assertThat(verdict.encoding()).isEqualTo(told);
    boolean isPlain = told.equals("UTF-8") && delimiter.equals(",");
    assertThat(lines(verdict, Level.NOTE)).hasSize(isPlain ? 0 : 1);
  }

  @Test
  void anotherEncodingInTheMiddleRefusesTheFile() {
    byte[] start = (CHINESE + "\n" + ROW + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] end = ROW.getBytes(Charset.forName("GBK"));
    byte[] both = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, both, start.length, end.length);
    FileVerdict verdict = new Delivery(folder).file(FILE, both).verdicts(PUPIL).get(0);
    assertThat(lines(verdict, Level.UNREADABLE)).containsExactly("broken_encoding ");
    assertThat(verdict.findings().get(0).message().en()).startsWith("Row ").contains("UTF-8");
  }

  @Test
  void titlesAboveTheHeaderAndTotalsBelowTheRowsAreNoRows() {
    FileVerdict verdict =
        verdict(
            "2023 学年学生花名册,,,,,,,,,\n填报单位:甲区,,,,,,,,,\n\n"
                + CHINESE
                + "\n"
                + ROW
                + "\n合 计,1,,,,,,,,\n");
    assertThat(verdict.rowsAccepted()).isEqualTo(1);
    assertThat(lines(verdict, Level.NOTE)).containsExactly("header_below ");
    assertThat(lines(verdict, Level.WARNING)).containsExactly("totals_row ");
    assertThat(verdict.findings().get(1).examples()).containsExactly("6");
  }

  @Test
  void headersOfTwoRowsWithMergedCellsAreJoined() {
    FileVerdict verdict =
        verdict("区县代码,学校,*身份证号,基本情况,,,,,身高,是否寄宿生\n,代码,,姓名,出生日期,学段,性别,年级(必填),,\n" + ROW);
    assertThat(verdict.rowsAccepted()).isEqualTo(1);
    assertThat(lines(verdict, Level.NOTE)).containsExactly("header_below ");
    assertThat(lines(verdict, Level.WARNING)).isEmpty();
  }

  @Test
  void everyFileOfTheLandingFolderIsTakenOrTold() {
    Delivery delivery =
        new Delivery(folder)
            .file(FILE, "x")
            .file("202310/990101/pupil-2.csv", "x")
            .file("202310/990101/teachers.csv", "x")
            .file("202310/990101/pupil.docx", "x")
            .file("202310/123456/pupil.csv", "x")
            .file("202310/990109/pupil.csv", "x")
            .file("202300/990101/pupil.csv", "x")
            .file("autumn/990101/pupil.csv", "x")
            .file("figures/a.csv", "x")
            .file("note.txt", "x")
            .file(".git/config", "x")
            .file("202310/990101/.pupil.csv.swp", "x")
            .file("202310/990101/pupil.csv.tmp", "x");
    assertThat(delivery.listing().files())
        .extracting(file -> file.dataset() + " " + file.name())
        .containsExactly(
            "pupil 202310/990101/pupil-2.csv",
            "pupil 202310/990101/pupil.csv",
            "figure figures/a.csv");
    assertThat(delivery.listing().findings())
        .extracting(finding -> finding.rule() + " " + finding.file())
        .containsExactlyInAnyOrder(
            "unknown_dataset 202310/990101/teachers.csv",
            "unknown_format 202310/990101/pupil.docx",
            "unknown_county 202310/123456/pupil.csv",
            "unknown_county 202310/990109/pupil.csv",
            "unknown_period 202300/990101/pupil.csv",
            "unknown_period autumn/990101/pupil.csv",
            "stray_file note.txt");
  }

  @Test
  void findingsNameTheirScope() {
    FileFinding finding = verdict("").findings().get(0);
    assertThat(finding.scope()).isEqualTo(FILE);
  }
}
