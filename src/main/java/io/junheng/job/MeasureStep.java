package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.measure.MeasureCounties;
import io.junheng.measure.MeasureSchools;
import io.junheng.measure.SourcePlan;
import io.junheng.table.CountyMeasure;
import io.junheng.table.SchoolMeasure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Silver to measures. Those of a county are made of its own rows alone: only counties whose
 * deliveries have changed are measured anew, and only their rows are read.
 */
final class MeasureStep {
  private final Computation computation;
  private final RunUnderWay run;
  private final Lake lake;
  private final Catalogue catalogue;
  private final List<Period> periods;

  MeasureStep(Computation computation) {
    this.computation = computation;
    this.run = computation.run();
    this.lake = computation.lake();
    this.catalogue = computation.catalogue();
    this.periods = computation.periods();
  }

  Counted measure(CountyPart part) {
    Map<String, Dataset<Row>> silver =
        catalogue.contracts().stream()
            .collect(
                Collectors.toMap(
                    Contract::id,
                    contract -> part.of(lake.read(SilverTable.of(contract), part.periods()))));
    AtomicLong rows = new AtomicLong();
    rows.addAndGet(
        computation.replace(
            SchoolMeasure.TABLE,
            SchoolMeasure.COUNTY_CODE,
            part,
            run.spark()
                .createDataFrame(
                    new MeasureSchools(catalogue, SourcePlan.of(catalogue, Grain.SCHOOL_STAGE))
                        .apply(silver, partitions()),
                    MeasureSchools.SHAPE)));
    Abreast.run(
        List.of(
            () ->
                rows.addAndGet(
                    computation.replace(
                        CountyMeasure.TABLE,
                        CountyMeasure.COUNTY_CODE,
                        part,
                        counties(part, silver))),
            () -> {
              LocalDate today = run.now().atZone(ZoneOffset.UTC).toLocalDate();
              new SplitFindings(catalogue, lake, run.id()).replace(periods, today);
              new FormFindings(catalogue, lake, run.id()).replace(periods, today);
            }));
    return Counted.of(Counted.Unit.ROWS, rows.get())
        .and(Counted.Unit.COUNTIES, computation.counties(part));
  }

  private Dataset<Row> counties(CountyPart part, Map<String, Dataset<Row>> silver) {
    List<SourcePlan> reported = SourcePlan.of(catalogue, Grain.AREA_STAGE);
    MeasureCounties counties = new MeasureCounties(catalogue, reported);
    Dataset<Row> ofSchools =
        counties.ofSchools(part.of(lake.read(SchoolMeasure.TABLE, part.periods())));
    if (reported.isEmpty()) {
      return ofSchools;
    }
    return ofSchools.unionByName(
        run.spark()
            .createDataFrame(counties.reported(silver, partitions()), MeasureCounties.SHAPE));
  }

  private int partitions() {
    return run.spark().sessionState().conf().numShufflePartitions();
  }
}
