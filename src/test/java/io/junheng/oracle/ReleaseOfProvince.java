package io.junheng.oracle;

import io.junheng.definition.Catalogue;
import io.junheng.job.CreateRelease;
import io.junheng.job.ReproduceRelease;
import io.junheng.job.Signer;
import io.junheng.job.SparkStart;
import io.junheng.job.Watcher;
import io.junheng.lake.SmallTables;
import io.junheng.release.ReleaseId;
import io.junheng.table.CountyVerdict;
import io.junheng.testing.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/** A release of the small province, in its lake. */
record ReleaseOfProvince(Path lake, Catalogue catalogue) {
  private static final ReleaseId ID = new ReleaseId(2023, 1);

  void create() {
    new CreateRelease(
            new SparkStart("tests", Map.of(), Map.of()),
            lake.toString(),
            catalogue,
            Path.of("conf"))
        .create(
            new CreateRelease.Order(
                List.of(SmallProvince.PERIOD),
                Optional.empty(),
                new Signer("Office", "a test"),
                List.of(),
                Map.of("missing_county", "only some counties take part"),
                Optional.empty()));
  }

  /** Somebody writes to the tables of the release. */
  void changeAVerdict() {
    SmallTables tables = new SmallTables(new Configuration(), lake.toString());
    List<Row> rows = tables.read(CountyVerdict.TABLE.inRelease());
    tables.replaceAll(CountyVerdict.TABLE.inRelease(), rows.subList(1, rows.size()));
  }

  ReproduceRelease.Result reproduce() throws IOException {
    return new ReproduceRelease(SharedSpark.session(), lake.toString(), Watcher.NOBODY)
        .reproduce(ID, lake.resolveSibling("scratch").toString());
  }
}
