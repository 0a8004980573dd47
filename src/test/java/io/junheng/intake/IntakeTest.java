package io.junheng.intake;

import static io.junheng.intake.Contracts.FIGURE;
import static io.junheng.intake.Contracts.PUPIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.intake.check.FileVerdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From landing files to accepted rows and rows set aside. */
class IntakeTest {
  private static final String HEADER =
      "county_code,school_code,id_number,name,birth_date,stage,gender,grade,height_m,is_boarder\n";

  @TempDir Path folder;

  @Test
  void typesEveryColumnByItsContract() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "202310/990101/pupil.csv",
                HEADER
                    + "990101,3301000001,"
                    + PeopleForTests.id(1)
                    + ",王小明,2012-03-01,小学,女,5,1.50,是\n"
                    + "990101,3301000001,"
                    + PeopleForTests.id(2)
                    + ",李小红,20120301,Primary,1,5.0,,N\n");
    assertThat(delivery.rejected(PUPIL)).isEmpty();
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
            "202310 990101 3301000001 2012-03-01 primary male 5 - false 3");
    FileVerdict verdict = delivery.verdicts(PUPIL).get(0);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.state()).isEqualTo(FileVerdict.State.ACCEPTED);
  }

  @Test
  void takesPeriodAndAreaFromRowsWhereTheContractSaysSo() {
    Delivery delivery =
        new Delivery(folder)
            .file(
                "figures/a.csv",
                "year,district_id,school_id,pupils\n2015,D1,S1,3\n2016,D1,S1,4\n2016,D1,S1,5\n2016,,S2,6\n");
    assertThat(delivery.accepted(FIGURE, "period", "county_code", "school_id", "pupils"))
        .containsExactly("201510 D1 S1 3", "201610 D1 S1 4");
    assertThat(delivery.rejected(FIGURE))
        .containsExactly("4 - duplicate_key -", "5 - missing_area -");
    FileVerdict verdict = delivery.verdicts(FIGURE).get(0);
    assertThat(verdict.rowsRead()).isEqualTo(4);
    assertThat(verdict.areas()).hasSize(2);
    assertThat(verdict.areas().get(1).rejected()).isEqualTo(1);
  }
}
