package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.config.ConfReader;
import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.definition.SetCheck;
import io.junheng.lake.Lake;
import io.junheng.sample.FaultPlan;
import io.junheng.sample.ProgressListener;
import io.junheng.sample.SampleProvince;
import io.junheng.table.Finding;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two years of the made-up province, whose planted faults are in single rows only. */
@ExtendWith(SharedSpark.class)
class SampleSetChecksTest {
  @TempDir Path folder;

  @Test
  void noSetOfRowsContradictsAnother(SparkSession spark) throws IOException {
    Catalogue catalogue = new ConfReader(Path.of("conf")).read().catalogue().orElseThrow();
    Path landing = folder.resolve("landing");
    List<Period> years = List.of(new Period(202210), new Period(202310));
    new SampleProvince(7, 20_000, years, Optional.of(FaultPlan.light()))
        .writeTo(landing, catalogue, ProgressListener.SILENT);
    String lake = folder.resolve("lake").toString();
    new IngestJob()
        .run(
            spark,
            new JobRequest(
                catalogue,
                lake,
                Optional.of(landing.toString()),
                List.of(),
                folder.resolve("pseudonym.key").toString(),
                true,
                List.of("ingest")),
            Watcher.NOBODY);
    Set<String> rules =
        catalogue.setChecks().stream().map(SetCheck::id).collect(Collectors.toSet());
    assertThat(rules).isNotEmpty();
    assertThat(
            new Lake(spark, lake)
                .read(Finding.TABLE).collectAsList().stream()
                    .filter(row -> rules.contains(row.<String>getAs("rule")))
                    .map(Object::toString))
        .isEmpty();
  }
}
