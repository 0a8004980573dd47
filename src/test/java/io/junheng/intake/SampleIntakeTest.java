package io.junheng.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.intake.check.CheckedDelivery;
import io.junheng.intake.check.FileVerdict;
import io.junheng.intake.format.ArchivedFile;
import io.junheng.intake.format.DeliveredKeys;
import io.junheng.intake.format.KeyLocation;
import io.junheng.intake.format.Landing;
import io.junheng.intake.format.PseudonymKey;
import io.junheng.intake.format.ReadDeliveries;
import io.junheng.intake.format.ReferenceKeys;
import io.junheng.sample.ExpectedFinding;
import io.junheng.sample.FaultPlan;
import io.junheng.sample.ProgressListener;
import io.junheng.sample.SampleProvince;
import io.junheng.testing.SharedSpark;
import io.junheng.testing.ShippedConf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up province through the shipped contracts. */
class SampleIntakeTest {
  private static final Period PERIOD = new Period(202310);

  @TempDir Path folder;

  @Test
  void findsEveryPlantedFaultAndNothingElse() throws IOException {
    Catalogue catalogue = ShippedConf.catalogue();
    Path landing = folder.resolve("landing");
    List<ExpectedFinding> planted =
        new SampleProvince(7, 18_000, List.of(PERIOD), Optional.of(FaultPlan.light()))
            .writeTo(landing, catalogue, ProgressListener.SILENT)
            .findings();
    Path key = folder.resolve("key");
    PseudonymKey.loadOrCreate(key);
    Landing.Listing listing =
        new Landing(new Configuration(), landing.toString(), catalogue).list();
    assertThat(listing.findings()).isEmpty();
    KeyLocation location = new KeyLocation(key.toString());
    Contract school = catalogue.schoolContract().orElseThrow();
    DeliveredKeys keys = new DeliveredKeys(catalogue, location, new Configuration());
    Intake intake =
        new Intake(new ReadDeliveries(SharedSpark.session(), catalogue, location))
            .referringTo(
                new ReferenceKeys(Map.of(school.id(), keys.of(school, filesOf(listing, school)))));
    List<String> found =
        catalogue.contracts().stream()
            .flatMap(contract -> rejected(intake, contract, filesOf(listing, contract)))
            .toList();
    assertThat(planted).isNotEmpty();
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(planted.stream().map(SampleIntakeTest::line).toList());
  }

  private static List<ArchivedFile> filesOf(Landing.Listing listing, Contract contract) {
    return listing.files().stream()
        .filter(file -> file.dataset().equals(contract.id()))
        .map(file -> file.archivedAs(file.name(), file.path()))
        .toList();
  }

  private static Stream<String> rejected(
      Intake intake, Contract contract, List<ArchivedFile> files) {
    CheckedDelivery all = intake.check(contract, files);
    List<FileVerdict> verdicts = all.verdicts(all.summaries().collect());
    List<ArchivedFile> faulty =
        verdicts.stream().filter(v -> v.rowsRejected() > 0).map(FileVerdict::file).toList();
    if (faulty.isEmpty()) {
      return Stream.empty();
    }
    return intake.check(contract, faulty).rejected("run", verdicts).collectAsList().stream()
        .map(SampleIntakeTest::line);
  }

  private static String line(Row row) {
    return String.join(
        " ",
        row.<String>getAs("file_name"),
        row.<Long>getAs("row_no").toString(),
        row.getAs("column_name"),
        row.getAs("rule"));
  }

  private static String line(ExpectedFinding planted) {
    return String.join(
        " ", planted.file(), Long.toString(planted.row()), planted.column(), planted.rule());
  }
}
