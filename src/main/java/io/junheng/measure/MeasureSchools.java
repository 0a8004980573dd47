package io.junheng.measure;

import io.junheng.definition.Catalogue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * {@code gold.school_measure}: one row for each period, county, school, stage and measure.
 *
 * <p>Each source is read once. Where a signed form decides, its figure stands and that of the
 * records beside it. Stage {@code _T} keeps the undivided figure; groups of stages stand beside
 * their members.
 */
public record MeasureSchools(Catalogue catalogue, List<SourcePlan> plans) {
  /** The columns of the rows. */
  public static final StructType SHAPE = FigureColumns.SCHOOL_FIGURE;

  public MeasureSchools {
    plans = List.copyOf(plans);
  }

  /**
   * Rows of all schools from silver rows by contract id; one entry for each plan's contract. Each
   * of Spark's partitions holds whole counties, in the order of their codes.
   *
   * @param partitions how many of them there are to be
   */
  public JavaRDD<Row> apply(Map<String, Dataset<Row>> silver, int partitions) {
    CountyTallies tallies = new CountyTallies(plans, silver);
    Schools schools =
        new Schools(
            tallies.addGroups(), new DecideByForms(catalogue), new SplitMixedSchools(catalogue));
    return tallies
        .byCounty(partitions)
        .mapPartitions(counties -> new EachCounty<>(counties, schools::rows));
  }

  /** From the tallies of a county to the rows of its schools. */
  private record Schools(
      ArrayList<AddGroups> sources, DecideByForms decide, SplitMixedSchools split)
      implements Serializable {
    Stream<Row> rows(List<CountyTally> county) {
      Map<String, TreeMap<Integer, List<GroupTally>>> bySchool = new LinkedHashMap<>();
      for (CountyTally part : county) {
        for (GroupTally group : part.tallies()) {
          bySchool
              .computeIfAbsent(group.school(), any -> new TreeMap<>())
              .computeIfAbsent(part.source(), any -> new ArrayList<>())
              .add(group);
        }
      }
      Map<String, List<Figure>> schools = new LinkedHashMap<>();
      Set<String> delivered = new HashSet<>();
      bySchool.forEach(
          (school, bySource) -> {
            List<Figure> figures = new ArrayList<>();
            bySource.forEach((source, parts) -> figures.addAll(sources.get(source).apply(parts)));
            figures.forEach(figure -> delivered.add(figure.measure()));
            schools.put(school, figures);
          });
      CountyTally any = county.get(0);
      return schools.entrySet().stream()
          .flatMap(
              school ->
                  split.apply(decide.apply(school.getValue(), delivered)).stream()
                      .map(figure -> row(any, school.getKey(), figure)));
    }

    private static Row row(CountyTally county, String school, Figure figure) {
      return RowFactory.create(
          county.period(),
          county.county(),
          school,
          figure.stage(),
          figure.measure(),
          FigureColumns.scaled(figure.value()),
          figure.recorded().map(FigureColumns::scaled).orElse(null));
    }
  }
}
