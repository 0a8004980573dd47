package io.junheng.intake;

import static io.junheng.intake.Contracts.FIGURE;
import static io.junheng.intake.Contracts.PUPIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.FileFinding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From landing files to accepted rows and rows set aside. */
class IntakeTest {
  private static final String FILE = "202310/990101/pupil.csv";
  private static final String HEADER =
      "county_code,school_code,id_number,name,birth_date,stage,gender,grade,height_m,is_boarder\n";

  @TempDir Path folder;

  private Delivery pupils(String... rows) {
    return new Delivery(folder).file(FILE, HEADER + String.join("\n", rows) + "\n");
  }

  /** A faultless pupil, born on 1 March 2012. */
  private static String pupil(int n) {
    return pupil(n, "primary,female,5,1.50,否");
  }

  private static String pupil(int n, String rest) {
    return "990101,3301000001," + PeopleForTests.id(n) + ",王小明,2012-03-01," + rest;
  }

  @Test
  void typesEveryColumnByItsContract() {
    Delivery delivery =
        pupils(
            pupil(1, "小学,女,5,1.50,是"),
            pupil(2, "Primary,1,5.0,,N"),
            pupil(3, "JUNIOR,male,7,.6,false"));
    assertThat(
            delivery.accepted(
                PUPIL,
                "period",
                "county_code",
                "school_code",
                "birth_month",
                "stage",
                "gender",
                "grade",
                "height_m",
                "is_boarder",
                "_row"))
        .containsExactly(
            "202310 990101 3301000001 2012-03-01 primary female 5 1.50 true 2",
            "202310 990101 3301000001 2012-03-01 primary male 5 - false 3",
            "202310 990101 3301000001 2012-03-01 junior male 7 0.60 false 4");
    assertThat(delivery.rejected(PUPIL)).isEmpty();
  }

  @Test
  void silverHoldsTheColumnsOfTheContractAndWhereTheRowCameFrom() {
    assertThat(pupils(pupil(1)).acceptedRows(PUPIL).columns())
        .containsExactly(
            "school_code",
            "pupil_key",
            "birth_month",
            "stage",
            "gender",
            "grade",
            "height_m",
            "is_boarder",
            "period",
            "county_code",
            "_file_id",
            "_row");
  }

  @Test
  void aFaultlessFileIsAcceptedWithoutAWord() {
    FileVerdict verdict = pupils(pupil(1), pupil(2)).verdicts(PUPIL).get(0);
    assertThat(verdict.state()).isEqualTo(FileVerdict.State.ACCEPTED);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.rowsAccepted()).isEqualTo(2);
    assertThat(verdict.submissionId(verdict.areas().get(0))).startsWith("pupil-202310-990101-");
  }

  @Test
  void setsEachBrokenRuleAsideWithRowColumnAndWhatMayBeShown() {
    assertThat(
            pupils(
                    pupil(1, "primary,female,,1.50,是"),
                    pupil(2, "primary,female,five,1.50,是"),
                    pupil(3, "primary,female,13,1.50,是"),
                    pupil(4, "primary,female,5,1.505,是"),
                    pupil(5, "primary,female,5,\"1,500\",是"),
                    pupil(6, "primary,female,5,tall,是"),
                    pupil(7, "primary,female,5,1.50,maybe"),
                    pupil(8, "primary,other,5,1.50,是"),
                    pupil(9, "compulsive,female,5,1.50,是"),
                    pupil(10, "primary,female,5.5,1.50,是"),
                    pupil(11, "primary,female,5,123456789012345678901,是"),
                    pupil(12, "primary,fe\u0000male,5,1.50,是"),
                    pupil(13, "primary,female,5,1.50"),
                    pupil(14).replace("3301000001", "33010"),
                    pupil(15).replace("2012-03-01", "2012-02-30"),
                    pupil(16).replace("2012-03-01", "2012-03-02"),
                    pupil(17).replace("990101,", "990102,"),
                    pupil(18).replace("990101,", "990109,"),
                    pupil(1))
                .rejected(PUPIL))
        .containsExactly(
            "2 grade required -",
            "3 grade not_integer ••••(4)",
            "4 grade out_of_range 13",
            "5 height_m too_many_decimals 1.505",
            "6 height_m thousands_separator 1,500",
            "7 height_m not_decimal ••••(4)",
            "8 is_boarder not_boolean ••••(5)",
            "9 gender unknown_code ••••(5)",
            "10 stage unknown_code ••••(10)",
            "11 grade not_integer 5.5",
            "12 height_m too_many_digits ••••(21)",
            "13 gender unknown_code ••••(7)",
            "14 - field_count -",
            "15 school_code pattern 33010",
            "16 birth_date not_date ••••(10)",
            "17 - P-1 -",
            "18 county_code foreign_area -",
            "19 county_code unknown_area ••••(6)",
            "20 id_number duplicate_key -");
  }

  @Test
  void widthsAreUnifiedAndWhatIsNoValueIsNamed() {
    Delivery delivery =
        pupils(
            pupil(1, "ｐｒｉｍａｒｙ,女,５,１．５０,是"),
            pupil(2).replace("3301000001", "=\"3301000001\""),
            pupil(3, "primary,female,#REF!,1.50,是"),
            pupil(4, "primary,female,=SUM(A1),1.50,是"),
            pupil(5).replace("王小明", "无"),
            pupil(6).replace("王小明", "长".repeat(40_000)));
    assertThat(delivery.accepted(PUPIL, "school_code", "stage", "grade", "height_m", "_row"))
        .containsExactly("3301000001 primary 5 1.50 2", "3301000001 primary 5 1.50 3");
    assertThat(delivery.rejected(PUPIL))
        .containsExactly(
            "4 grade formula_error ••••(5)",
            "5 grade formula ••••(8)",
            "6 name absent_word ••••(1)",
            "7 name too_long ••••(40000)");
  }

  @Test
  void tellsBothLanguagesWhatIsWrong() {
    Row row = pupils(pupil(1, "primary,female,13,1.50,是")).rejectedRows(PUPIL).head();
    assertThat(row.<String>getAs("message_zh")).isEqualTo("不在1至12之间");
    assertThat(row.<String>getAs("message_en")).isEqualTo("Not between 1 and 12");
    assertThat(row.<String>getAs("row_key")).hasSize(26);
  }

  @Test
  void aConditionThatCannotBeWorkedOutCountsAsKept() {
    // P-2 divides by zero in grade 12, under the session's strict rules an error.
    assertThat(pupils(pupil(1, "primary,female,12,1.50,是")).rejected(PUPIL)).isEmpty();
  }

  @Test
  void aWarningKeepsTheRow() {
    Delivery delivery =
        pupils(pupil(1, "primary,female,5,0.9,否"), pupil(2, "primary,female,5,1.2,否"));
    FileVerdict verdict = delivery.verdicts(PUPIL).get(0);
    assertThat(verdict.state()).isEqualTo(FileVerdict.State.ACCEPTED_WITH_WARNINGS);
    assertThat(verdict.findings()).singleElement().satisfies(this::isTheWarning);
    assertThat(verdict.rowsAccepted()).isEqualTo(2);
    assertThat(delivery.rejected(PUPIL)).isEmpty();
  }

  private void isTheWarning(FileFinding finding) {
    assertThat(finding.rule()).isEqualTo("P-3");
    assertThat(finding.failed()).isEqualTo(1);
    assertThat(finding.examples()).containsExactly("2");
  }

  @Test
  void aFileIsRefusedWhereItsConditionDoesNotHold() {
    FileVerdict verdict =
        pupils(pupil(1, "primary,female,5,1.2,是"), pupil(2, "primary,female,5,1.2,1"), pupil(3))
            .verdicts(PUPIL)
            .get(0);
    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings()).extracting(FileFinding::rule).containsExactly("P-4");
    assertThat(verdict.rowsAccepted()).isZero();
  }

  @Test
  void aFileIsRefusedWhereTooManyRowsAreSetAside() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "figures/a.csv",
                "year,district_id,school_id,pupils\n2015,D1,S1,x\n2015,D1,S2,y\n2015,D1,S3,3\n");
    FileVerdict verdict = delivery.verdicts(FIGURE).get(0);
    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.findings())
        .filteredOn(finding -> finding.rule().equals("too_many_rejected"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message().en())
                    .isEqualTo("2 of 3 rows were set aside, more than the 50 % allowed"));
  }

  @Test
  void takesPeriodAndAreaFromRowsWhereTheContractSaysSo() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "figures/a.csv",
                """
                year,district_id,school_id,pupils
                2015,D1,S1,3
                2016,D1,S1,4
                2016,D1,S1,5
                2016,,S2,6
                12016,D2,S3,7
                2016,D2,S4,8
                2016,D2,S5,8
                """);
    assertThat(delivery.accepted(FIGURE, "period", "county_code", "school_id", "pupils"))
        .containsExactly("201510 D1 S1 3", "201610 D1 S1 4", "201610 D2 S4 8", "201610 D2 S5 8");
    assertThat(delivery.rejected(FIGURE))
        .containsExactly(
            "4 - duplicate_key -", "5 district_id missing_area -", "6 year bad_period -");
    FileVerdict verdict = delivery.verdicts(FIGURE).get(0);
    assertThat(verdict.rowsRead()).isEqualTo(7);
    assertThat(verdict.areas())
        .extracting(
            rows -> rows.period() + " " + rows.area() + " " + rows.read() + " " + rows.rejected())
        .containsExactly("201510 D1 1 0", "201610 D1 2 1", "201610 D2 2 0");
  }

  @Test
  void rowsWithoutAPlaceStandUnderTheFirstOfTheirFile() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "figures/a.csv",
                "year,district_id,school_id,pupils\n12016,D2,S3,7\n2016,D2,S4,8\n2016,D3,S5,8\n");
    Row row = delivery.rejectedRows(FIGURE).head();
    assertThat(row.<Integer>getAs("period")).isEqualTo(201610);
    assertThat(row.<String>getAs("submission_id")).startsWith("figure-201610-D2-");
  }

  @Test
  void aKeyMayStandInOnlyOneFileOfADelivery() {
    Delivery delivery =
        new Delivery(folder)
            .file("202310/990101/pupil-1.csv", HEADER + pupil(1) + "\n" + pupil(2) + "\n")
            .file("202310/990101/pupil-2.csv", HEADER + pupil(3) + "\n" + pupil(2) + "\n")
            .file("202410/990101/pupil-1.csv", HEADER + pupil(1) + "\n");
    List<Row> rejected = delivery.rejectedRows(PUPIL).collectAsList();
    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).<String>getAs("file_name")).isEqualTo("202310/990101/pupil-2.csv");
    assertThat(rejected.get(0).<String>getAs("message_en"))
        .isEqualTo("Has the same key as row 3 of 202310/990101/pupil-1.csv");
  }

  @Test
  void aDeliveryIsTakenWithAllItsFilesOrNotAtAll() {
    Delivery delivery =
        new Delivery(folder)
            .file("202310/990101/pupil-1.csv", HEADER + pupil(1, "primary,female,5,1.2,否") + "\n")
            .file("202310/990101/pupil-2.csv", "");
    assertThat(delivery.verdicts(PUPIL)).allMatch(FileVerdict::isRefused);
    assertThat(delivery.verdicts(PUPIL)).extracting(FileVerdict::exitCode).containsExactly(1, 3);
  }

  @Test
  void aSplitOfTheInputIntoMoreFilesChangesNoRow() {
    String[] rows = new String[40];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = pupil(i % 37, i % 5 == 0 ? "primary,female,99,1.2,否" : "primary,female,5,1.2,否");
    }
    Delivery whole = pupils(rows);
    Delivery split = new Delivery(folder.resolve("split"));
    for (int part = 0; part < 4; part++) {
      List<String> some = List.of(rows).subList(part * 10, part * 10 + 10);
      split.file("202310/990101/pupil-" + part + ".csv", HEADER + String.join("\n", some));
    }
    String[] columns = {"school_code", "birth_month", "stage", "grade", "height_m"};
    assertThat(split.accepted(PUPIL, columns))
        .containsExactlyInAnyOrderElementsOf(whole.accepted(PUPIL, columns));
    assertThat(split.rejectedRows(PUPIL).count()).isEqualTo(whole.rejectedRows(PUPIL).count());
  }

  @Test
  void theSameFilesGiveTheSameRowsAgain() {
    Delivery delivery = pupils(pupil(1), pupil(2), pupil(3, "primary,female,99,1.2,否"));
    assertThat(delivery.accepted(PUPIL, "pupil_key", "grade", "_row"))
        .isEqualTo(delivery.accepted(PUPIL, "pupil_key", "grade", "_row"))
        .hasSize(2);
  }

  @Test
  void theSummaryReadsOnceWithoutAShuffle() {
    String stages = pupils(pupil(1)).checked(PUPIL).summaries().toDebugString();
    assertThat(stages.split("DataSourceRDD", -1)).hasSize(2);
    assertThat(stages).doesNotContain("Shuffled");
  }

  @Test
  void rowsArriveInTheOrderInWhichSilverIsDivided() {
    Dataset<Row> accepted = pupils(pupil(1)).acceptedRows(PUPIL);
    Dataset<Row> sorted = accepted.sortWithinPartitions("period", "county_code");
    assertThat(sorted.queryExecution().executedPlan().toString()).doesNotContain("Sort [");
  }

  @Test
  void idsOfPeopleBecomeTheSamePseudonymEverywhereAndOthersUnderAnotherKey() {
    Delivery one =
        pupils(pupil(1), pupil(2)).file("202410/990101/pupil.csv", HEADER + pupil(1) + "\n");
    List<String> keys = one.accepted(PUPIL, "pupil_key");
    assertThat(keys).hasSize(3).allMatch(key -> key.matches("[a-z2-7]{26}"));
    assertThat(keys.get(0)).isEqualTo(keys.get(2)).isNotEqualTo(keys.get(1));
    Delivery other = new Delivery(folder.resolve("other")).file(FILE, HEADER + pupil(1) + "\n");
    assertThat(other.accepted(PUPIL, "pupil_key")).doesNotContainAnyElementsOf(keys);
  }

  @Test
  void anIdWithALowerCaseCheckLetterIsTheSamePerson() {
    int n = 0;
    while (!PeopleForTests.id(n).endsWith("X")) {
      n++;
    }
    assertThat(pupils(pupil(n), pupil(n).replace("X,", "x,")).rejected(PUPIL))
        .containsExactly("3 id_number duplicate_key -");
  }

  @Test
  void aGroupOfStagesIsAStageOnlyWhereFiguresAreReportedForAreas() {
    // Without measures per school, the contract may report for areas: groups and the total are
    // accepted.
    assertThat(
            pupils(pupil(1, "义务教育,female,5,1.2,否"), pupil(2, "_T,female,5,1.2,否"))
                .accepted(PUPIL, "stage"))
        .containsExactly("compulsory", "_T");
  }

  @Test
  void theRowNumberIsTheSpreadsheetsAndTheMessageNamesTheLine() {
    String quoted = pupil(1).replace("王小明", "\"王\r\n小\n明\"");
    Row row = pupils(quoted, "", pupil(2, "primary,female,99,1.2,否")).rejectedRows(PUPIL).head();
    assertThat(row.<Long>getAs("row_no")).isEqualTo(4);
    assertThat(row.<String>getAs("message_en"))
        .isEqualTo("Not between 1 and 12 (line 6 of the text)");
  }

  @Test
  void aCellOfTenMegabytesIsReadAndSetAside() {
    String name = "名".repeat(3_500_000);
    Delivery delivery =
        pupils(pupil(1).replace("王小明", name), pupil(2, "primary," + name + ",5,1.2,否"));
    assertThat(delivery.rejected(PUPIL))
        .containsExactly("2 name too_long ••••(3500000)", "3 gender too_long ••••(3500000)");
    assertThat(delivery.accepted(PUPIL, "_row")).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8RefuseTheFileAndNameThePlace() {
    byte[] gbk = (HEADER + pupil(1) + "\n990101,").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = java.util.Arrays.copyOf(gbk, gbk.length + 2);
    bytes[gbk.length] = (byte) 0xcd;
    bytes[gbk.length + 1] = (byte) 0xf5;
    FileVerdict verdict = new Delivery(folder).file(FILE, bytes).verdicts(PUPIL).get(0);
    assertThat(verdict.exitCode()).isEqualTo(3);
    assertThat(verdict.findings())
        .filteredOn(finding -> finding.rule().equals("broken_encoding"))
        .extracting(finding -> finding.message().en())
        .containsExactly(
            "Row 3, byte %d is not UTF-8 like the rest: encodings are mixed or the file is damaged; save it anew as UTF-8"
                .formatted(gbk.length));
  }
}
