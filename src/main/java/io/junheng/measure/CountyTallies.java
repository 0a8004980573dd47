package io.junheng.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;

/** The tallies of several sources, brought together by county. */
final class CountyTallies {
  private final List<SourcePlan> plans;
  private final Map<String, SilverRows> silver;

  /**
   * @param silver rows by contract id; one entry for each plan's contract
   */
  CountyTallies(List<SourcePlan> plans, Map<String, SilverRows> silver) {
    if (plans.isEmpty()) {
      throw new IllegalArgumentException("nothing is measured");
    }
    this.plans = plans;
    this.silver = silver;
  }

  /** What makes figures of tallies, by the plans' places. */
  ArrayList<AddGroups> addGroups() {
    ArrayList<AddGroups> sources = new ArrayList<>();
    plans.forEach(plan -> sources.add(new AddGroups(plan, rows(plan).none())));
    return sources;
  }

  /** Each of Spark's partitions holds whole counties, one after the other by period and code. */
  JavaRDD<CountyTally> byCounty(CountyRanges ranges) {
    JavaPairRDD<String, CountyTally> all = null;
    for (int i = 0; i < plans.size(); i++) {
      SourcePlan plan = plans.get(i);
      JavaPairRDD<String, CountyTally> one =
          new TallyRows(i, plan, rows(plan).none()).apply(rows(plan));
      all = all == null ? one : all.union(one);
    }
    return all.repartitionAndSortWithinPartitions(ranges).values();
  }

  private SilverRows rows(SourcePlan plan) {
    return silver.get(plan.contract().id());
  }
}
