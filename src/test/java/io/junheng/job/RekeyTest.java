package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.junheng.definition.Catalogue;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.table.Submission;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pupil is followed over nine years through a change of keys; another key is refused before it
 * can break a link.
 */
@ExtendWith(SharedSpark.class)
class RekeyTest {
  private static final String HEADER = "区县代码,就读学校标识码,身份证件号,出生日期,性别,学段,年级,班级,是否随迁子女,是否休学\n";
  private static final String PUPIL = TestPeople.id("20120317", 7);
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();

  private static Path folder;
  private static SparkSession spark;
  private static Lake lake;
  private static Map<Integer, String> before;
  private static Map<Integer, String> after;
  private static List<String> othersBefore;
  private static List<String> othersAfter;
  private static JobException refusedAfter;
  private static List<Path> hashesBefore;
  private static List<Path> hashesAfter;

  @BeforeAll
  static void changeKeys(SparkSession session, @TempDir Path temporary) throws IOException {
    spark = session;
    folder = temporary;
    lake = new Lake(spark, folder.resolve("lake").toString());
    deliver("201310", "小学,1");
    deliver("202110", "初中,3");
    ingest("old");
    before = keys();
    othersBefore = rest();
    hashesBefore = hashes();
    new RekeyJob().run(spark, request("new"), Watcher.NOBODY);
    after = keys();
    othersAfter = rest();
    hashesAfter = hashes();
    refusedAfter = catchThrowableOfType(JobException.class, () -> ingest("old"));
  }

  @Test
  void allYearsGetTheNewKeyAndStayLinked() {
    assertThat(before).hasSize(2);
    assertThat(Set.copyOf(before.values())).hasSize(1);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(Set.copyOf(after.values())).hasSize(1).doesNotContainAnyElementsOf(before.values());
  }

  @Test
  void noHashOfAnOldPseudonymStays() {
    assertThat(hashesBefore).isNotEmpty();
    assertThat(hashesAfter).isEmpty();
  }

  private static List<Path> hashes() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("lake/ops/_hashes"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void nothingElseOfARowChanges() {
    assertThat(othersAfter).isEqualTo(othersBefore);
  }

  @Test
  void theKeyThatIsNotTheLakesIsRefusedWithBothIds() {
    assertThat(refusedAfter.outcome()).isEqualTo(Outcome.CONFIGURATION);
    assertThat(refusedAfter.text().en())
        .contains(keyIds())
        .contains("junheng rekey")
        .doesNotContain("0123456789abcdef");
  }

  @Test
  void laterYearsJoinUnderTheNewKey() throws IOException {
    deliver("202210", "普通高中,1");
    assertThat(ingest("new").outcome()).isEqualTo(Outcome.DONE);
    assertThat(Set.copyOf(keys().values())).isEqualTo(Set.copyOf(after.values()));
    assertThat(keyIds()).hasSize(1);
  }

  @Test
  void aChangeThatWasCutOffLetsNoIntakeIn() throws IOException {
    Path other = folder.resolve("cut");
    Lake cut = new Lake(spark, other.toString());
    List<Row> lines = lake.small().read(Submission.TABLE);
    Set<io.junheng.definition.Period> periods = new HashSet<>();
    lines.forEach(line -> periods.add(new io.junheng.definition.Period(line.getInt(1))));
    SubmissionRegister register = SubmissionRegister.of(lines);
    register.noteKey(Set.of("student"), "11111111" + LakeKey.BECOMES + "22222222");
    cut.replace(Submission.TABLE, periods, register.touchedLines());

    assertThatThrownBy(() -> new IngestJob().run(spark, in(cut, "new"), Watcher.NOBODY))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("11111111→22222222");
  }

  private static void deliver(String period, String stageAndGrade) throws IOException {
    Path file = folder.resolve("landing").resolve(period).resolve("990102/student.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        HEADER + "990102,3399000001,%s,2012-03-17,女,%s,1班,否,否\n".formatted(PUPIL, stageAndGrade));
  }

  private static JobReport ingest(String key) throws IOException {
    return new IngestJob().run(spark, request(key), Watcher.NOBODY);
  }

  private static JobRequest request(String key) throws IOException {
    return in(lake, key);
  }

  private static JobRequest in(Lake lake, String key) throws IOException {
    String digits = key.equals("old") ? "0123456789abcdef" : "fedcba9876543210";
    Path file = Files.writeString(folder.resolve(key + ".key"), digits.repeat(4));
    return new JobRequest(
        CATALOGUE,
        lake.root(),
        Optional.of(folder.resolve("landing").toString()),
        List.of(),
        file.toString(),
        false,
        List.of("ingest"));
  }

  private static Map<Integer, String> keys() {
    Map<Integer, String> keys = new TreeMap<>();
    for (Row row : silver().select("period", "student_key").collectAsList()) {
      keys.put(row.getInt(0), row.getString(1));
    }
    return keys;
  }

  private static List<String> rest() {
    return silver().drop("student_key").collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static org.apache.spark.sql.Dataset<Row> silver() {
    return lake.read(SilverTable.of(CATALOGUE.contract("student")));
  }

  private static Set<String> keyIds() {
    return SubmissionRegister.load(lake.small()).keyIds();
  }
}
