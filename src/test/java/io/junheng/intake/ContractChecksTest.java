package io.junheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.intake.check.FileVerdict;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a contract can ask of cells and rows beyond their type. */
class ContractChecksTest {
  private static final String SCHOOL =
      """
      contract: school
      title: {zh: 学校, en: Schools}
      grain: {zh: 每所学校一行, en: one row for each school}
      period_type: school_year
      key: [school_code]
      max_rejected_share: 1
      max_rejected_rows: 8
      absence: {blank: [/, 无], refused: ['-1', '999', '0000-00-00']}
      columns:
        - {name: county_code, type: text, required: true, codes: areas, title: {zh: 区县代码, en: County}}
        - {name: school_code, type: text, required: true, title: {zh: 学校代码, en: School}}
        - {name: kind, type: text, codes: kind, title: {zh: 类别, en: Kind}}
        - {name: credit_code, type: text, check: cn_credit_code, title: {zh: 统一社会信用代码, en: Credit code}}
        - {name: opened, type: date, title: {zh: 开办日期, en: Opened}}
        - {name: funds_yuan, type: decimal, decimals: 2, range: [0, 1000000], units: {万元: 10000, 元: 1}, title: {zh: 经费, en: Funds}}
        - {name: rooms, type: integer, range: [0, 2000], title: {zh: 教室数, en: Rooms}, absence: {blank: ['-1']}}
        - {name: music_rooms, type: integer, title: {zh: 音乐教室数, en: Music rooms}}
      checks:
        - {id: S-1, level: row, require: music_rooms <= rooms, message: {zh: 音乐教室多于教室, en: More music rooms than rooms}}
        - {id: S-2, level: warning, require: music_rooms > 0, refuse_above: {rows: 2}, message: {zh: 无音乐教室, en: No music room}}
        - {id: S-3, level: row, require: rooms < 100, refuse_above: {share: 0.5}, message: {zh: 教室过多, en: Too many rooms}}
      """;
  private static final String KINDS =
      """
      codes:
        - list: kind
          title: {zh: 类别, en: Kind}
          values:
            - {code: none, title: {zh: 无, en: None}}
            - {code: village, title: {zh: 村小, en: Village school}, valid_to: '2019-08-31', successors: [point]}
            - {code: point, title: {zh: 教学点, en: Teaching point}, valid_from: '2019-09-01'}
      """;
  private static final String PUPIL =
      """
      contract: pupil
      title: {zh: 学生, en: Pupils}
      grain: {zh: 每名学生一行, en: one row for each pupil}
      period_type: school_year
      key: [pupil_key]
      max_rejected_share: 1
      columns:
        - {name: county_code, type: text, required: true, codes: areas, title: {zh: 区县代码, en: County}}
        - {name: id_number, type: text, required: true, check: cn_resident_id, personal: direct, becomes: pupil_key, title: {zh: 证件号, en: Identity number}}
        - {name: school_code, type: text, required: true, references: LEVEL, title: {zh: 学校代码, en: School}}
      """;
  private static final String HEADER =
      "county_code,school_code,kind,credit_code,opened,funds_yuan,rooms,music_rooms\n";

  @TempDir Path folder;
  private ConfDelivery delivery;

  @BeforeEach
  void writeConf() {
    delivery =
        ConfDelivery.withCounty(folder)
            .conf("codes/kind.yaml", KINDS)
            .conf("contracts/school.yaml", SCHOOL)
            .conf("contracts/pupil.yaml", PUPIL.replace("LEVEL", "school"));
  }

  private ConfDelivery schools(String rows) {
    return delivery.file("202310/990101/school.csv", HEADER + rows);
  }

  @Test
  void anAbsenceIsMappedOrRefusedAsTheContractSays() {
    schools(
        """
        990101,A,无,/,/,无,-1,
        990101,B,none,,0000-00-00,,5,1
        990101,C,,999,2000-01-01,-1,999,999
        """);
    assertThat(delivery.accepted("school", "school_code", "kind", "opened", "rooms"))
        .containsExactly("A none null null");
    assertThat(delivery.rejected("school"))
        .containsExactly(
            "3 opened hidden_absence: A word or number that hides an absence; leave the cell empty",
            "4 - S-3: Too many rooms",
            "4 credit_code hidden_absence: A word or number that hides an absence; leave the cell empty",
            "4 funds_yuan hidden_absence: A word or number that hides an absence; leave the cell empty",
            "4 music_rooms hidden_absence: A word or number that hides an absence; leave the cell empty");
  }

  @Test
  void aNumberIsConvertedFromDeclaredUnitsOnly() {
    schools(
        """
        990101,A,,,,12.5万元,,
        990101,B,,,,300 元,,
        990101,C,,,,0.00001万元,,
        990101,D,,,,12万,,
        990101,E,,,,101万元,,
        990101,F,,,,1.000万元,,
        990101,G,,,,18.87亿万元,,
        """);
    assertThat(delivery.accepted("school", "school_code", "funds_yuan"))
        .containsExactly("A 125000.00", "B 300.00", "C 0.10", "F 10000.00");
    assertThat(delivery.rejected("school"))
        .containsExactly(
            "5 funds_yuan not_decimal: Not a number",
            "6 funds_yuan out_of_range: Not between 0 and 1000000",
            "8 funds_yuan two_magnitudes: Two magnitudes in one unit, such as 亿万元; confirm and"
                + " write one of them");
  }

  @Test
  void theCheckCharacterOfACreditCodeFits() {
    schools(
        """
        990101,A,,91350100M000100Y43,,,,
        990101,B,,91350100M000100Y44,,,,
        990101,C,,91350100M000100Y4,,,,
        990101,D,,91350100I000100Y43,,,,
        """);
    assertThat(delivery.rejected("school"))
        .containsExactly(
            "3 credit_code check_digit: The check digit does not fit (GB 32100)",
            "4 credit_code check_digit: The check digit does not fit (GB 32100)",
            "5 credit_code check_digit: The check digit does not fit (GB 32100)");
  }

  @Test
  void aResidentIdHoldsADayThatExists() {
    schools("990101,A,,,,,,\n");
    delivery.file(
        "202310/990101/pupil.csv",
        "county_code,id_number,school_code\n"
            + "990101,%s,A\n990101,%s,A\n990101,%s,A\n"
                .formatted(
                    PeopleForTests.id("20120229", 1),
                    PeopleForTests.id("20130229", 2),
                    PeopleForTests.id("20121301", 3)));
    assertThat(delivery.rejected("pupil"))
        .containsExactly(
            "3 id_number check_digit: The check digit does not fit (GB 11643)",
            "4 id_number check_digit: The check digit does not fit (GB 11643)");
  }

  @Test
  void aCodeOutOfItsTimeIsAFindingWithTheRightCode() {
    schools(
        """
        990101,A,村小,,,,,
        990101,B,教学点,,,,,
        990103,C,,,,,,
        990104,D,,,,,,
        990105,E,,,,,,
        """);
    assertThat(delivery.rejected("school"))
        .containsExactly(
            "2 kind code_out_of_time: The code does not hold on 2023-09-01; use point instead",
            "4 county_code code_out_of_time: The code does not hold on 2023-09-01; use 990101, 990102 instead",
            "5 county_code code_out_of_time: The code does not hold on 2023-09-01; use 990102 instead",
            "6 county_code unknown_area: No area has this code on 2023-09-01");
  }

  @Test
  void aCodeThatIsYetToComeIsAnsweredWithItsPredecessor() {
    delivery.file(
        "201810/990101/school.csv", HEADER + "990104,A,,,,,,\n990101,B,teaching point,,,,,\n");
    assertThat(delivery.rejected("school"))
        .containsExactly(
            "2 county_code code_out_of_time: The code does not hold on 2018-09-01; use 990103 instead",
            "3 kind code_out_of_time: The code does not hold on 2018-09-01; use village instead");
  }

  @Test
  void thresholdsCountRowsOrTakeAShare() {
    schools("990101,A,,,,,5,0\n990101,B,,,,,5,0\n990101,C,,,,,100,1\n990101,D,,,,,100,1\n");
    assertThat(delivery.findings("school"))
        .containsExactly("S-2 warning 2: 2; 3", "S-3 row 2: 4; 5");
    assertThat(delivery.verdicts("school").get(0).isRefused()).isFalse();
    schools(
        "990101,A,,,,,5,0\n990101,B,,,,,5,0\n990101,C,,,,,100,0\n990101,D,,,,,100,1\n990101,E,,,,,100,1\n");
    FileVerdict verdict = delivery.verdicts("school").get(0);
    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings())
        .extracting(finding -> finding.message().en())
        .containsExactly(
            "No music room (3 rows, more than the 2 rows allowed)",
            "Too many rooms (3 rows, more than the 50 % allowed)");
  }

  @Test
  void aFileIsRefusedAboveANumberOfRowsSetAside() {
    schools("990101,%d,,,x,,,\n".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertThat(delivery.findings("school"))
        .containsExactly("not_date row 9: 2: x; 3: x; 4: x", "too_many_rejected refused 9: ");
    schools("990101,%d,,,x,,,\n".repeat(8).formatted(1, 2, 3, 4, 5, 6, 7, 8));
    assertThat(delivery.verdicts("school").get(0).isRefused()).isFalse();
  }

  @Test
  void allProblemsComeAtOnceByCauseWithTheFirstThreeRows() {
    String rows =
        Stream.iterate(1, i -> i + 1)
            .limit(300)
            .map(
                i ->
                    "990101,S%d,,,,,%d,%d\n"
                        .formatted(i, i % 50 == 0 ? 200 : 90, i % 70 == 0 ? 91 : 1))
            .collect(Collectors.joining());
    schools(
        rows + "990102,A,,,,,5,1\n990101,B,other,,,,5,1\n990101,C,,,,-5,5,1\n990101,D,,,x,,5,1\n");
    assertThat(delivery.findings("school"))
        .containsExactly(
            "S-1 row 4: 71; 141; 211",
            "S-3 row 6: 51; 101; 151",
            "foreign_area row 1: 302",
            "not_date row 1: 305: x",
            "out_of_range row 1: 304: -5",
            "too_many_rejected refused 14: ",
            "unknown_code row 1: 303: other");
    assertThat(delivery.rejected("school")).hasSize(14);
  }

  private ConfDelivery pupilsOfThreeSchools() {
    schools("990101,A,,,,,,\n990101,B,,,x,,,\n");
    delivery.file("202310/990102/school.csv", HEADER + "990102,C,,,,,,\n");
    return delivery.file(
        "202310/990101/pupil.csv",
        "county_code,id_number,school_code\n"
            + "990101,%s,A\n990101,%s,B\n990101,%s,C\n990101,%s,D\n990101,%s,A\n"
                .formatted(
                    PeopleForTests.id(1),
                    PeopleForTests.id(2),
                    PeopleForTests.id(3),
                    PeopleForTests.id(4),
                    PeopleForTests.id(5)));
  }

  @Test
  void aRowNamesASchoolOfItsOwnPeriodAndCounty() {
    pupilsOfThreeSchools();
    assertThat(delivery.rejected("pupil"))
        .containsExactly(
            "4 school_code unknown_reference: No row of the dataset school has this key in the same period and county",
            "5 school_code unknown_reference: No row of the dataset school has this key in the same period and county");
    assertThat(delivery.findings("pupil")).containsExactly("unknown_reference row 2: 4: C; 5: D");
  }

  @Test
  void aReferenceMayOnlyWarnOrRefuseTheFile() {
    pupilsOfThreeSchools()
        .conf("contracts/pupil.yaml", PUPIL.replace("LEVEL", "{contract: school, level: warning}"));
    assertThat(delivery.accepted("pupil", "school_code")).containsExactly("A", "B", "C", "D", "A");
    assertThat(delivery.findings("pupil"))
        .containsExactly("unknown_reference warning 2: 4: C; 5: D");
    delivery.conf(
        "contracts/pupil.yaml", PUPIL.replace("LEVEL", "{contract: school, level: file}"));
    assertThat(delivery.findings("pupil"))
        .containsExactly("unknown_reference refused 2: 4: C; 5: D");
    assertThat(delivery.verdicts("pupil").get(0).exitCode()).isEqualTo(1);
  }

  @Test
  void whereNoSchoolsAreKnownNothingIsRefusedButSaid() {
    delivery.file(
        "202310/990101/pupil.csv",
        "county_code,id_number,school_code\n990101,%s,A\n".formatted(PeopleForTests.id(1)));
    assertThat(delivery.rejected("pupil")).isEmpty();
    assertThat(delivery.findings("pupil")).containsExactly("reference_unchecked warning 1: ");
  }
}
