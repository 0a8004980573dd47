package io.junheng.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.lake.Lake;
import io.junheng.table.CountyRanking;
import io.junheng.testing.SampleLake;
import io.junheng.testing.SharedSpark;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Places of other frameworks stay, those of the chosen ones and of their single items go. */
@ExtendWith(SharedSpark.class)
class OtherFrameworksTest {
  @Test
  void placesOfSingleItemsBelongToTheirFramework(SparkSession spark) {
    Lake lake = new Lake(spark, SampleLake.root().toString());
    Set<String> before = subjects(kept(lake, "of-another-year"));
    Set<String> after = subjects(kept(lake, "single-indicators"));

    assertThat(before).anyMatch(subject -> subject.startsWith("single-indicators/"));
    assertThat(after)
        .isNotEmpty()
        .noneMatch(subject -> subject.startsWith("single-indicators/"))
        .allMatch(before::contains);
  }

  private static List<Row> kept(Lake lake, String chosen) {
    return new OtherFrameworks(lake, SampleLake.PERIODS, Set.of(chosen))
        .with(CountyRanking.TABLE, CountyRanking.SUBJECT, List.of());
  }

  private static Set<String> subjects(List<Row> rows) {
    return rows.stream()
        .map(row -> row.getString(CountyRanking.SUBJECT.ordinal()))
        .collect(Collectors.toSet());
  }
}
