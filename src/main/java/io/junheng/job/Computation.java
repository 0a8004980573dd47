package io.junheng.job;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.Period;
import io.junheng.lake.Lake;
import io.junheng.lake.SilverTable;
import io.junheng.lake.StagedFile;
import io.junheng.table.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the steps of one computation work on.
 *
 * @param lake labels what it writes as sample data where the areas are made up
 * @param periods worked out together
 * @param deliveries the accepted ones, of all periods
 */
record Computation(
    RunUnderWay run, Lake lake, AreaRegister areas, List<Period> periods, Deliveries deliveries) {

  Catalogue catalogue() {
    return run.request().catalogue();
  }

  /** The definitions with the frameworks that are worked out. */
  Catalogue judging() {
    Set<String> chosen = run.request().frameworks();
    return chosen.isEmpty() ? catalogue() : catalogue().judging(chosen);
  }

  boolean areAllJudged() {
    return run.request().frameworks().isEmpty();
  }

  /** Rows of frameworks that are not worked out. */
  OtherFrameworks others() {
    return new OtherFrameworks(lake, periods, run.request().frameworks());
  }

  /** Stored rows of the periods. */
  Dataset<Row> silver(Contract contract) {
    return lake.read(SilverTable.of(contract), periods);
  }

  /** The same of a dataset that speaks of counties alone, without a Spark job. */
  List<Row> smallSilver(Contract contract) {
    return lake.readSmall(SilverTable.of(contract), periods);
  }

  /** Stored rows of the contract that describes schools; none where there is no such. */
  Dataset<Row> schools() {
    return catalogue()
        .schoolContract()
        .map(this::silver)
        .orElseGet(
            () ->
                run.spark()
                    .createDataFrame(
                        List.of(),
                        new StructType()
                            .add("period", DataTypes.IntegerType)
                            .add("county_code", DataTypes.StringType)
                            .add("school_code", DataTypes.StringType)));
  }

  /** Delivered periods that stand one year before one of this run and are not of it. */
  Set<Period> earlier() {
    Set<Period> earlier = new TreeSet<>();
    periods.forEach(period -> earlier.add(period.previous()));
    earlier.retainAll(deliveries.counties().keySet());
    periods.forEach(earlier::remove);
    return earlier;
  }

  /** The periods, and those before them that they are held against. */
  Set<Period> withEarlier() {
    Set<Period> all = new TreeSet<>(periods);
    all.addAll(earlier());
    return all;
  }

  /** Puts staged files in place of the rows of a part. */
  void replaceStaged(Table table, CountyPart part, List<StagedFile> files) {
    if (part.counties().isPresent()) {
      lake.replaceStaged(table, part.periods(), part.counties().get(), files);
    } else {
      lake.replaceStaged(table, part.periods(), files);
    }
  }

  /** How many counties a part has. */
  long counties(CountyPart part) {
    return part.counties().map(codes -> (long) codes.size()).orElseGet(this::counties);
  }

  /** How many counties are expected to report, in the period that has most. */
  long counties() {
    return periods.stream()
        .map(period -> areas.counties(period).size())
        .max(Integer::compare)
        .orElse(0);
  }
}
