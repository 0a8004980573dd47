package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.junheng.definition.Catalogue;
import io.junheng.definition.DatabaseSource;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.table.Submission;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A table of a database is delivered county by county, as if each had sent a Parquet file. */
@ExtendWith(SharedSpark.class)
class DatabaseIntakeTest {
  private static final Catalogue CATALOGUE = ShippedConf.catalogue();
  private static final String SECRET = "s3cret-of-the-register";

  private static EmbeddedPostgres postgres;
  private static Path folder;
  private static Lake lake;
  private static JobReport first;
  private static JobReport again;
  private static List<String> silver;
  private static List<String> silverAfterChange;
  private static List<String> submissions;
  private static long versions;

  @BeforeAll
  static void ingestTwiceAndAfterAChange(SparkSession spark, @TempDir Path temporary)
      throws IOException, SQLException {
    folder = temporary;
    postgres = EmbeddedPostgres.start();
    lake = new Lake(spark, folder.resolve("lake").toString());
    execute(
        "CREATE SCHEMA office",
        "CREATE TABLE office.survey (school_year int, county_code char(6), survey text,"
            + " respondent_group text, satisfied bigint, valid_answers int, mean_score numeric(4,2),"
            + " asked_on date)",
        "INSERT INTO office.survey VALUES"
            + " (202310, '990103', '社会认可度调查', '学生', 570, 594, 9.30, '2024-05-01'),"
            + " (202310, '990102', '社会认可度调查', '家长', 88, 94, 9.10, '2024-05-01'),"
            + " (202310, '990102', '社会认可度调查', '学生', 470, 594, 9.25, NULL),"
            + " (202310, '123456', '社会认可度调查', '学生', 1, 1, 9.00, NULL),"
            + " (NULL, '990102', '社会认可度调查', '教师', 1, 1, 9.00, NULL)",
        "CREATE USER reader PASSWORD '" + SECRET + "'",
        "GRANT USAGE ON SCHEMA office TO reader",
        "GRANT SELECT ON office.survey TO reader");
    first = ingest(spark, "reader");
    silver = silver();
    // The same rows, written anew in another order.
    execute(
        "CREATE TABLE office.copy AS SELECT * FROM office.survey ORDER BY satisfied",
        "DELETE FROM office.survey",
        "INSERT INTO office.survey SELECT * FROM office.copy");
    versions = lake.version(Submission.TABLE).orElseThrow();
    again = ingest(spark, "reader");
    versions = lake.version(Submission.TABLE).orElseThrow() - versions;
    execute("UPDATE office.survey SET satisfied = 571 WHERE county_code = '990103'");
    ingest(spark, "reader");
    silverAfterChange = silver();
    submissions =
        lake.small().read(Submission.TABLE).stream()
            .map(
                row ->
                    row.getString(Submission.FILE_NAME.ordinal())
                        + " "
                        + row.getString(Submission.STATE.ordinal()))
            .sorted()
            .toList();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void eachCountyOfTheTableIsADelivery() {
    assertThat(silver)
        .containsExactly("990102 parent 88", "990102 student 470", "990103 student 570");
    assertThat(submissions)
        .containsExactly(
            "database:202310/990102/survey.parquet accepted_with_warnings",
            "database:202310/990103/survey.parquet accepted_with_warnings",
            "database:202310/990103/survey.parquet superseded");
  }

  @Test
  void anAreaThatIsNoneIsToldAndTheRestLands() {
    assertThat(first.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(first.messages().toString()).contains("No area has the code '123456'");
  }

  @Test
  void theSameRowsInAnotherOrderChangeNothing() {
    assertThat(again.periods()).isEmpty();
    assertThat(versions).isZero();
  }

  @Test
  void aChangedCountyIsReplaced() {
    assertThat(silverAfterChange)
        .containsExactly("990102 parent 88", "990102 student 470", "990103 student 571");
  }

  @Test
  void whoMayNotEnterIsToldAndThePasswordIsShownNowhere(SparkSession spark) throws IOException {
    JobException refused =
        catchThrowableOfType(JobException.class, () -> ingest(spark, "stranger"));

    assertThat(refused.outcome()).isEqualTo(Outcome.INPUT);
    assertThat(refused.text().en())
        .contains("The database jdbc:postgresql://127.0.0.1:", "SQLSTATE 28000")
        .doesNotContain(SECRET);
    try (var files = Files.walk(folder.resolve("lake"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(SECRET);
      }
    }
  }

  private static JobReport ingest(SparkSession spark, String name) throws IOException {
    Path user = Files.writeString(folder.resolve("user"), name + "\n");
    Path secret = Files.writeString(folder.resolve("password"), SECRET + "\n");
    DatabaseSource source =
        new DatabaseSource(
            "survey",
            "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
            "file:" + user,
            "file:" + secret,
            new DatabaseSource.Table("office.survey"),
            Optional.of("school_year"),
            Optional.of("county_code"),
            2);
    JobRequest request =
        new JobRequest(
            CATALOGUE,
            lake.root(),
            Optional.empty(),
            List.of(),
            folder.resolve("pseudonym.key").toString(),
            true,
            List.of("ingest"));
    return new IngestJob().run(spark, request.with(List.of(source)), Watcher.NOBODY);
  }

  private static List<String> silver() {
    return lake
        .read(SilverTable.of(CATALOGUE.contract("survey")))
        .selectExpr("concat_ws(' ', county_code, respondent_group, satisfied)")
        .as(org.apache.spark.sql.Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
