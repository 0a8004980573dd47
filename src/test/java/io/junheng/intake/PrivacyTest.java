package io.junheng.intake;

import static io.junheng.intake.Contracts.PUPIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.check.FileVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that tells who a person is gets past the reader, however broken the row is. */
class PrivacyTest {
  private static final String HEADER =
      "county_code,school_code,id_number,name,birth_date,stage,gender,grade,height_m,is_boarder\n";
  private static final String ID = PeopleForTests.id("20120317", 7);
  private static final String NAME = "欧阳金丝雀";
  private static final List<String> CANARIES =
      List.of(ID, ID.substring(0, 17), NAME, "2012-03-17", "20120317", "2012/3/17");

  @TempDir Path folder;

  /** Each way in which a row can be wrong, with the same person in it. */
  private static List<String> brokenRows() {
    String good = "990101,3301000001," + ID + "," + NAME + ",2012-03-17,primary,female,5,1.50,否";
    return List.of(
        good,
        good,
        good.replace("990101,", "990102,"),
        good.replace(ID, ID.substring(0, 17) + "?"),
        good.replace(ID, ID.substring(0, 17)),
        good.replace(ID, ""),
        good.replace("2012-03-17", "20120317x"),
        good.replace("2012-03-17", "2012/3/17 "),
        good.replace("2012-03-17", "2012-03-16"),
        good.replace(",5,", ",13,"),
        // Shifted and swapped columns: the person stands where nobody expects it.
        good + ",",
        good.substring(7),
        "990101," + NAME + "," + ID + "," + NAME + ",2012-03-17,primary,female,5,1.50,否",
        "990101,3301000001," + NAME + "," + ID + "," + NAME + ",primary,female,5,1.50,否",
        "990101,3301000001,"
            + ID
            + ","
            + NAME
            + ",2012-03-17,"
            + NAME
            + ","
            + ID
            + ",2012-03-17,"
            + ID
            + ","
            + NAME,
        ID + "," + ID + "," + ID + "," + ID + "," + ID + "," + ID + "," + ID + "," + ID + "," + ID
            + "," + ID,
        "\""
            + NAME
            + "\u0001\",3301000001,"
            + ID
            + ",\""
            + NAME
            + "\u0000\",2012-03-17,primary,female,5,1.50,否");
  }

  @Test
  void noRowMessageOrPlanHoldsAPerson() {
    Delivery delivery =
        new Delivery(folder)
            .file("202310/990101/pupil.csv", HEADER + String.join("\n", brokenRows()) + "\n");
    CheckedDelivery checked = delivery.checked(PUPIL);
    Dataset<Row> rejected = delivery.rejectedRows(PUPIL);
    List<String> outputs = new ArrayList<>();
    for (Dataset<Row> rows : List.of(delivery.acceptedRows(PUPIL), rejected)) {
      outputs.add(Delivery.everything(rows.collectAsList()));
      outputs.add(rows.queryExecution().toString());
    }
    outputs.add(checked.summaries().collect().toString());
    List<FileVerdict> verdicts = delivery.verdicts(PUPIL);
    outputs.add(verdicts.toString());
    assertThat(rejected.select("row_no").distinct().count()).isEqualTo(brokenRows().size() - 1L);
    for (String canary : CANARIES) {
      assertThat(outputs).noneMatch(output -> output.contains(canary));
    }
  }

  @Test
  void aFileWithoutHeaderShowsNobody() {
    Delivery delivery =
        new Delivery(folder)
            .file("202310/990101/pupil.csv", String.join("\n", brokenRows()) + "\n");
    List<FileVerdict> verdicts = delivery.verdicts(PUPIL);
    assertThat(verdicts.get(0).exitCode()).isEqualTo(3);
    for (String canary : CANARIES) {
      assertThat(verdicts.toString()).doesNotContain(canary);
    }
  }

  @Test
  void brokenQuotesAndBytesShowNobody() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "202310/990101/pupil.csv",
                HEADER + brokenRows().get(0).replace(NAME, "\"" + NAME) + "\n")
            .file(
                "202310/990102/pupil.csv",
                HEADER + brokenRows().get(0).replace(NAME, "\"" + NAME + "\"x") + "\n");
    List<FileVerdict> verdicts = delivery.verdicts(PUPIL);
    assertThat(verdicts).allMatch(verdict -> verdict.exitCode() == 3);
    assertThat(verdicts.toString()).doesNotContain(NAME).doesNotContain(ID);
  }

  @Test
  void theKeyStandsInNoPlan() throws java.io.IOException {
    Delivery delivery =
        new Delivery(folder).file("202310/990101/pupil.csv", HEADER + brokenRows().get(0) + "\n");
    String plan = delivery.acceptedRows(PUPIL).queryExecution().toString();
    String key = java.nio.file.Files.readString(folder.resolve("pseudonym.key")).strip();
    assertThat(plan).doesNotContain(key).contains("delivered pupil");
  }
}
