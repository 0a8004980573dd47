package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Period;
import io.junheng.lake.SmallTables;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * What can be told of a lake without starting Spark. Whatever fails comes out as a {@link
 * JobException}; anything else that is thrown is a bug.
 */
public final class LakeReport {
  private final SmallTables tables;

  /**
   * @param start whose settings of Hadoop say how the lake's storage is reached
   * @param lake root of the lake
   */
  public LakeReport(SparkStart start, String lake) {
    this.tables = tables(start, lake);
  }

  static SmallTables tables(SparkStart start, String lake) {
    return new SmallTables(SparkHadoopUtil.get().newConfiguration(start.settings()), lake);
  }

  /**
   * The league tables of a framework, one for each set of areas; of the latest period if not given.
   */
  public List<League> leagues(String framework, Optional<Period> period) {
    return SparkFailures.told(() -> new LeagueReader(tables).read(framework, period));
  }

  /** The league tables of every framework that has some in the period, or in the latest. */
  public List<League> leagues(Optional<Period> period) {
    return SparkFailures.told(() -> new LeagueReader(tables).readAll(period));
  }

  /** Who has delivered what, period by period; of all periods if none is given. */
  public List<SubmissionOverview> submissions(Catalogue catalogue, List<Period> periods) {
    return SparkFailures.told(
        () ->
            new ReadSubmissions(catalogue, tables, LocalDate.now(ZoneId.systemDefault()))
                .read(periods));
  }
}
