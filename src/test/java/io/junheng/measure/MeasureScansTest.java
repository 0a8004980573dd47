package io.junheng.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.junheng.definition.Catalogue;
import io.junheng.definition.Contract;
import io.junheng.definition.MeasureSet.Grain;
import io.junheng.lake.SilverTable;
import io.junheng.oracle.SmallProvince;
import io.junheng.testing.SharedSpark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.Dependency;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** However many measures there are, a source is read once. */
class MeasureScansTest {
  private static final Catalogue CATALOGUE = SmallProvince.catalogue();

  @Test
  void allMeasuresOfAGrainReadEachSourceOnce() {
    List<SourcePlan> plans = SourcePlan.of(CATALOGUE, Grain.SCHOOL_STAGE);
    JavaRDD<MeasuredCounty> figures =
        new MeasureCounties(CATALOGUE, plans).apply(silver(), Map.of(), 2);
    assertThat(plans.stream().mapToInt(plan -> plan.measures().size()).sum()).isGreaterThan(30);
    assertThat(leaves(figures.rdd())).isEqualTo(plans.size());
    assertThat(plans.stream().map(plan -> plan.contract().id()).distinct()).hasSize(plans.size());
  }

  @Test
  void reportedFiguresAreMeasuredInTheSamePass() {
    MeasureCounties all = new MeasureCounties(CATALOGUE);
    assertThat(all.plans()).anyMatch(plan -> plan.grain() == Grain.AREA_STAGE);
    assertThat(leaves(all.apply(silver(), Map.of(), 2).rdd())).isEqualTo(all.plans().size());
  }

  /** One row in each dataset: what holds nothing is not read at all. */
  private static Map<String, SilverRows> silver() {
    return CATALOGUE.contracts().stream()
        .collect(
            Collectors.toMap(
                Contract::id,
                contract -> {
                  StructType shape = SilverTable.of(contract).schema();
                  return SilverRows.of(
                      SharedSpark.session()
                          .createDataFrame(
                              List.of(RowFactory.create(new Object[shape.size()])), shape));
                }));
  }

  private static int leaves(RDD<?> rows) {
    List<Dependency<?>> below = CollectionConverters.asJava(rows.dependencies());
    return below.isEmpty() ? 1 : below.stream().mapToInt(one -> leaves(one.rdd())).sum();
  }
}
