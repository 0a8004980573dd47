package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.table.Finding;
import io.junheng.table.RejectedRow;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** References and set checks of the shipped contracts, from landing files to findings. */
@ExtendWith(SharedSpark.class)
class SetFindingsTest {
  private static final String SCHOOL =
      "county_code,school_code,school_name,school_type,urban_rural,ownership,located_in,run_by,is_boarding,declared_pupils\n";
  private static final String STUDENT =
      "county_code,school_code,id_number,student_name,birth_date,gender,stage,grade,class_no,is_migrant,is_suspended\n";
  private static final String TEACHER =
      "county_code,school_code,id_number,teacher_name,gender,stage,is_full_time,degree,subject,backbone_level,title_level,has_certificate,training_hours_5y,is_rotation_eligible,is_rotated\n";
  private static final String ASSIGNMENT =
      "county_code,id_number,school_code,stage,subject,share,kind\n";
  private static final String FORM =
      "county_code,school_code,stage,pupils,entrants,expected_graduates,classes,full_time_teachers\n";
  private static final String NAME = "欧阳金丝雀";
  private static final Period PERIOD = Period.parse("202310");
  private static final String CANARY = id("19800101", 7);

  private static Path folder;
  private static SparkSession spark;
  private static List<String> first;
  private static List<String> second;
  private static List<String> third;
  private static List<String> retracted;
  private static String everything;

  /** Each test has counties and people of its own, so that one lake and three intakes serve all. */
  @BeforeAll
  static void takeInThenTakeInCorrections(SparkSession session, @TempDir Path temporary)
      throws IOException {
    spark = session;
    folder = temporary;
    deliverYears();
    deliverStatistics();
    deliverEntrants();
    deliverForms();
    deliverTeachers();
    deliverPeopleOfTwoCounties();
    deliverAssignments();
    deliver("202310/990105/school.csv", SCHOOL + school("990105", "9901050001", 1));
    first = findings(ingest());

    correctYears();
    correctPeopleOfTwoCounties();
    deliverUnknownReferences();
    Lake lake = ingest();
    second = findings(lake);
    everything =
        Stream.of(Finding.TABLE, RejectedRow.TABLE)
            .flatMap(table -> lake.small().read(table).stream())
            .map(Object::toString)
            .collect(Collectors.joining("\n"));

    deliver("202310/990502/teacher.csv", "无法识别\n1\n");
    third = findings(ingest());

    new RetractJob()
        .run(
            spark, request(), new RetractJob.Delivery("student", PERIOD, "990402"), Watcher.NOBODY);
    retracted = findings(lake);
  }

  private static String school(String county, String code, int declared) {
    return "%s,%s,学校%s,primary,rural,public,%s,county,否,%d\n"
        .formatted(county, code, code, county, declared);
  }

  private static String pupil(String county, String school, String id, String rest) {
    String day = id.substring(6, 10) + "-" + id.substring(10, 12) + "-" + id.substring(12, 14);
    return "%s,%s,%s,%s,%s,%s,否,否\n".formatted(county, school, id, NAME, day, rest);
  }

  private static String teacher(String county, String school, String id, String gender) {
    return "%s,%s,%s,%s,%s,primary,是,本科,语文,无,中级,是,360,否,否\n"
        .formatted(county, school, id, NAME, gender);
  }

  private static void deliver(String name, String text) throws IOException {
    Path file = folder.resolve("landing").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Lake ingest() {
    new IngestJob().run(spark, request(), Watcher.NOBODY);
    return new Lake(spark, request().lake());
  }

  private static JobRequest request() {
    return new JobRequest(
        ShippedConf.catalogue(),
        folder.resolve("lake").toString(),
        Optional.of(folder.resolve("landing").toString()),
        List.of(),
        folder.resolve("pseudonym.key").toString(),
        true,
        List.of("ingest"));
  }

  private static List<String> findings(Lake lake) {
    return lake.small().read(Finding.TABLE).stream()
        .filter(row -> !row.<String>getAs("rule").equals("missing_column"))
        .map(
            row ->
                "%s %s %s %s %s: %s"
                    .formatted(
                        row.getAs("period"),
                        row.getAs("county_code"),
                        row.getAs("rule"),
                        row.getAs("severity"),
                        row.getAs("failed"),
                        row.getAs("examples")))
        .sorted()
        .toList();
  }

  private static List<String> of(List<String> findings, String... counties) {
    return findings.stream()
        .filter(finding -> List.of(counties).contains(finding.split(" ")[1]))
        .toList();
  }

  private static String pupils(String birthday, String school, int from, int count) {
    return Stream.iterate(from, i -> i + 1)
        .limit(count)
        .map(i -> pupil(school.substring(0, 6), school, id(birthday, i), "女,primary,5,01"))
        .collect(Collectors.joining());
  }

  private static String id(String birthday, int n) {
    return TestPeople.id(birthday, n);
  }

  private static void deliverYears() throws IOException {
    deliver(
        "202210/990102/school.csv",
        SCHOOL + school("990102", "9901020001", 10) + school("990102", "9901020002", 3));
    deliver(
        "202210/990102/student.csv",
        STUDENT
            + pupils("20130301", "9901020001", 1, 10)
            + pupils("20130301", "9901020002", 11, 3));
    deliver(
        "202310/990102/school.csv",
        SCHOOL + school("990102", "9901020001", 115) + school("990102", "9901020002", 7));
    deliver(
        "202310/990102/student.csv",
        STUDENT
            + pupils("20130301", "9901020001", 1, 114)
            + pupils("20130301", "9901020002", 200, 3));
  }

  private static void correctYears() throws IOException {
    deliver(
        "202310/990102/school.csv",
        SCHOOL + school("990102", "9901020001", 114) + school("990102", "9901020002", 3));
  }

  @Test
  void aSchoolIsHeldAgainstWhatItDeclaresAndAgainstTheYearBefore() {
    assertThat(of(first, "990102"))
        .containsExactly(
            "202310 990102 P-201 warning 1: 9901020002: counted 3, declared 7",
            "202310 990102 P-203 warning 1: 9901020001: now 114, before 10");
    assertThat(of(second, "990102"))
        .containsExactly("202310 990102 P-203 warning 1: 9901020001: now 114, before 10");
  }

  private static void deliverStatistics() throws IOException {
    String header = "区县代码,统计项,学段,数值,计量单位,数据所属期,基期年份\n";
    deliver(
        "202310/990202/county_statistic.csv",
        header
            + "990202,public_budget_base_yuan,_T,1200000,元,2023,2023\n"
            + "990202,public_budget_yuan,_T,1300000,元,,\n");
    deliver(
        "202310/990203/county_statistic.csv",
        header + "990203,public_budget_base_yuan,_T,1100000,元,,2020\n");
  }

  /** A report of mid-2023 compares with 2023: its base is its own year. */
  @Test
  void aBaseYearThatIsTheFiguresOwnYearIsFound() {
    assertThat(of(first, "990202", "990203"))
        .containsExactly("202310 990202 C-201 warning 1: public_budget_base_yuan: late 1");
  }

  private static void deliverEntrants() throws IOException {
    String last =
        Stream.iterate(1, i -> i + 1)
            .limit(100)
            .map(i -> pupil("990302", "9903020001", id("20110301", i), "女,primary,6,01"))
            .collect(Collectors.joining());
    String first =
        Stream.iterate(1, i -> i + 1)
            .limit(69)
            .map(i -> pupil("990302", "9903020002", id("20110301", i), "女,junior,1,01"))
            .collect(Collectors.joining());
    String children =
        Stream.of("20170831", "20170901", "20171001", "20110815", "20110901", "20120101")
            .map(day -> pupil("990302", "9903020001", id(day, 1), "男,primary,1,01"))
            .collect(Collectors.joining());
    deliver("202210/990302/student.csv", STUDENT + last);
    deliver("202310/990302/student.csv", STUDENT + first + children);
  }

  @Test
  void entrantsAreHeldAgainstGraduatesAndTheirAge() {
    assertThat(of(first, "990302"))
        .containsExactly(
            "202210 990302 reference_unchecked warning 1: ",
            "202310 990302 P-202 warning 1: entrants 69, graduates 100",
            "202310 990302 P-204 warning 1: 9903020001|primary: entrants 6, other_ages 3",
            "202310 990302 reference_unchecked warning 1: ");
  }

  private static void deliverForms() throws IOException {
    deliver(
        "202210/990402/school_statistic.csv",
        FORM + "990402,9904020001,primary,600,100,100,12,30\n");
    deliver(
        "202310/990402/school_statistic.csv",
        FORM
            + "990402,9904020001,primary,4,0,0,1,3\n"
            + "990402,9904020002,primary,2,1,0,1,1\n"
            + "990402,9904020003,junior,400,69,100,9,30\n"
            + "990402,9904020004,primary,7,1,0,1,0\n");
    deliver(
        "202310/990402/student.csv",
        STUDENT
            + pupils("20130302", "9904020001", 1, 4)
            + pupils("20130302", "9904020002", 5, 2)
            + pupil("990402", "9904020003", id("20110302", 1), "女,junior,2,01"));
    deliver(
        "202310/990402/teacher.csv",
        TEACHER
            + teacher("990402", "9904020001", id("19800301", 1), "男")
            + teacher("990402", "9904020001", id("19800301", 2), "女")
            + teacher("990402", "9904020002", id("19800301", 3), "女"));
  }

  @Test
  void recordsAreHeldAgainstTheSignedForm() {
    assertThat(of(first, "990402").stream().filter(finding -> finding.contains(" F-")))
        .containsExactly(
            "202310 990402 F-201 warning 2: 9904020003|junior: form 400, records 1; 9904020004|primary: form 7, records 0",
            "202310 990402 F-202 warning 3: 9904020002|primary: form 1, records 0; 9904020003|junior: form 69, records 0; 9904020004|primary: form 1, records 0",
            "202310 990402 F-203 warning 2: 9904020001|primary: form 3, records 2; 9904020003|junior: form 30, records 0",
            "202310 990402 F-204 warning 1: entrants 69, graduates 100");
  }

  private static void deliverTeachers() throws IOException {
    for (int year : List.of(2022, 2023)) {
      String teachers =
          Stream.iterate(1, i -> i + 1)
              .limit(year == 2022 ? 24 : 3)
              .map(i -> teacher("990502", "9905020001", id("19800201", i), "女"))
              .collect(Collectors.joining());
      String steady = teacher("990502", "9905020002", id("19810201", 1), "女");
      deliver(year + "10/990502/teacher.csv", TEACHER + teachers + steady);
    }
    deliver(
        "202310/990503/teacher.csv",
        TEACHER
            + teacher("990503", "9905030001", id("19800201", 1), "男")
            + teacher("990503", "9905030001", id("19800201", 99), "男"));
  }

  @Test
  void theNumberOfTeachersDoesNotJump() {
    assertThat(of(first, "990502", "990503").stream().filter(finding -> finding.contains(" T-")))
        .containsExactly(
            "202310 990502 T-201 warning 1: 990502#2 = 990503#2",
            "202310 990502 T-202 warning 1: 990502#2 = 990503#2",
            "202310 990502 T-203 warning 1: 9905020001: now 3, before 24",
            "202310 990503 T-201 warning 1: 990502#2 = 990503#2",
            "202310 990503 T-202 warning 1: 990502#2 = 990503#2");
  }

  @Test
  void setsOfWhichADeliveryIsTakenBackAreLookedAtAnew() {
    assertThat(of(third, "990402")).anyMatch(finding -> finding.contains(" F-201 "));
    assertThat(of(retracted, "990402").stream().filter(finding -> finding.contains(" F-")))
        .containsExactly(
            "202310 990402 F-203 warning 2: 9904020001|primary: form 3, records 2; 9904020003|junior: form 30, records 0",
            "202310 990402 F-204 warning 1: entrants 69, graduates 100");
    assertThat(of(retracted, "990502")).isEqualTo(of(third, "990502"));
  }

  @Test
  void aFindingThatStandsSaysSinceWhen() {
    Lake lake = new Lake(spark, request().lake());
    List<Row> standing = lake.small().read(Finding.TABLE, List.of(PERIOD));
    SetFindings later =
        new SetFindings(
            ShippedConf.catalogue(),
            lake,
            new TreeMap<>(Map.of(PERIOD, List.of("990102"))),
            Set.of("student"),
            "later",
            LocalDate.of(2099, 1, 1));
    Predicate<Row> isRise = row -> row.getString(Finding.RULE.ordinal()).equals("P-203");
    Row before = standing.stream().filter(isRise).findFirst().orElseThrow();
    assertThat(later.renewed(standing, standing).stream().filter(isRise))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getString(Finding.RUN_ID.ordinal())).isEqualTo("later");
              assertThat(row.get(Finding.FIRST_SEEN.ordinal()))
                  .isEqualTo(before.get(Finding.FIRST_SEEN.ordinal()));
            });
  }

  @Test
  void whatWasFoundOfRowsThatStandIsKeptWhenTheirCorrectionIsRefused() {
    assertThat(of(third, "990502"))
        .contains("202310 990502 T-203 warning 1: 9905020001: now 3, before 24")
        .anyMatch(finding -> finding.contains(" missing_header "));
  }

  private static void deliverPeopleOfTwoCounties() throws IOException {
    for (String county : List.of("990204", "990205")) {
      deliver("202310/" + county + "/school.csv", SCHOOL + school(county, county + "0001", 2));
    }
    deliver("202310/990204/student.csv", STUDENT + pupils("20130303", "9902040001", 1, 2));
    deliver(
        "202310/990205/student.csv",
        STUDENT
            + pupils("20130303", "9902050001", 3, 1)
            + pupil("990205", "9902050001", id("20130303", 2), "男,primary,5,01"));
  }

  private static void correctPeopleOfTwoCounties() throws IOException {
    deliver("202310/990205/student.csv", STUDENT + pupils("20130303", "9902050001", 3, 2));
  }

  @Test
  void aPersonOfTwoCountiesIsToldToBothAndNamedToNone() {
    assertThat(of(first, "990204", "990205"))
        .containsExactly(
            "202310 990204 P-211 warning 1: 990204#3 = 990205#3",
            "202310 990204 P-212 warning 1: 990204#3 = 990205#3",
            "202310 990205 P-211 warning 1: 990204#3 = 990205#3",
            "202310 990205 P-212 warning 1: 990204#3 = 990205#3");
    assertThat(of(second, "990204", "990205")).isEmpty();
  }

  private static void deliverAssignments() throws IOException {
    deliver(
        "202310/990104/school.csv",
        SCHOOL + school("990104", "9901040001", 2) + school("990104", "9901040002", 2));
    String one = id("19800401", 1);
    String two = id("19800401", 2);
    String three = id("19800401", 3);
    deliver(
        "202310/990104/teacher_assignment.csv",
        ASSIGNMENT
            + "990104,%s,9901040001,primary,语文,0.5,本校\n".formatted(one)
            + "990104,%s,9901040001,primary,数学,0.3,本校\n".formatted(one)
            + "990104,%s,9901040002,primary,语文,0.2,走教\n".formatted(one)
            + "990104,%s,9901040001,primary,语文,0.5,本校\n".formatted(two)
            + "990104,%s,9901040002,primary,语文,0.5,本校\n".formatted(two)
            + "990104,%s,9901040001,primary,语文,0.8,教共体\n".formatted(three)
            + "990104,%s,9901040002,primary,语文,0.8,交流\n".formatted(three));
  }

  @Test
  void aTeacherHasOneMainSchoolAndMayTravel() {
    assertThat(of(first, "990104"))
        .containsExactly(
            "202310 990104 A-201 warning 1: 990104#5 = 990104#6",
            "202310 990104 A-202 warning 1: 990104#7 = 990104#8");
  }

  /** To schools that came with the intake before. */
  private static void deliverUnknownReferences() throws IOException {
    deliver(
        "202310/990105/teacher.csv",
        TEACHER
            + teacher("990105", "9901050001", id("19800101", 1), "男")
            + teacher("990105", "9901050009", CANARY, "男")
            + teacher("990105", NAME, CANARY.replaceAll(".$", "?"), "/")
            + teacher("990105", CANARY, "-1", "女")
            + teacher("990181", "无", CANARY, "0000-00-00")
            + Stream.iterate(10, i -> i + 1)
                .limit(90)
                .map(i -> teacher("990105", "9901050001", id("19800101", i), "男"))
                .collect(Collectors.joining()));
  }

  @Test
  void rowsMayReferToSchoolsThatCameEarlierAndNobodyIsNamed() {
    assertThat(of(second, "990105"))
        .contains("202310 990105 unknown_reference row 1: 3: ••••(10)")
        .anyMatch(finding -> finding.contains("hidden_absence row 1: 5: ••••(2)"));
    assertThat(everything).contains("unknown_reference");
    for (String told : List.of(NAME, CANARY, CANARY.substring(0, 17), "19800101")) {
      assertThat(everything).doesNotContain(told);
    }
  }
}
