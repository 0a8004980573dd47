package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.SetCheck;
import io.junheng.lake.SmallTables;
import io.junheng.table.Finding;
import io.junheng.testing.SampleLake;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Two years of the made-up province, whose planted faults are in single rows only. */
class SampleSetChecksTest {
  @Test
  void noSetOfRowsContradictsAnother() {
    Set<String> rules =
        SampleLake.catalogue().setChecks().stream().map(SetCheck::id).collect(Collectors.toSet());
    List<Row> findings =
        new SmallTables(new Configuration(), SampleLake.root().toString()).read(Finding.TABLE);

    assertThat(rules).isNotEmpty();
    assertThat(findings).isNotEmpty().noneMatch(row -> rules.contains(row.<String>getAs("rule")));
  }
}
