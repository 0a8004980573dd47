package io.junheng.measure;

import io.junheng.definition.Catalogue;
import io.junheng.definition.MeasureSet.Grain;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/**
 * All measures of counties and of their schools, each source read once.
 *
 * <p>Of a school: where a signed form decides, its figure stands and that of the records beside it;
 * stage {@code _T} keeps the undivided figure; groups of stages stand beside their members. Of a
 * county: the figures of its schools added up, and those that were reported for it; a group or
 * total that nobody reported is worked out from its stages.
 *
 * @param plans of schools and of reported figures
 */
public record MeasureCounties(Catalogue catalogue, List<SourcePlan> plans) {
  public MeasureCounties {
    plans = List.copyOf(plans);
  }

  /** All measures of a catalogue. */
  public MeasureCounties(Catalogue catalogue) {
    this(
        catalogue,
        Stream.of(Grain.SCHOOL_STAGE, Grain.AREA_STAGE)
            .flatMap(grain -> SourcePlan.of(catalogue, grain).stream())
            .toList());
  }

  /**
   * The counties, from rows of silver by contract id; one entry for each plan's contract. Each of
   * Spark's partitions holds counties that stand beside each other, in the order of their codes.
   *
   * @param expected codes of the counties whose rows are there, by period: by them counties are
   *     divided
   * @param partitions how many of them there are to be
   */
  public JavaRDD<MeasuredCounty> apply(
      Map<String, SilverRows> silver,
      Map<Integer, ? extends Collection<String>> expected,
      int partitions) {
    CountyTallies tallies = new CountyTallies(plans, silver);
    ArrayList<Boolean> isReported = new ArrayList<>();
    plans.forEach(plan -> isReported.add(plan.grain() == Grain.AREA_STAGE));
    County county =
        new County(
            tallies.addGroups(),
            isReported,
            new DecideByForms(catalogue),
            new SplitMixedSchools(catalogue),
            new CompleteStages(catalogue),
            new AddSchools(catalogue));
    return tallies
        .byCounty(new CountyRanges(keys(expected), partitions))
        .mapPartitions(counties -> new EachCounty<>(counties, county::of));
  }

  private static List<String> keys(Map<Integer, ? extends Collection<String>> counties) {
    return counties.entrySet().stream()
        .flatMap(
            period ->
                period.getValue().stream().map(code -> CountyTally.key(period.getKey(), code)))
        .sorted()
        .toList();
  }

  /** From the tallies of a county to its figures. */
  private record County(
      ArrayList<AddGroups> sources,
      ArrayList<Boolean> isReported,
      DecideByForms decide,
      SplitMixedSchools split,
      CompleteStages complete,
      AddSchools addSchools)
      implements Serializable {
    MeasuredCounty of(List<CountyTally> parts) {
      List<MeasuredCounty.Of> ofSchools = schools(parts);
      List<MeasuredCounty.Of> ofCounty = new ArrayList<>(addSchools.apply(ofSchools));
      ofCounty.addAll(reported(parts));
      CountyTally any = parts.get(0);
      return new MeasuredCounty(any.period(), any.county(), ofSchools, ofCounty);
    }

    private List<MeasuredCounty.Of> schools(List<CountyTally> parts) {
      Map<String, TreeMap<Integer, List<GroupTally>>> bySchool = new LinkedHashMap<>();
      for (CountyTally part : parts) {
        if (!isReported.get(part.source())) {
          for (GroupTally group : part.tallies()) {
            bySchool
                .computeIfAbsent(group.school(), any -> new TreeMap<>())
                .computeIfAbsent(part.source(), any -> new ArrayList<>())
                .add(group);
          }
        }
      }
      Map<String, List<Figure>> schools = new LinkedHashMap<>();
      Set<String> delivered = new HashSet<>();
      bySchool.forEach(
          (school, bySource) -> {
            List<Figure> figures = new ArrayList<>();
            bySource.forEach((source, of) -> figures.addAll(sources.get(source).apply(of)));
            figures.forEach(figure -> delivered.add(figure.measure()));
            schools.put(school, figures);
          });
      List<MeasuredCounty.Of> all = new ArrayList<>();
      schools.forEach(
          (school, figures) ->
              split
                  .apply(decide.apply(figures, delivered))
                  .forEach(figure -> all.add(MeasuredCounty.Of.of(school, figure))));
      return all;
    }

    private List<MeasuredCounty.Of> reported(List<CountyTally> parts) {
      TreeMap<Integer, List<GroupTally>> bySource = new TreeMap<>();
      for (CountyTally part : parts) {
        if (isReported.get(part.source())) {
          bySource.computeIfAbsent(part.source(), any -> new ArrayList<>()).addAll(part.tallies());
        }
      }
      return bySource.entrySet().stream()
          .flatMap(
              source ->
                  complete.apply(sources.get(source.getKey()).apply(source.getValue())).stream())
          .map(figure -> MeasuredCounty.Of.of(null, figure))
          .toList();
    }
  }
}
